import { type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { changesInWords, hasChanges, hasCounts } from '../model/import-steps.ts';
import { ChangeCounts } from './change-counts.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemsTable } from './problems-table.tsx';

interface CheckStepProps {
  readonly view: ImportView;
  readonly mayApply: boolean;
  readonly isBusy: boolean;
  readonly onApply: () => void;
}

/** The dry run: what the file would change, what is wrong in it, and the one button that records it. */
export function CheckStep({ view, mayApply, isBusy, onApply }: CheckStepProps): ReactElement {
  const isReady = view.state === 'ready';
  const changes = view.changes.added + view.changes.changed + view.changes.ended;
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
      {!isReady && <ProblemsTable view={view} />}
      {hasCounts(view.changes) && (
        <Stack component="section" gap="md" aria-labelledby="dry-run">
          <Title order={2} id="dry-run">
            Dry run: nothing is recorded yet
          </Title>
          <Text aria-live="polite">{changesInWords(view.changes, false)}</Text>
          <ChangeCounts changes={view.changes} />
          {isReady && mayApply && hasChanges(view.changes) && (
            <>
              <Group>
                <Button size="md" onClick={onApply} loading={isBusy}>
                  {changes === 1 ? 'Apply one change' : `Apply ${changes.toLocaleString('en-GB')} changes`}
                </Button>
              </Group>
              <Text size="sm" c="dimmed" className="prose">
                All of it is recorded together, or nothing. It cannot be taken back in one step afterwards; single entries can be
                corrected by hand.
              </Text>
            </>
          )}
          {isReady && !mayApply && <Text>Somebody with the right to apply files has to do the last step.</Text>}
        </Stack>
      )}
      <PreviewTable view={view} />
      {isReady && view.problems > 0 && <ProblemsTable view={view} />}
    </Stack>
  );
}
