import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AuditEvent } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import type { AuditView } from '../model/outputs.ts';
import { useIntention } from './use-intention.ts';

type Move = Exclude<AuditEvent, 'draw' | 'draw-again'>;

export interface AuditSteps {
  readonly move: (event: Move) => void;
  readonly drawAgain: () => void;
  readonly busy: Move | 'draw-again' | null;
  readonly error: unknown;
  /** Something else was done: an old refusal says nothing any more. */
  readonly forget: () => void;
}

const DONE: Readonly<Record<Move | 'draw-again', string>> = {
  open: 'It is open. Its auditors find their files under “My audits”.',
  close: 'It is closed.',
  reopen: 'It is open again.',
  drop: 'It is dropped.',
  'draw-again': 'What was in it is taken off. The plan can be changed.',
};

/** The steps of an audit’s life; after each, and after a refusal, the page shows how it stands now. */
export function useAuditSteps(audit: Pick<AuditView, 'id' | 'version'>, onDone: (words: string) => void): AuditSteps {
  const { audits } = useTRPC();
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  const refresh = { onSettled: () => queryClient.invalidateQueries() };
  const move = useMutation(audits.move.mutationOptions(refresh));
  const again = useMutation(audits.drawAgain.mutationOptions(refresh));
  const at = { auditId: audit.id, baseVersion: audit.version };
  return {
    move(event) {
      again.reset();
      move.mutate({ ...at, event, idempotencyKey: keyFor({ ...at, event }) }, { onSuccess: () => onDone(DONE[event]) });
    },
    drawAgain() {
      move.reset();
      again.mutate(
        { ...at, idempotencyKey: keyFor({ ...at, event: 'draw-again' }) },
        { onSuccess: () => onDone(DONE['draw-again']) },
      );
    },
    busy: again.isPending ? 'draw-again' : move.isPending ? (move.variables.event as Move) : null,
    error: move.error ?? again.error,
    forget() {
      move.reset();
      again.reset();
    },
  };
}
