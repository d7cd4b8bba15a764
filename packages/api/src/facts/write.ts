import { createHash } from 'node:crypto';
import { writeFacts, type FactChange, type WriteResult } from '@plumbline/database';
import { kindOf } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { refuse } from '../problems.ts';

export type Written = Extract<WriteResult, { ok: true }>;

/** What a procedure writes: changes, the caller's key for doing it once, and what was asked, for telling a second use apart. */
export interface Write {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly asked: unknown;
  readonly changes: readonly FactChange[];
}

/** Writes facts for a caller, or refuses with what the page needs to explain it. */
export async function writeFor(caller: Caller, write: Write): Promise<Written> {
  const { person, councilId } = caller.signedIn;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([write.action, person, write.asked]))
    .digest('hex');
  const result = await writeFacts(caller.services.database, councilId, {
    actor: person,
    action: write.action,
    changes: write.changes,
    idempotency: { key: write.idempotencyKey, fingerprint },
  });
  return result.ok ? result : refuseWrite(result, write.changes);
}

function refuseWrite({ problem, change }: Extract<WriteResult, { ok: false }>, changes: readonly FactChange[]): never {
  const kind = changes[change]?.kind;
  const interval = kind === undefined ? undefined : kindOf(kind).interval;
  switch (problem.kind) {
    case 'not-found':
      return refuse('not-found');
    case 'stale':
      return refuse('out-of-date', {
        ...(problem.base === null ? {} : { yourVersion: problem.base.version }),
        ...(problem.current === null ? {} : { currentVersion: problem.current.version }),
      });
    case 'exists':
      return refuse('already-recorded', { currentVersion: problem.current.version });
    case 'overlaps':
      return refuse('not-valid', {
        fields: { [interval?.from ?? 'from']: 'Another entry already holds on some of these days.' },
      });
    case 'ends-before-it-begins':
      return refuse('not-valid', { fields: { [interval?.to ?? 'to']: 'The last day is before the first.' } });
    case 'key-used-otherwise':
      return refuse('same-key-other-request');
  }
}
