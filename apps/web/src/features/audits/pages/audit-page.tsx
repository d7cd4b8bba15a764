import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { nearDateWithWeekday } from '@plumbline/analytics/wording';
import type { AuditState } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Standing } from '../../../parts/status/standing.tsx';
import { AuditFacts } from '../components/audit-facts.tsx';
import { AuditNext } from '../components/audit-next.tsx';
import css from '../components/audits.module.css';
import { DrawFacts } from '../components/draw-facts.tsx';
import { FileFilters } from '../components/file-filters.tsx';
import { FileTable } from '../components/file-table.tsx';
import { useAuditSteps } from '../components/use-audit-step.ts';
import { basisInWords, filesInWords, standingOf, stateInWords } from '../model/audit-words.ts';
import { shownFiles } from '../model/file-rows.ts';
import type { AuditView, FileRow } from '../model/outputs.ts';

/** These open later: none of them is needed to see how an audit stands. */
const AuditorDrawer = lazy(async () => ({ default: (await import('../components/auditor-drawer.tsx')).AuditorDrawer }));
const PutAsideDialog = lazy(async () => ({ default: (await import('../components/put-aside-dialog.tsx')).PutAsideDialog }));
const ChangePlan = lazy(async () => ({ default: (await import('../components/change-plan.tsx')).ChangePlan }));

const route = getRouteApi('/audits/$auditId');

/** One audit of the programme: what comes next, its files, and how they were drawn. */
export function AuditPage(): ReactElement {
  const { auditId } = route.useParams();
  const trpc = useTRPC();
  const audit = useQuery(trpc.audits.get.queryOptions({ auditId }));
  if (audit.isError)
    return (
      <>
        <PageHeading title="An audit" above={<TextLink to="/audits">Audits</TextLink>} />
        <Problem error={audit.error} what="The audit could not be loaded" onRetry={() => void audit.refetch()} />
      </>
    );
  if (audit.data === undefined) return <PageSkeleton label="Loading the audit" />;
  return <Loaded audit={audit.data} />;
}

/** What is open over the page. */
type Over = { readonly kind: 'auditor' | 'second' | 'put-aside'; readonly file: FileRow } | { readonly kind: 'plan' } | null;

function Loaded({ audit }: { readonly audit: AuditView }): ReactElement {
  const today = useMe().today as LocalDate;
  const [said, setSaid] = useState('');
  const [over, setOver] = useState<Over>(null);
  const steps = useAuditSteps(audit, setSaid);
  function tell(words: string): void {
    setSaid(words);
    steps.forget();
  }
  const isOver = audit.state === 'closed' || audit.state === 'dropped';
  const { look, words } = standingOf({ ...audit, isOverdue: !isOver && audit.dueOn < today }, today);
  return (
    <>
      <PageHeading
        title={audit.title}
        above={<TextLink to="/audits">Audits</TextLink>}
        lead={
          <>
            {audit.kindTitle}, {basisInWords(audit.basis)}.{' '}
            {!isOver && `Last day ${nearDateWithWeekday(audit.dueOn as LocalDate, today)}.`}
            <div>
              <Standing status={look} words={words} />
            </div>
          </>
        }
        actions={
          isOver ? undefined : (
            <Button variant="default" onClick={() => setOver({ kind: 'plan' })}>
              Change the plan
            </Button>
          )
        }
      />
      <Stack gap="xl">
        <Steps audit={audit} />
        <div>
          <div aria-live="polite">
            {said !== '' && (
              <Alert variant="light" color="plumb" maw="58rem" mb="lg">
                {said}
              </Alert>
            )}
          </div>
          <AuditNext audit={audit} steps={steps} onDone={tell} />
        </div>
        {audit.files.length > 0 && <Files audit={audit} onOpen={setOver} />}
        {audit.draw !== null && <DrawFacts audit={audit} draw={audit.draw} />}
        <AuditFacts audit={audit} />
      </Stack>
      <Suspense fallback={null}>
        <OverPage audit={audit} over={over} onDone={tell} onClose={() => setOver(null)} />
      </Suspense>
    </>
  );
}

const USUAL_STEPS: readonly AuditState[] = ['planned', 'drawn', 'open', 'closed'];

function Steps({ audit: { state, basis } }: { readonly audit: AuditView }): ReactElement | null {
  if (state === 'dropped') return null;
  return (
    <ol className={css['steps']} aria-label="How far it has come">
      {USUAL_STEPS.map((step) => (
        <li key={step} aria-current={step === state ? 'step' : undefined}>
          {stateInWords(step, basis)}
        </li>
      ))}
    </ol>
  );
}

function Files({ audit, onOpen }: { readonly audit: AuditView; readonly onOpen: (over: Over) => void }): ReactElement {
  const asked = route.useSearch();
  const shown = shownFiles(audit.files, asked);
  const { reserve, putAside } = audit.progress;
  const besides = [reserve === 0 ? '' : `${reserve} in reserve`, putAside === 0 ? '' : `${putAside} put aside`].filter(
    (part) => part !== '',
  );
  return (
    <section aria-labelledby="files">
      <Stack gap="sm">
        <Title order={2} id="files">
          Files
        </Title>
        <FileFilters audit={audit} asked={asked} />
        <Text c="dimmed" aria-live="polite">
          {filesInWords(shown.length)} shown{besides.length === 0 ? '.' : `. Besides: ${besides.join(', ')}.`}
        </Text>
        {shown.length === 0 ? (
          <Text>Nothing fits. Show all again, or choose another team or auditor.</Text>
        ) : (
          <FileTable
            audit={audit}
            files={shown}
            asked={asked}
            actions={{
              onName: (file) => onOpen({ kind: 'auditor', file }),
              onNameSecond: (file) => onOpen({ kind: 'second', file }),
              onPutAside: (file) => onOpen({ kind: 'put-aside', file }),
            }}
          />
        )}
      </Stack>
    </section>
  );
}

interface OverPageProps {
  readonly audit: AuditView;
  readonly over: Over;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

function OverPage({ audit, over, onDone, onClose }: OverPageProps): ReactElement | null {
  const common = { audit, onDone, onClose };
  if (over === null) return null;
  if (over.kind === 'plan') return <ChangePlan {...common} />;
  if (over.kind === 'put-aside') return <PutAsideDialog {...common} file={over.file} />;
  return <AuditorDrawer {...common} file={over.file} purpose={over.kind} />;
}
