import { lazy, Suspense, type ReactElement } from 'react';
import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ImportConcern, ImportView } from '@plumbline/analytics/compliance';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { changesInWords, hasChanges, hasCounts } from '../model/import-steps.ts';
import { ApplyButton } from './apply-button.tsx';
import { AwaitedFiles } from './awaited-files.tsx';
import { ChangeCounts } from './change-counts.tsx';
import { Concerns } from './concerns.tsx';

// Tables, below what is said of the whole; most files have nothing wrong in them.
const PreviewTable = lazy(async () => ({ default: (await import('./preview-table.tsx')).PreviewTable }));
const ProblemsTable = lazy(async () => ({ default: (await import('./problems-table.tsx')).ProblemsTable }));

interface CheckStepProps {
  readonly view: ImportView;
  readonly mayApply: boolean;
  readonly isBusy: boolean;
  readonly onApply: (agreed: readonly ImportConcern['kind'][]) => void;
}

/** The dry run: what the file would change, what is wrong in it, and the one button that records it. */
export function CheckStep({ view, mayApply, isBusy, onApply }: CheckStepProps): ReactElement {
  const isReady = view.state === 'ready';
  return (
    <Stack gap="xl">
      {!isReady && (
        <Alert
          color="var(--pl-status-overdue)"
          maw="52rem"
          variant="light"
          title={
            view.problems === 1
              ? 'One problem stops this file'
              : `${view.problems.toLocaleString('en-GB')} problems stop this file`
          }
        >
          Nothing of it is recorded, not even the rows that are right: a file is applied whole or not at all. Mend them in your
          system or in the file, then bring it in again.
        </Alert>
      )}
      {view.unmapped.length > 0 && (
        <Text>
          {view.unmapped.length === 1 ? 'One code is' : `${view.unmapped.length} codes are`} not matched yet. Use “Change codes”
          below.
        </Text>
      )}
      {!isReady && (
        <Suspense fallback={<PageSkeleton label="Loading the problems" />}>
          <ProblemsTable view={view} />
        </Suspense>
      )}
      {hasCounts(view.changes) && (
        <Stack component="section" gap="md" aria-labelledby="dry-run">
          <Title order={2} id="dry-run">
            Dry run: nothing is recorded yet
          </Title>
          <Text aria-live="polite">{changesInWords(view.changes, false)}</Text>
          <ChangeCounts changes={view.changes} />
          {isReady && <AwaitedFiles awaits={view.awaits} />}
          {isReady && mayApply && hasChanges(view.changes) && !view.awaits.some((file) => file.needsYes) && (
            <ApplyButton key={view.basis} view={view} isBusy={isBusy} onApply={onApply} />
          )}
          {isReady && !mayApply && <Concerns view={view} agreed={[]} isAsked={false} />}
          {isReady && !mayApply && <Text>Somebody with the right to apply files has to do the last step.</Text>}
        </Stack>
      )}
      <Suspense fallback={<PageSkeleton label="Loading what would change" />}>
        <PreviewTable view={view} />
      </Suspense>
      {isReady && view.problems > 0 && (
        <Suspense fallback={<PageSkeleton label="Loading the problems" />}>
          <ProblemsTable view={view} />
        </Suspense>
      )}
    </Stack>
  );
}
