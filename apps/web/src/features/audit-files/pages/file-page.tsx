import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Box, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { dateWithWeekday, relativeToToday } from '@plumbline/analytics/wording';
import { isCompleted } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { useOpened, WHEN_OPENED } from '../../../parts/saving/use-opened.ts';
import { AuditedAction } from '../components/audited-action.tsx';
import { useRefresh } from '../components/use-done.tsx';
import type { AuditFile } from '../model/outputs.ts';

const route = getRouteApi('/audits/files/$itemId');

// One of the three is ever shown: whoever reads an audit needs nothing of what writes one.
const FileAtWork = lazy(async () => ({ default: (await import('../components/file-at-work.tsx')).FileAtWork }));
const GradeBlind = lazy(async () => ({ default: (await import('../components/grade-blind.tsx')).GradeBlind }));
const CompletedAudit = lazy(async () => ({ default: (await import('../components/completed-audit.tsx')).CompletedAudit }));

/** One audited file: written by its auditor, graded blind by somebody else, read by those whom it concerns. */
export function FilePage(): ReactElement {
  const { itemId } = route.useParams();
  const trpc = useTRPC();
  const file = useQuery(trpc.audits.file.queryOptions({ itemId }, WHEN_OPENED));
  const opened = useOpened(file);
  if (file.isError && opened === undefined)
    return (
      <>
        <PageHeading title="Audit" above={<Above file={null} />} />
        <Problem error={file.error} what="The audit could not be loaded" onRetry={() => void file.refetch()} />
      </>
    );
  if (opened === undefined) return <PageSkeleton label="Loading the audit" />;
  return <Loaded key={opened.id} file={opened} />;
}

function Above({ file }: { readonly file: AuditFile | null }): ReactElement {
  const me = useMe();
  return (
    <>
      <TextLink to="/audits/mine">My audits</TextLink>
      {file !== null && me.permissions.includes('audits:plan') && (
        <>
          {' · '}
          <TextLink to="/audits/$auditId" params={{ auditId: file.auditId }}>
            {file.auditTitle}
          </TextLink>
        </>
      )}
    </>
  );
}

function Loaded({ file }: { readonly file: AuditFile }): ReactElement {
  const [said, setSaid] = useState<string | null>(null);
  const refresh = useRefresh();
  const done = async (says: string): Promise<void> => {
    await refresh();
    setSaid(says);
  };
  return (
    <>
      <PageHeading
        title={`${file.kindTitle}: ${file.label}`}
        above={<Above file={file} />}
        lead={<Lead file={file} />}
        actions={isLetter(file) ? <PrintButton /> : undefined}
      />
      {said !== null && (
        <Box className="no-print" mb="md">
          <SavedNotice key={`${said} ${file.version}`} title={said} />
        </Box>
      )}
      {file.action !== null && <AuditedAction action={file.action} />}
      <Suspense fallback={<PageSkeleton label="Opening" />}>
        <View file={file} done={done} />
      </Suspense>
    </>
  );
}

/** Whether the page shows a completed audit. */
function isLetter({ made, state, access }: AuditFile): boolean {
  return made !== null && isCompleted(state) && !access.isAtWork && !access.isToGradeBlind;
}

function PrintButton(): ReactElement {
  return (
    <Button variant="default" onClick={() => globalThis.print()}>
      Print it
    </Button>
  );
}

function View({ file, done }: { readonly file: AuditFile; readonly done: (says: string) => Promise<void> }): ReactElement {
  const { made } = file;
  if (file.access.isToGradeBlind) return <GradeBlind file={file} onDone={() => done('Your grade is kept.')} />;
  if (file.access.isAtWork && made !== null)
    return <FileAtWork file={{ ...file, made }} onCompleted={() => done('The audit is completed.')} />;
  if (made === null || !isCompleted(file.state))
    return (
      <p>
        {file.access.isAuditor
          ? 'This audit is not open. Whoever plans it can open it again.'
          : 'This audit is not completed yet.'}
      </p>
    );
  return <CompletedAudit file={{ ...file, made }} onDone={done} />;
}

function Lead({ file }: { readonly file: AuditFile }): ReactElement {
  const { today } = useMe();
  const due = `due by ${dateWithWeekday(file.dueOn)}, ${relativeToToday(file.dueOn, today)}`;
  const worker = file.about === 'child' && file.worker !== null ? `case of ${file.worker.name}` : null;
  const parts = [file.auditTitle, worker, file.team, isCompleted(file.state) ? null : due];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}
