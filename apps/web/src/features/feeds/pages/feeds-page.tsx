import { useState, type ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FactKindName } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RecordsNavigation } from '../../../parts/records-navigation/records-navigation.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { FeedEditor } from '../components/feed-editor.tsx';
import { FeedTable } from '../components/feed-table.tsx';
import { feedLine, type FeedLine } from '../model/feed-words.ts';

interface Moved {
  readonly line: FeedLine;
  readonly to: string | null;
}

/** From which day each kind of record is kept here, and what is not known because of it. */
export function FeedsPage(): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mayChange = useMe().permissions.includes('feeds:set');
  const feeds = useQuery(trpc.feeds.get.queryOptions());
  const [editing, setEditing] = useState<FactKindName | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const set = useMutation(trpc.feeds.set.mutationOptions());
  if (feeds.isPending) return <PageSkeleton label="Loading" />;
  if (feeds.isError)
    return (
      <>
        <PageHeading title="From which day records are kept" />
        <Problem
          error={feeds.error}
          what="The first days of the records could not be loaded"
          onRetry={() => void feeds.refetch()}
        />
      </>
    );
  const lines = feeds.data.map(feedLine);
  const edited = lines.find((line) => line.kind === editing);

  function save(line: FeedLine, from: string | null, after: Moved | null, key = newIdempotencyKey()): void {
    set.mutate(
      { kind: line.kind, from, idempotencyKey: key },
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
    <>
      <PageHeading
        title="From which day records are kept"
        lead="Before that day, what is due is “not known”: it is never called late and stays outside every figure."
        above={<RecordsNavigation current="/record-starts" />}
      />
      <Stack gap="lg">
        {set.isError && <RefusalNotice refusal={refusalOf(set.error)} />}
        {moved !== null && (
          <SavedNotice
            key={`${moved.line.kind}-${moved.to}`}
            title={`${moved.line.title}: the day is changed`}
            onUndo={() => save(moved.line, moved.line.from, null)}
            isUndoing={set.isPending}
          >
            <Text>What is due was worked out again for the whole council.</Text>
          </SavedNotice>
        )}
        <FeedTable
          lines={lines}
          mayChange={mayChange}
          editing={editing}
          onEdit={(kind) => {
            setMoved(null);
            setEditing(kind);
          }}
          editor={
            edited === undefined ? null : (
              <FeedEditor
                key={edited.kind}
                line={edited}
                isSaving={set.isPending}
                onSave={(from, key) => save(edited, from, { line: edited, to: from }, key)}
                onLeave={() => setEditing(null)}
              />
            )
          }
        />
      </Stack>
    </>
  );
}
