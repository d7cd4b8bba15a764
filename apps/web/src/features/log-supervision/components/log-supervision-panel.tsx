import { useState, type ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { leave } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import type { LogSupervisionPanelProps } from '../index.ts';
import { isToSay } from '../model/log-draft.ts';
import { LogForm } from './log-form.tsx';
import { PlannedChoice, NOT_PLANNED } from './planned-choice.tsx';

/** The form for one supervision: which one it is, then what became of it. */
export function LogSupervisionPanel({ personId, sessionId, onDone }: LogSupervisionPanelProps): ReactElement {
  const trpc = useTRPC();
  const { today } = useMe();
  const [chosen, setChosen] = useState(sessionId ?? '');
  const [isLogged, setLogged] = useState(false);
  const prepare = useQuery(trpc.supervision.prepare.queryOptions({ personId }, { staleTime: 0 }));
  const existingId = sessionId ?? (chosen === '' || chosen === NOT_PLANNED ? undefined : chosen);
  const existing = useQuery(
    trpc.supervision.get.queryOptions({ sessionId: existingId ?? '' }, { enabled: existingId !== undefined, staleTime: 0 }),
  );
  if (prepare.isPending) return <PageSkeleton label="Opening the form" rows={4} />;
  if (prepare.isError)
    return <Problem error={prepare.error} what="The form could not be opened" onRetry={() => void prepare.refetch()} />;
  const { planned } = prepare.data;
  const asksWhich = !isLogged && sessionId === undefined && planned.length > 0;
  return (
    <Stack gap="lg">
      {asksWhich && <PlannedChoice planned={planned} value={chosen} onChange={(next) => leave(() => setChosen(next))} />}
      {asksWhich && chosen === '' && <Text c="dimmed">Choose which one, then say what became of it.</Text>}
      {existingId !== undefined && existing.isPending && <PageSkeleton label="Loading this supervision" rows={3} />}
      {existingId !== undefined && existing.isError && (
        <Problem error={existing.error} what="This supervision could not be loaded" onRetry={() => void existing.refetch()} />
      )}
      {existingId !== undefined && existing.isSuccess && (
        <LogForm
          key={existingId}
          prepared={prepare.data}
          existing={existing.data}
          isPlannedChosen={sessionId === undefined || isToSay(existing.data, today)}
          onLogged={setLogged}
          onDone={onDone}
        />
      )}
      {existingId === undefined && (!asksWhich || chosen === NOT_PLANNED) && (
        <LogForm key="new" prepared={prepare.data} existing={null} isPlannedChosen={false} onLogged={setLogged} onDone={onDone} />
      )}
    </Stack>
  );
}
