import { useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonLabel, SessionDetail, SessionLogged } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, type Refusal } from '../../../parts/form/refusal.ts';
import { sentValues } from '../../../parts/form/sent-values.ts';
import type { DifferenceRow } from '../../../parts/fact/difference.ts';
import { clockOf, type DueBefore } from '../model/changed-words.ts';
import type { LogInput } from '../model/check-log.ts';
import { sessionDifference } from '../model/session-difference.ts';
import type { UndoState } from './logged-notice.tsx';

interface LogSavingOptions {
  readonly supervisee: PersonLabel;
  readonly existing: SessionDetail | null;
  readonly onLogged: (isLogged: boolean) => void;
  readonly onPutBack: () => void;
}

interface Conflict {
  readonly theirs: SessionDetail;
  readonly rows: readonly DifferenceRow[];
}

interface LogSaving {
  readonly logged: { readonly answer: SessionLogged; readonly before: DueBefore } | null;
  readonly conflict: Conflict | null;
  readonly refusal: Refusal | null;
  readonly isSaving: boolean;
  readonly undo: UndoState;
  save(input: LogInput): void;
  keepMine(): void;
}

/** Saving a supervision: once per form, never over somebody else's change, and back again on undo. */
export function useLogSaving({ supervisee, existing, onLogged, onPutBack }: LogSavingOptions): LogSaving {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const [opened] = useState(existing);
  const [logged, setLogged] = useState<LogSaving['logged']>(null);
  const [mine, setMine] = useState<LogInput | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const log = useMutation(trpc.supervision.log.mutationOptions());
  const before = useDueBefore(supervisee.id);
  const undo = useUndo(logged?.answer ?? null, opened, () => {
    key.current = newIdempotencyKey();
    log.reset();
    setLogged(null);
    onLogged(false);
    onPutBack();
  });

  function send(input: LogInput, over: SessionDetail | null): void {
    setMine(input);
    log.mutate(
      {
        sessionId: over?.id ?? null,
        baseVersion: over?.version ?? null,
        values: sentValues({ ...over?.values, ...input.values }),
        children: input.children.map((child) => ({ ...child })),
        idempotencyKey: key.current,
      },
      {
        onSuccess: (answer) => {
          setConflict(null);
          setLogged({ answer, before });
          onLogged(true);
          void queryClient.invalidateQueries();
        },
        onError: (error) => {
          if (over !== null && refusalOf(error).kind === 'out-of-date') void showBoth(input, over.id);
        },
      },
    );
  }

  async function showBoth(input: LogInput, sessionId: string): Promise<void> {
    key.current = newIdempotencyKey();
    const theirs = await queryClient.fetchQuery({ ...trpc.supervision.get.queryOptions({ sessionId }), staleTime: 0 });
    setConflict({ theirs, rows: sessionDifference(theirs, input) });
  }

  return {
    logged,
    conflict,
    refusal: log.error === null ? null : refusalOf(log.error),
    isSaving: log.isPending,
    undo,
    save: (input) => send(input, conflict?.theirs ?? opened),
    keepMine: () => mine !== null && send(mine, conflict?.theirs ?? opened),
  };
}

/** The supervisee's due dates as they stood when the form was opened. */
function useDueBefore(personId: string): DueBefore {
  const trpc = useTRPC();
  const view = useQuery(trpc.subject.view.queryOptions({ subjectId: personId }));
  const currents = (view.data?.person?.lanes ?? []).flatMap((lane) => (lane.current === null ? [] : [lane.current]));
  return Object.fromEntries(currents.map((duty) => [clockOf(duty), duty.effectiveDueOn ?? duty.dueOn]));
}

/** Takes back what was saved: an earlier line is put back as it was, a new one is withdrawn. */
function useUndo(answer: SessionLogged | null, opened: SessionDetail | null, onStartAgain: () => void): UndoState {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const log = useMutation(trpc.supervision.log.mutationOptions());
  const withdraw = useMutation(trpc.facts.withdraw.mutationOptions());

  async function putBack(before: SessionDetail, version: number): Promise<void> {
    const children = before.children.map((entry) => ({
      childId: entry.child.id,
      filedAt: entry.filedAt,
      summarySentAt: entry.summarySentAt,
    }));
    await log.mutateAsync({
      sessionId: before.id,
      baseVersion: version,
      values: sentValues(before.values),
      children,
      idempotencyKey: newIdempotencyKey(),
    });
  }

  /** The children discussed are taken off first, so that none is left without its supervision. */
  async function withdrawNew({ sessionId, version }: SessionLogged): Promise<void> {
    const session = await queryClient.fetchQuery({ ...trpc.supervision.get.queryOptions({ sessionId }), staleTime: 0 });
    const bare =
      session.children.length === 0
        ? version
        : (
            await log.mutateAsync({
              sessionId,
              baseVersion: version,
              values: sentValues(session.values),
              children: [],
              idempotencyKey: newIdempotencyKey(),
            })
          ).version;
    await withdraw.mutateAsync({
      factId: sessionId,
      baseVersion: bare,
      because: 'Undone right after logging',
      idempotencyKey: newIdempotencyKey(),
    });
  }

  const work = useMutation({
    mutationFn: (logged: SessionLogged) => (opened === null ? withdrawNew(logged) : putBack(opened, logged.version)),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return {
    canUndo: answer !== null,
    isBusy: work.isPending,
    isDone: work.isSuccess,
    refusal: work.error === null ? null : refusalOf(work.error),
    run: () => answer !== null && work.mutate(answer),
    startAgain: () => {
      work.reset();
      onStartAgain();
    },
  };
}
