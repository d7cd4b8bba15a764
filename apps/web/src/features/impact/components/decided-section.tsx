import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { decidedOf, type Decided } from '../model/decided.ts';
import type { ImpactView } from '../model/outputs.ts';
import css from './impact.module.css';

/** What was decided after surveys, and the figures that were signed. */
export function DecidedSection({ view }: { readonly view: ImpactView }): ReactElement {
  const trpc = useTRPC();
  const { permissions } = useMe();
  const results = useQuery(trpc.surveyResults.list.queryOptions(undefined, { enabled: permissions.includes('surveys:read') }));
  const signed = useQuery(trpc.audits.signOffs.queryOptions(undefined, { enabled: permissions.includes('audits:read') }));
  const failed = [results, signed].find(({ isError }) => isError);
  const retry = (): void => {
    for (const query of [results, signed]) if (query.isError) void query.refetch();
  };
  return (
    <section aria-labelledby="decided" className={css['decided']}>
      <Title order={2} id="decided" mb="xs">
        What we decided
      </Title>
      {(results.isLoading || signed.isLoading) && <PageSkeleton label="Loading what was decided" rows={2} />}
      {failed !== undefined && <Problem error={failed.error} what="What was decided could not be loaded" onRetry={retry} />}
      {!results.isLoading && !signed.isLoading && failed === undefined && (
        <DecidedList decided={decidedOf(view, results.data?.rounds ?? [], signed.data?.signed ?? [])} />
      )}
    </section>
  );
}

function DecidedList({ decided }: { readonly decided: readonly Decided[] }): ReactElement {
  if (decided.length === 0) {
    return (
      <p className={css['quiet']}>
        Nothing is decided in these months yet. What is decided after a survey, and figures that are signed off, stand here. Begin
        with <TextLink to="/surveys">the latest survey</TextLink> or{' '}
        <TextLink to="/audits/sign-off">sign off supervision figures</TextLink>.
      </p>
    );
  }
  return (
    <ol className={css['rivalList']}>
      {decided.map((one) => (
        <li key={one.key}>
          <span className={css['when']}>{dateInWords(one.on)}</span>
          <span>
            <DecidedLink one={one} />
            <span className={css['kind']}>{one.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function DecidedLink({ one: { to, title } }: { readonly one: Decided }): ReactElement {
  if (to.kind === 'results') {
    return (
      <TextLink to="/surveys/rounds/$roundId/results" params={{ roundId: to.id }}>
        {title}
      </TextLink>
    );
  }
  return (
    <TextLink to="/audits/sign-off" search={{ signed: to.id }}>
      {title}
    </TextLink>
  );
}
