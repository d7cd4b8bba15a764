import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ImportView } from '@plumbline/analytics/compliance';
import { kindOf } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { instantInWords } from '../../../parts/fact/value-words.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { ImportSteps } from '../components/import-steps.tsx';
import { ResultStep } from '../components/result-step.tsx';
import { useImportActions } from '../components/use-import-actions.ts';
import { isOpen, isWorking, stepOf, type ImportStep } from '../model/import-steps.ts';

// One step is open at a time.
const ColumnMapper = lazy(async () => ({ default: (await import('../components/column-mapper.tsx')).ColumnMapper }));
const CodeMapper = lazy(async () => ({ default: (await import('../components/code-mapper.tsx')).CodeMapper }));
const CheckStep = lazy(async () => ({ default: (await import('../components/check-step.tsx')).CheckStep }));

const route = getRouteApi('/imports/$importId');

/** One file on its way into the record. */
export function ImportPage(): ReactElement {
  const { importId } = route.useParams();
  const trpc = useTRPC();
  const view = useQuery(
    trpc.imports.get.queryOptions(
      { importId },
      {
        staleTime: 0,
        refetchInterval: (query) => (query.state.data !== undefined && isWorking(query.state.data.state) ? 700 : false),
      },
    ),
  );
  if (view.isPending) return <PageSkeleton label="Opening the file" />;
  if (view.isError)
    return (
      <>
        <PageHeading title="A file" above={<TextLink to="/imports">Imports</TextLink>} />
        <Problem error={view.error} what="This file could not be loaded" onRetry={() => void view.refetch()} />
      </>
    );
  return <OneImport key={importId} view={view.data} />;
}

function OneImport({ view }: { readonly view: ImportView }): ReactElement {
  const { permissions } = useMe();
  const actions = useImportActions(view);
  const [asked, setAsked] = useState<ImportStep | null>(null);
  const mayPrepare = permissions.includes('imports:prepare') && isOpen(view.state);
  const step = asked !== null && mayPrepare ? asked : stepOf(view);

  function read(columns: Readonly<Record<string, string | null>>): void {
    setAsked(null);
    actions.setColumns(columns);
  }

  return (
    <>
      <PageHeading
        title={view.fileName}
        lead={`${kindOf(view.kind).title}. Brought in ${instantInWords(view.uploadedAt)}${view.uploadedBy === null ? '' : ` by ${view.uploadedBy}`}.`}
        above={<TextLink to="/imports">Imports</TextLink>}
      />
      <Stack gap="xl">
        <ImportSteps current={step} />
        {actions.error !== null && <RefusalNotice refusal={refusalOf(actions.error)} />}
        {isWorking(view.state) && <Working view={view} />}
        <Suspense fallback={<PageSkeleton label="Opening this step" />}>
          {!isWorking(view.state) && step === 'columns' && <ColumnMapper view={view} isSaving={actions.isBusy} onSave={read} />}
          {!isWorking(view.state) && step === 'codes' && (
            <CodeMapper
              view={view}
              isReading={actions.isBusy}
              onRead={() => read(Object.fromEntries(view.columns.map((column) => [column.theirs, column.ours])))}
            />
          )}
          {!isWorking(view.state) && step === 'check' && (
            <CheckStep
              view={view}
              mayApply={permissions.includes('imports:apply')}
              isBusy={actions.isBusy}
              onApply={actions.apply}
            />
          )}
        </Suspense>
        {step === 'done' && <ResultStep view={view} />}
        {mayPrepare && (
          <Group gap="sm">
            {step !== 'columns' && (
              <Button variant="default" onClick={() => setAsked('columns')}>
                Change columns
              </Button>
            )}
            {step !== 'codes' && (
              <Button variant="default" onClick={() => setAsked('codes')}>
                Change codes
              </Button>
            )}
            {asked !== null && (
              <Button variant="default" onClick={() => setAsked(null)}>
                Back to the check
              </Button>
            )}
            <Button variant="subtle" onClick={actions.discard} loading={actions.isDiscarding}>
              Put this file aside
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}

/** How far reading or applying is; it goes on when the page is left. */
function Working({ view }: { readonly view: ImportView }): ReactElement {
  const what = view.state === 'reading' ? 'Reading the file' : 'Applying the file';
  const tenths = Math.floor(view.progress * 10) * 10;
  return (
    <Stack gap="xs" maw="36rem">
      <Text>
        {what}
        {view.rows > 0 ? `: ${view.rows.toLocaleString('en-GB')} rows` : ''}
      </Text>
      <Progress value={view.progress * 100} animated aria-label={what} />
      <Text size="sm" c="dimmed" aria-live="polite">
        {tenths} %. You can leave this page: it goes on, and the file is listed under Imports.
      </Text>
      {view.state === 'applying' && <Text size="sm">All of it is recorded together at the end, or nothing.</Text>}
    </Stack>
  );
}
