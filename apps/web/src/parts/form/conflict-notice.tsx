import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { DifferenceRow } from '../fact/difference.ts';
import { instantInWords } from '../fact/value-words.ts';
import { DifferenceTable } from './difference-table.tsx';

interface ConflictNoticeProps {
  readonly theirs: { readonly recordedBy: string | null; readonly recordedAt: string };
  readonly rows: readonly DifferenceRow[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly isSaving: boolean;
}

/** Somebody saved first: both versions side by side, and the choice between them. Nothing was overwritten. */
export function ConflictNotice({ theirs, rows, onKeepMine, onTakeTheirs, isSaving }: ConflictNoticeProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      title="Somebody changed this while you had it open"
    >
      <Stack gap="sm">
        <Text>
          {theirs.recordedBy ?? 'An import'} changed it on {instantInWords(theirs.recordedAt)}. Nothing was overwritten: say which
          version is right.
        </Text>
        {rows.length === 0 ? (
          <Text>Their version says the same as yours.</Text>
        ) : (
          <DifferenceTable caption="Where the two differ" rows={rows} before="Saved meanwhile" after="What you typed" />
        )}
        <Group gap="sm">
          <Button onClick={onKeepMine} loading={isSaving}>
            Save mine over it
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            Keep what was saved
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
