import { useRef, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import type { OverviewView } from '@plumbline/analytics/overview';
import { dateWithWeekday } from '@plumbline/analytics/wording';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { TwinTable } from '../../../parts/table/twin-table.tsx';
import { CopyLines } from '../components/copy-lines.tsx';
import { Figures } from '../components/figures.tsx';
import { Lines } from '../components/lines.tsx';
import { useSheet } from '../components/use-sheet.ts';
import css from '../components/overview.module.css';

/** How supervision stands in the whole council, on one page that can be printed on one sheet. */
export function OverviewPage(): ReactElement {
  const trpc = useTRPC();
  const view = useQuery(trpc.overview.get.queryOptions());
  useSheet();
  return (
    <div className={css['sheet']}>
      <PageHeading
        title="Supervision at a glance"
        lead={view.data === undefined ? undefined : `${view.data.council}, as of ${dateWithWeekday(view.data.today)}`}
        actions={
          view.data !== undefined && (
            <>
              <ButtonLink to="/impact" variant="subtle">
                Impact
              </ButtonLink>
              <Button variant="default" onClick={() => window.print()}>
                Print
              </Button>
            </>
          )
        }
      />
      {view.isPending && <PageSkeleton label="Loading how supervision stands" rows={6} />}
      {view.isError && (
        <Problem error={view.error} what="How supervision stands could not be loaded" onRetry={() => void view.refetch()} />
      )}
      {view.data !== undefined && <Overview view={view.data} />}
    </div>
  );
}

function Overview({ view }: { readonly view: OverviewView }): ReactElement {
  const drawn = useRef<HTMLDivElement>(null);
  return (
    <div className={css['page']}>
      <p className={css['sentence']}>{view.sentence}</p>
      <Figures label={`Today, and ${view.month}`} figures={view.main} size="large" />
      <section aria-labelledby="lines-title" className={css['lines']}>
        <h2 id="lines-title">{view.lines.title}</h2>
        <div ref={drawn} className={css['drawn']}>
          <Lines lines={view.lines} />
        </div>
        <div className={css['foot']}>
          <p className={css['note']}>{view.lines.note}</p>
          <div className={`${css['take']} no-print`}>
            <CopyLines view={view} drawn={drawn} />
            <TwinTable twin={view.lines.table} />
          </div>
        </div>
      </section>
      <Figures label="Waits, audits, survey, gaps, actions and policy" figures={view.further} size="small" />
    </div>
  );
}
