import { useState, type ReactElement } from 'react';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { columnsInWords, type ColumnLine, type Kept } from '../model/column-words.ts';
import { ColumnEditor } from './column-editor.tsx';
import css from './feed-columns.module.css';

interface FeedColumnsProps {
  readonly lines: readonly ColumnLine[];
  readonly mayChange: boolean;
}

/** The columns of a kind that rules read, closed until somebody asks: each with from when it is recorded here. */
export function FeedColumns({ lines, mayChange }: FeedColumnsProps): ReactElement | null {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const set = useMutation(trpc.feeds.setColumn.mutationOptions());
  const [editing, setEditing] = useState<string | null>(null);
  const [moved, setMoved] = useState<ColumnLine | null>(null);
  if (lines.length === 0) return null;

  function save({ kind, column }: ColumnLine, kept: Kept, after: ColumnLine | null, key = newIdempotencyKey()): void {
    set.mutate(
      { kind, column, kept, idempotencyKey: key },
      {
        onSuccess: () => {
          setEditing(null);
          setMoved(after);
          void queryClient.invalidateQueries();
        },
      },
    );
  }

  return (
    <details className={css['columns']}>
      <summary>{columnsInWords(lines)}</summary>
      <Stack gap="md" py="sm">
        {set.isError && <RefusalNotice refusal={refusalOf(set.error)} />}
        {moved !== null && (
          <SavedNotice
            key={`${moved.column}-${moved.kept}`}
            title={`${moved.label}: changed`}
            onUndo={() => save(moved, moved.kept, null)}
            isUndoing={set.isPending}
          >
            <Text>What is due was worked out again for the whole council.</Text>
          </SavedNotice>
        )}
        <Stack component="ul" gap="md" p={0} m={0} className={css['list']}>
          {lines.map((line) => (
            <li key={line.column}>
              <OneColumn line={line} />
              {editing === line.column ? (
                <ColumnEditor
                  line={line}
                  isSaving={set.isPending}
                  onSave={(kept, key) => save(line, kept, line, key)}
                  onLeave={() => setEditing(null)}
                />
              ) : (
                mayChange && (
                  <Button
                    variant="default"
                    size="xs"
                    mt="xs"
                    aria-label={`Change from when “${line.label}” is recorded`}
                    onClick={() => {
                      setMoved(null);
                      setEditing(line.column);
                    }}
                  >
                    Change
                  </Button>
                )
              )}
            </li>
          ))}
        </Stack>
      </Stack>
    </details>
  );
}

function OneColumn({ line }: { readonly line: ColumnLine }): ReactElement {
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text fw={600}>{line.label}</Text>
        <Text>{line.state}</Text>
        <Text c="dimmed">{line.filled}</Text>
      </Group>
      {line.isDoubtful && <Text size="sm">Does anybody record this here? If not, say so: until then it counts as not done.</Text>}
      <List size="sm" c="dimmed" listStyleType="none" className="prose">
        {line.asked.map((asked) => (
          <List.Item key={asked}>{asked}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
