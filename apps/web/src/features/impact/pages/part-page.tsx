import { type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Context } from '../components/context.tsx';
import { DecidedSection } from '../components/decided-section.tsx';
import { PartBody } from '../components/part.tsx';
import { Rivals } from '../components/rivals.tsx';
import { Which } from '../components/which.tsx';
import css from '../components/impact.module.css';
import { besideOf } from '../model/beside.ts';
import type { ImpactView } from '../model/outputs.ts';

const route = getRouteApi('/impact/$part');

/** One part of the policy on a page of its own, as an argument: to send to somebody, and to print. */
export function PartPage(): ReactElement {
  const { part: id } = route.useParams();
  const { version = null } = route.useSearch();
  const trpc = useTRPC();
  const view = useQuery(trpc.impact.view.queryOptions({ version }));
  const part = view.data?.constructs.find((one) => one.id === id);
  return (
    <>
      <PageHeading
        title={part?.title ?? 'Impact'}
        tabTitle={part === undefined ? 'Impact' : `Impact: ${part.title}`}
        lead={part?.asks}
        above={
          <TextLink to="/impact" search={{ version: version ?? undefined }}>
            Impact, all parts
          </TextLink>
        }
        actions={
          part !== undefined && (
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
      {view.data !== undefined && part === undefined && (
        <Empty title="There is no such part">Every part of the policy stands under Impact, all parts.</Empty>
      )}
      {view.data !== undefined && part !== undefined && <OnePart view={view.data} part={part} />}
    </>
  );
}

function OnePart({ view, part }: { readonly view: ImpactView; readonly part: ImpactView['constructs'][number] }): ReactElement {
  return (
    <div className={css['page']}>
      <section aria-label="Which version, and which months" className={css['which']}>
        <Which view={view} />
      </section>
      <section aria-labelledby="sources">
        <h2 className={css['hidden']} id="sources">
          What the sources say
        </h2>
        <PartBody part={part} beside={besideOf(view, part)} />
      </section>
      <Rivals rivals={view.rivals} />
      <Context context={view.context} />
      <DecidedSection view={view} />
    </div>
  );
}
