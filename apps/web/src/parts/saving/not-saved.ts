import { refusalOf, type Refusal } from '../form/refusal.ts';

/** Why something that saves itself was not saved, as pages speak about it. */
export type NotSaved = Exclude<Refusal['kind'], 'already-recorded' | 'sent-before'>;

/** Reads it from the answer of a call that was refused. What only a form can be told is something else here. */
export function whyNotSaved(error: unknown): NotSaved {
  const { kind } = refusalOf(error);
  return kind === 'already-recorded' || kind === 'sent-before' ? 'other' : kind;
}
