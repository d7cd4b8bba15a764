import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { changeGroups, type ChangeGroup } from '../model/change-words.ts';
import type { LoadedTool } from '../model/outputs.ts';
import css from './audit-tools.module.css';
import type { ToolWork } from './use-tool.ts';

interface ChangesSinceProps {
  readonly loaded: LoadedTool;
  readonly work: ToolWork;
  /** The version published last. */
  readonly number: number;
}

/** What is otherwise than in the version published last, as it is saved. */
export function ChangesSince({ loaded, work, number }: ChangesSinceProps): ReactElement {
  const client = useTRPCClient();
  const isSaved = work.saving.kind === 'saved';
  // One answer for each version that was saved: it never changes.
  const changes = useQuery({
    queryKey: ['audit-tool-changes', loaded.id, work.version],
    queryFn: async () => (await client.auditTools.get.query({ toolId: loaded.id })).changes,
    enabled: isSaved,
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div aria-busy={isSaved && changes.isPending}>
      <h3>What changed since version {number}</h3>
      {!isSaved && <Text c="dimmed">Shown once your changes are saved.</Text>}
      {isSaved && changes.isPending && <Text c="dimmed">Looking it up …</Text>}
      {changes.isError && (
        <Problem error={changes.error} what="What changed could not be loaded" onRetry={() => void changes.refetch()} />
      )}
      {isSaved && changes.isSuccess && changes.data !== null && <Groups groups={changeGroups(changes.data, work.tool)} />}
    </div>
  );
}

function Groups({ groups }: { readonly groups: readonly ChangeGroup[] }): ReactElement {
  if (groups.length === 0)
    return (
      <Text className="prose">
        No question, answer or description. The title, the introduction, the areas or the order may be other than before.
      </Text>
    );
  return (
    <>
      {groups.map(({ title, says, changes }) => (
        <section key={title} aria-label={title}>
          <h4>
            {title} ({changes.length})
          </h4>
          {says !== null && (
            <Text size="sm" c="dimmed" mb="xs">
              {says}
            </Text>
          )}
          <ul className={css['plainList']}>
            {changes.map(({ key, what, before, after }) => (
              <li key={key}>
                {what}
                {(before !== null || after !== null) && (
                  <dl className={css['changed']}>
                    <dt>Before</dt>
                    <dd>{before ?? 'Nothing'}</dd>
                    <dt>Now</dt>
                    <dd>{after ?? 'Nothing'}</dd>
                  </dl>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
