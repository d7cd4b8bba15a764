import { type ReactElement } from 'react';
import { Alert, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { RecordsNavigation } from '../../../parts/records-navigation/records-navigation.tsx';
import { RunTable } from '../components/run-table.tsx';
import { WriteNow } from '../components/write-now.tsx';
import css from '../components/report-files.module.css';
import type { ReportFilesView, ReportSchedule } from '../model/outputs.ts';
import { lastInWords, lastWritten, problemInWords, scheduleInWords, standingFailure } from '../model/report-words.ts';

/** While files are being written the page looks again so often. */
const LOOK_AGAIN_MS = 1000;

/** Files for reports: when they are written, when they were, where they lie, and writing them now. */
export function ReportFilesPage(): ReactElement {
  const trpc = useTRPC();
  const view = useQuery(
    trpc.reports.view.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.runs.some((run) => run.state === 'waiting') ? LOOK_AGAIN_MS : false),
    }),
  );
  return (
    <>
      <PageHeading
        title="Files for reports"
        lead="Figures of supervision as CSV files, for Excel and Power BI. No person and no child is in them, and figures of small teams are put together or left out."
        above={<RecordsNavigation current="/report-files" />}
      />
      {view.isPending && <PageSkeleton label="Loading" />}
      {view.isError && <Problem error={view.error} what="The list could not be loaded" onRetry={() => void view.refetch()} />}
      {view.data !== undefined && <Files view={view.data} />}
    </>
  );
}

function Files({ view: { schedule, runs } }: { readonly view: ReportFilesView }): ReactElement {
  const failed = schedule === null ? null : standingFailure(runs);
  return (
    <div className={css['page']}>
      {failed !== null && (
        <Alert color="orange" variant="light" title="The files could not be written">
          {problemInWords(failed)}
        </Alert>
      )}
      {schedule === null ? <NoFolder /> : <Schedule schedule={schedule} runs={runs} />}
      {runs.length > 0 && (
        <section aria-labelledby="runs" className={css['part']}>
          <Title order={2} id="runs">
            When they were written
          </Title>
          <RunTable runs={runs} />
        </section>
      )}
    </div>
  );
}

function Schedule({
  schedule,
  runs,
}: {
  readonly schedule: ReportSchedule;
  readonly runs: ReportFilesView['runs'];
}): ReactElement {
  return (
    <section aria-labelledby="schedule" className={css['part']}>
      <Title order={2} id="schedule">
        {scheduleInWords(schedule)}
      </Title>
      <dl className={css['facts']}>
        <dt>Last written</dt>
        <dd>{lastInWords(lastWritten(runs))}</dd>
        <dt>Next</dt>
        <dd>{instantInWords(schedule.next)}</dd>
        <dt>Where</dt>
        <dd className={css['path']}>{schedule.folder}, on the computer that runs Plumbline; each time in a new folder</dd>
        <dt>Kept</dt>
        <dd>
          The latest {schedule.keep} on schedule, and the latest {schedule.keep} that were asked for here. Older ones are removed.
        </dd>
      </dl>
      <WriteNow runs={runs} />
    </section>
  );
}

function NoFolder(): ReactElement {
  return (
    <Empty title="No files are written on a schedule">
      Here stands when they were written, where they lie, and how many rows they have. To begin, whoever runs the server sets{' '}
      <code>PLUMBLINE_REPORT_FOLDER</code> to a folder and starts Plumbline again; the guide{' '}
      <em>Reports in Power BI, Excel and as files</em> says how, and how reports read the database themselves.
    </Empty>
  );
}
