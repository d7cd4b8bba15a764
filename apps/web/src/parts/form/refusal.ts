import { TRPCClientError } from '@trpc/client';
import { problemOf } from '../../app/api/problem.ts';

/** Why the server did not save, as the form must speak about it. */
export interface Refusal {
  readonly kind:
    | 'out-of-date'
    | 'already-recorded'
    | 'sent-before'
    | 'wrong-state'
    | 'invalid'
    | 'forbidden'
    | 'offline'
    | 'other';
  /** What the server says of single fields, by column. */
  readonly fields: Readonly<Record<string, string>>;
}

interface WireProblem {
  readonly kind?: unknown;
  readonly fields?: unknown;
}

const KINDS: Readonly<Record<string, Refusal['kind']>> = {
  'out-of-date': 'out-of-date',
  'already-recorded': 'already-recorded',
  'same-key-other-request': 'sent-before',
  'wrong-state': 'wrong-state',
  'not-valid': 'invalid',
  'no-permission': 'forbidden',
  'not-found': 'forbidden',
};

/** Reads the answer of a call that was refused. */
export function refusalOf(error: unknown): Refusal {
  const problem =
    error instanceof TRPCClientError
      ? ((error.data as { problem?: WireProblem | null } | null | undefined)?.problem ?? null)
      : null;
  const fields =
    problem !== null && typeof problem.fields === 'object' && problem.fields !== null
      ? (problem.fields as Record<string, string>)
      : {};
  const named = typeof problem?.kind === 'string' ? KINDS[problem.kind] : undefined;
  if (named !== undefined) return { kind: named, fields };
  const general = problemOf(error);
  if (general === 'out-of-date' || general === 'invalid' || general === 'offline') return { kind: general, fields };
  return { kind: general === 'forbidden' || general === 'not-found' ? 'forbidden' : 'other', fields };
}

/** What happened and how to mend it, in two short sentences. */
export const REFUSAL_WORDS: Readonly<Record<Refusal['kind'], string>> = {
  'out-of-date':
    'Somebody changed this while you had it open. Nothing was overwritten: see how it stands now, and save yours again.',
  'already-recorded': 'This is recorded already. Open the entry that is there and correct it instead of adding a second one.',
  'sent-before':
    'Your first try did reach the server before the connection broke. Load the page again to see it, then change it there.',
  'wrong-state': 'This can no longer be changed. Load the page again to see how it stands.',
  invalid: 'Something in the form does not fit the record. Check the fields below and save again.',
  forbidden: 'You may not do this here. If you should, ask your administrator to look at your posts and supervision pairs.',
  offline:
    'The server cannot be reached, so nothing is saved yet. What you typed is still here: check the connection and save again.',
  other: 'The server could not save this, so nothing is changed. What you typed is still here: try again in a minute.',
};
