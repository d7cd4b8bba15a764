import { type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { PolicyVersionsView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { ChooseOptions } from '../components/choose-options.tsx';
import { SideBySide } from '../components/side-by-side.tsx';
import { optionOf } from '../model/option-words.ts';

const route = getRouteApi('/what-if');

/** What up to three sets of rules would have asked of the council over its last twelve months. */
export function WhatIfPage(): ReactElement {
  const mayAsk = useMe().permissions.includes('policy:draft');
  return (
    <>
      <PageHeading
        title="What if"
        tabTitle="What if another policy had held"
        above={<TextLink to="/policy/versions">Versions of the policy</TextLink>}
        lead="Other rules over the council’s last twelve whole months, beside what was really held."
        actions={
          mayAsk && (
            <Button variant="default" onClick={() => window.print()}>
              Print
            </Button>
          )
        }
      />
      {mayAsk ? (
        <Asking />
      ) : (
        <Empty title="For those who work on the policy">
          Whoever may work on a new version of the policy can lay other rules beside it here.
        </Empty>
      )}
    </>
  );
}

function Asking(): ReactElement {
  const trpc = useTRPC();
  const policies = useQuery(trpc.policy.versions.queryOptions(undefined, { staleTime: 0 }));
  if (policies.isPending) return <PageSkeleton label="Loading the policies" />;
  if (policies.isError)
    return <Problem error={policies.error} what="The policies could not be loaded" onRetry={() => void policies.refetch()} />;
  return <Chosen policies={policies.data} />;
}

function Chosen({ policies }: { readonly policies: PolicyVersionsView }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = { a: search.a ?? 'in-force', b: search.b, c: search.c };
  const options = [...new Set([chosen.a, chosen.b, chosen.c])].flatMap((word) => optionOf(word) ?? []);
  return (
    <>
      <ChooseOptions
        policies={policies}
        chosen={chosen}
        onChoose={(place, word) => void navigate({ search: { ...chosen, by: search.by, [place]: word }, replace: true })}
      />
      {options.length === 0 ? (
        <Empty title="Nothing chosen">Choose at least one policy above to see what it would have asked.</Empty>
      ) : (
        <SideBySide key={JSON.stringify(options)} options={options} />
      )}
    </>
  );
}
