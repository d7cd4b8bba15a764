import { useState, type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AuditsNavigation } from '../../../parts/audits-navigation/audits-navigation.tsx';
import { SignatureList } from '../components/signature-list.tsx';
import { Signature } from '../components/signature.tsx';
import { ToSign } from '../components/to-sign.tsx';
import css from '../components/sign-off.module.css';
import type { SignOffsView } from '../model/outputs.ts';

const route = getRouteApi('/audits/sign-off');

/** Supervision figures of a period, signed off by whoever answers for the service, and every signature before. */
export function SignOffPage(): ReactElement {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { signed } = route.useSearch();
  const maySign = useMe().permissions.includes('audits:sign-off');
  const [newId, setNewId] = useState<string | null>(null);
  const view = useQuery(trpc.audits.signOffs.queryOptions());
  const signature = view.data?.signed.find(({ id }) => id === signed);
  if (signature !== undefined) return <Signature key={signature.id} signature={signature} isNew={signature.id === newId} />;

  function open(signOffId: string): void {
    setNewId(signOffId);
    void navigate({ to: '/audits/sign-off', search: { signed: signOffId }, ignoreBlocker: true });
  }

  return (
    <>
      <PageHeading
        title={maySign ? 'Sign off supervision figures' : 'Signed supervision figures'}
        lead="Service managers look at how supervision went in a period, say what the figures tell them and what will be done, and sign. It is the evidence that the policy is monitored."
      />
      <AuditsNavigation current="/audits/sign-off" />
      {view.isPending && <PageSkeleton label="Loading the signatures" />}
      {view.isError && (
        <Problem error={view.error} what="The signatures could not be loaded" onRetry={() => void view.refetch()} />
      )}
      {view.data !== undefined && (
        <div className={css['page']}>
          <ToSign view={view.data} onSigned={open} />
          <Signatures view={view.data} />
        </div>
      )}
    </>
  );
}

function Signatures({ view }: { readonly view: SignOffsView }): ReactElement {
  const maySign = view.services.length > 0;
  if (view.signed.length === 0) {
    return (
      <Empty title="No signature yet">
        {maySign
          ? 'Each period that you sign off stands here, with its figures, your comment and what became of its actions.'
          : 'Once a service manager signs off a period of a service that you may see, it stands here with its figures, the comment and what became of its actions.'}
      </Empty>
    );
  }
  return (
    <section aria-labelledby="signatures" className={css['part']}>
      <Title order={2} id="signatures">
        Signatures
      </Title>
      <SignatureList signed={view.signed} />
    </section>
  );
}
