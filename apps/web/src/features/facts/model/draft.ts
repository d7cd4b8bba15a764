import { dateInWords } from '@plumbline/analytics/wording';
import { londonDay, londonMinuteOfDay, formatDay, parseInstant } from '@plumbline/domain/calendar';
import type { FactValue } from '@plumbline/domain/facts';
import type { Field, Values } from '../../../parts/fact/field-model.ts';
import { timeForTyping } from '../../../parts/form/typed-time.ts';

/**
 * A form as it stands, everything as typed or chosen. Several choices are joined with semicolons, yes and no are words,
 * the time of an instant has an entry of its own ({@link timeEntry}), and people, children and teams are ids with what
 * they are called kept beside them.
 */
export interface Draft {
  readonly entries: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

export const EMPTY_DRAFT: Draft = { entries: {}, names: {} };

/** The entry that holds the time of day of a date-and-time field. */
export function timeEntry(name: string): string {
  return `${name}.time`;
}

/** What stands in a field, '' where nothing does. */
export function entryOf(draft: Draft, name: string): string {
  return draft.entries[name] ?? '';
}

/** The draft with one entry changed. */
export function withEntry(draft: Draft, name: string, value: string, calledAs?: string): Draft {
  return {
    entries: { ...draft.entries, [name]: value },
    names: calledAs === undefined ? draft.names : { ...draft.names, [name]: calledAs },
  };
}

/** A form filled with a stored fact, for correcting it. `names` says what its people and children are called. */
export function draftOf(fields: readonly Field[], values: Values, names: Readonly<Record<string, string>>): Draft {
  const entries: Record<string, string> = {};
  for (const field of fields) {
    const value = values[field.name] ?? null;
    if (value === null) continue;
    entries[field.name] = textOf(field, value);
    if (field.control === 'date-and-time' && typeof value === 'string') entries[timeEntry(field.name)] = timePart(value);
  }
  return { entries, names };
}

function textOf(field: Field, value: NonNullable<FactValue>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value.join(';');
  if (field.control === 'date') return dateInWords(value);
  if (field.control === 'date-and-time') return datePart(value);
  return value;
}

function datePart(instant: string): string {
  const at = parseInstant(instant);
  return at === null ? instant : dateInWords(formatDay(londonDay(at)));
}

function timePart(instant: string): string {
  const at = parseInstant(instant);
  return at === null ? '' : timeForTyping(londonMinuteOfDay(at));
}
