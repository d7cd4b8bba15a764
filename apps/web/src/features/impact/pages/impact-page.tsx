import { type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Context } from '../components/context.tsx';
import { DecidedSection } from '../components/decided-section.tsx';
import { Overview } from '../components/overview.tsx';
import { Part } from '../components/part.tsx';
import { Rivals } from '../components/rivals.tsx';
import { TopFigures } from '../components/top-figures.tsx';
import { Which } from '../components/which.tsx';
import { VersionChoice } from '../components/version-choice.tsx';
import css from '../components/impact.module.css';
import type { ImpactView } from '../model/outputs.ts';
import { besideOf } from '../model/beside.ts';

const route = getRouteApi('/impact');

/** What the record, audits, surveys and focus groups say of each part of the policy, before a version of it and since. */
export function ImpactPage(): ReactElement {
  const { version = null } = route.useSearch();
  const trpc = useTRPC();
  const view = useQuery(trpc.impact.view.queryOptions({ version }, { placeholderData: keepPreviousData }));
  return (
    <>
      <PageHeading
        title="Impact"
        lead="What was due, audits, surveys and focus groups say side by side, before a version of the policy and since."
        above={<TextLink to="/policy/versions">Versions of the policy</TextLink>}
        actions={
          view.data !== undefined && (
            <Button variant="default" onClick={() => window.print()}>
              Print
            </Button>
          )
        }
      />
      {view.isPending && <PageSkeleton label="Loading what the sources say" rows={9} />}
      {view.isError && (
        <Problem error={view.error} what="What the sources say could not be loaded" onRetry={() => void view.refetch()} />
      )}
      {view.data !== undefined && <Impact view={view.data} isBehind={view.isPlaceholderData} />}
    </>
  );
}

interface ImpactProps {
  readonly view: ImpactView;
  /** What is shown is still that of the version chosen before. */
  readonly isBehind: boolean;
}

function Impact({ view, isBehind }: ImpactProps): ReactElement {
  return (
    <div className={css['page']} aria-busy={isBehind}>
      <section aria-label="Which version, and which months" className={css['which']}>
        <Which view={view} />
        <div className={`${css['choose']} no-print`}>
          <VersionChoice view={view} />
          <output>{isBehind ? 'Loading…' : ''}</output>
        </div>
      </section>
      <TopFigures view={view} />
      <Overview parts={view.constructs} />
      {view.constructs.map((part) => (
        <Part key={part.id} part={part} beside={besideOf(view, part)} version={view.version.number} />
      ))}
      <Rivals rivals={view.rivals} />
      <Context context={view.context} />
      <DecidedSection view={view} />
    </div>
  );
}
