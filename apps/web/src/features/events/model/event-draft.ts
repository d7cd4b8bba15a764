import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { RIVAL_EVENT_KINDS, type FactValue } from '@plumbline/domain/facts';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import type { EventRow } from './outputs.ts';

export const LONGEST_TITLE = 200;

/** The form as it stands: dates as typed, '' for what is not given; the team '' is the whole council. */
export interface EventDraft {
  readonly title: string;
  readonly kind: string;
  readonly on: string;
  readonly to: string;
  readonly team: string;
  readonly isNewStart: boolean;
}

export const EMPTY_EVENT: EventDraft = { title: '', kind: '', on: '', to: '', team: '', isNewStart: false };

/** The form filled with an entry, for correcting it. */
export function draftOf({ title, kind, on, to, team, isNewStart }: EventRow): EventDraft {
  return { title, kind, on: dateInWords(on), to: to === null ? '' : dateInWords(to), team: team?.code ?? '', isNewStart };
}

/** What the form says as values of a fact, still without its reference. */
export type EventValues = Readonly<Record<'title' | 'kind' | 'on' | 'to' | 'team' | 'isNewStart', FactValue>>;

type Checked =
  | { readonly ok: true; readonly values: EventValues }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Reads the form: its values, or everything that is to mend, in the order of its fields. */
export function checkEvent(draft: EventDraft, today: LocalDate): Checked {
  const problems: FormProblem[] = [];
  const title = draft.title.trim();
  if (title === '') problems.push({ entry: 'title', message: '“What happened” is needed: a few words.' });
  if (!Object.hasOwn(RIVAL_EVENT_KINDS, draft.kind))
    problems.push({ entry: 'kind', message: '“Kind of event” is needed: choose from the list.' });
  const on = readDate('On', 'on', draft.on, today);
  if ('message' in on) problems.push(on);
  else if (on.value > today) problems.push({ entry: 'on', message: '“On” lies ahead. Write it down once it has happened.' });
  const to = draft.to.trim() === '' ? { value: null } : readDate('To', 'to', draft.to, today);
  if ('message' in to) problems.push(to);
  if ('message' in on || 'message' in to) return { ok: false, problems };
  if (to.value !== null && to.value < on.value) problems.push({ entry: 'to', message: '“To” is before “On”.' });
  if (problems.length > 0) return { ok: false, problems };
  const { kind, team, isNewStart } = draft;
  return { ok: true, values: { title, kind, on: on.value, to: to.value, team: team === '' ? null : team, isNewStart } };
}

/** A reference for a new entry: its day, and a few letters of the key of this intention, so that it is its own. */
export function referenceOf(on: FactValue, key: string): string {
  return `EVT-${String(on)}-${key.slice(0, 4)}`;
}
