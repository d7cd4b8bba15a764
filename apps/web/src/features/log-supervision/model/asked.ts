import type { LogDraft, Outcome } from './log-draft.ts';

/** A group of questions on the form. */
export type Question =
  | 'supervisor'
  | 'kind'
  | 'purposes'
  | 'topics'
  | 'planned-start'
  | 'planned-length'
  | 'held-start'
  | 'length'
  | 'mode'
  | 'interruption'
  | 'longest-block'
  | 'interruption-reason'
  | 'reason'
  | 'cancelled-by'
  | 'exceptional'
  | 'new-date'
  | 'rearranged-for'
  | 'no-new-date-reason'
  | 'children'
  | 'record';

const FIRST: Readonly<Record<Outcome, readonly Question[]>> = {
  planned: ['supervisor', 'kind', 'planned-start', 'planned-length', 'mode'],
  held: ['supervisor', 'kind', 'held-start', 'length', 'mode', 'purposes', 'interruption', 'children', 'record'],
  postponed: ['supervisor', 'kind', 'planned-start', 'reason', 'cancelled-by', 'exceptional', 'new-date'],
  cancelled: ['supervisor', 'kind', 'planned-start', 'reason', 'cancelled-by', 'exceptional', 'new-date'],
};

/** Which questions the form asks, given what has been answered so far. Nothing is asked before the outcome is chosen. */
export function askedOf(draft: LogDraft): ReadonlySet<Question> {
  if (draft.outcome === null) return new Set();
  const asked = new Set(FIRST[draft.outcome]);
  if (draft.kind === 'check-in' && draft.outcome === 'held') asked.add('topics');
  if (asked.has('interruption') && draft.interruption !== 'none') {
    asked.add('longest-block');
    asked.add('interruption-reason');
  }
  if (asked.has('new-date') && draft.hasNewDate === 'yes') asked.add('rearranged-for');
  if (asked.has('new-date') && draft.hasNewDate === 'no') asked.add('no-new-date-reason');
  return asked;
}

/** The status that the log keeps: an interruption makes its own. */
export function statusOf(draft: LogDraft): string {
  if (draft.outcome !== 'held') return draft.outcome ?? 'planned';
  return draft.interruption === 'none' ? 'held' : draft.interruption === 'carried-on' ? 'interrupted' : 'abandoned';
}
