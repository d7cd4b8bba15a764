import { type ReactElement } from 'react';
import { Alert, Group, Stack } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { instantInWords } from '../../../parts/fact/value-words.ts';
import { changesInWords } from '../model/import-steps.ts';
import { ChangeCounts } from './change-counts.tsx';
import { ProblemsTable } from './problems-table.tsx';

/** What became of the file. */
export function ResultStep({ view }: { readonly view: ImportView }): ReactElement {
  return (
    <Stack gap="lg">
      {view.state === 'applied' && (
        <>
          <Alert
            color="plumb"
            maw="52rem"
            variant="light"
            title={view.appliedAt === null ? 'Applied' : `Applied on ${instantInWords(view.appliedAt)}`}
          >
            {changesInWords(view.changes, true)} What is due was worked out again in the same step.
          </Alert>
          <ChangeCounts changes={view.changes} />
        </>
      )}
      {view.state === 'failed' && (
        <Alert color="var(--pl-status-overdue)" maw="52rem" variant="light" title="Nothing was recorded">
          {view.failure ?? 'The file could not be applied.'} The record stands exactly as before.
        </Alert>
      )}
      {view.state === 'discarded' && (
        <Alert maw="52rem" color="gray" variant="light" title="Put aside">
          Nothing of this file was recorded. To use it after all, bring it in again.
        </Alert>
      )}
      <Group gap="sm">
        <ButtonLink to="/imports/new" search={{ kind: view.kind }}>
          {view.state === 'applied' ? 'Bring in another file' : 'Bring in the mended file'}
        </ButtonLink>
        <ButtonLink variant="default" to="/imports">
          All imports
        </ButtonLink>
      </Group>
      {view.problems > 0 && <ProblemsTable view={view} />}
    </Stack>
  );
}
