import {
  formatDay,
  formatInstant,
  londonDay,
  londonInstant,
  londonMinuteOfDay,
  type Day,
  type LocalDate,
} from '@plumbline/domain/calendar';
import type { Column, FactValue } from '@plumbline/domain/facts';
import type { CodeReader } from './map-codes.ts';
import { fault, outOfBounds, readDateText, readTimeText, type DateBounds, type Fault } from './read-date.ts';
import { monthOf, withFirstDay } from './read-month.ts';
import {
  cleanText,
  isShortenedNumber,
  LONGEST_REFERENCE,
  LONGEST_TEXT,
  looksLikeFormula,
  readsLikeName,
  textFault,
} from './read-text.ts';
import type { Cell } from './table/table.ts';

/** What a column's cells are read by, worked out once for a file. */
export interface CellContext {
  readonly name: string;
  readonly column: Column;
  readonly codes: CodeReader;
  readonly bounds: DateBounds;
  /** References and texts that identify a fact are short. */
  readonly isReference: boolean;
  /** Where a name must never stand. */
  readonly neverName: 'child' | 'family' | 'contact' | 'person' | 'supervision' | null;
}

/** A value, perhaps with a warning, or what is wrong with the cell. `unmapped` is a code that stands for nothing yet. */
export type ReadCell = { readonly value: FactValue; readonly warning?: Fault } | Fault | { readonly unmapped: readonly string[] };

/** Reads one cell as a value of its column. Null in a required column is the caller's to refuse. */
export function readCell(cell: Cell, context: CellContext): ReadCell {
  if (cell === null) return { value: null };
  if (typeof cell === 'object') return readObject(cell, context);
  if (typeof cell === 'string') return readText(cell, context);
  if (typeof cell === 'boolean')
    return context.column.type === 'boolean' ? { value: cell } : readText(cell ? 'TRUE' : 'FALSE', context);
  return readNumberCell(cell, context);
}

function readObject(cell: Extract<Cell, object>, context: CellContext): ReadCell {
  if (cell.type === 'formula') return fault('formula', {});
  if (cell.type === 'error') return fault('error-cell', {});
  const { type } = context.column;
  if (context.isReference) return fault('turned-into-date', {});
  if (type !== 'date' && type !== 'instant') return readText(formatDay(cell.day), context);
  return (
    outOfBounds(cell.day, context.bounds) ??
    (type === 'date' ? dateValue(formatDay(cell.day), context) : londonValue(cell.day, cell.minuteOfDay))
  );
}

/** A workbook's number: a number, a reference that was typed as one, a yes/no, or a date that lost its format. */
function readNumberCell(cell: number, context: CellContext): ReadCell {
  const { type } = context.column;
  if (type === 'date' || type === 'instant') {
    // Below and above these days a bare number is more likely something else than a date.
    if (cell < 18_264 || cell > 73_415) return fault('date-serial', {});
    const minutes = Math.round(cell * 1440);
    const day = Math.floor(minutes / 1440) - 25_569;
    return readObject({ type: 'date', day, minuteOfDay: minutes - (day + 25_569) * 1440 }, context);
  }
  if (context.isReference && Math.abs(cell) > 999_999_999_999_999) return fault('number-shortened', {});
  return readText(String(cell), context);
}

function readText(raw: string, context: CellContext): ReadCell {
  if (raw.trim() === '') return { value: null };
  const bad = textFault(raw);
  if (bad !== null) return bad;
  const text = cleanText(raw);
  const { type } = context.column;
  if (type !== 'text' || context.isReference) {
    if (/^\(?NULL\)?$/.test(text)) return { value: null, warning: fault('word-for-nothing', { count: 1 }) };
    if (looksLikeFormula(text) && !/^[+-]?[\d.]+$/.test(text)) return fault('formula', {});
  }
  switch (type) {
    case 'reference':
      return readReference(text, context);
    case 'text':
      return context.isReference ? readReference(text, context) : readPlainText(text, context);
    case 'code':
      return readCode(text, context);
    case 'list':
      return readList(text, context);
    case 'date':
      return readDate(text, context);
    case 'instant':
      return readInstant(text, context.bounds);
    case 'boolean':
      return readYesNo(text);
    case 'integer':
    case 'decimal':
      return readNumber(text, context.column);
  }
}

function readReference(text: string, context: CellContext): ReadCell {
  if (context.neverName !== null && readsLikeName(text)) return fault('name-not-number', { of: context.neverName });
  if (isShortenedNumber(text)) return fault('number-shortened', {});
  const limit = context.column.longest ?? LONGEST_REFERENCE;
  return text.length > limit ? fault('too-long', { length: text.length, limit }) : { value: text };
}

function readPlainText(text: string, { column }: CellContext): ReadCell {
  const limit = column.longest ?? LONGEST_TEXT;
  if (text.length > limit) return fault('too-long', { length: text.length, limit });
  return looksLikeFormula(text) ? { value: text, warning: fault('formula-text', {}) } : { value: text };
}

function readCode(text: string, { codes, name }: CellContext): ReadCell {
  const ours = codes.find(name, text);
  return ours === null ? { unmapped: [text] } : { value: ours };
}

function readList(text: string, context: CellContext): ReadCell {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (context.column.options === undefined) return readReferences(parts, context);
  const values: string[] = [];
  const unmapped: string[] = [];
  for (const part of parts) {
    const ours = context.codes.find(context.name, part);
    if (ours === null) unmapped.push(part);
    else values.push(ours);
  }
  const isByComma = unmapped.some(
    (part) =>
      part.split(/,\s*/).length > 1 && part.split(/,\s*/).every((piece) => context.codes.find(context.name, piece) !== null),
  );
  if (isByComma) return fault('list-separator', {});
  if (unmapped.length > 0) return { unmapped };
  return { value: sortedSet(values) };
}

function readReferences(parts: readonly string[], context: CellContext): ReadCell {
  for (const part of parts) {
    const read = readReference(part, context);
    if ('fault' in read) return read;
  }
  return { value: sortedSet(parts) };
}

function sortedSet(values: readonly string[]): readonly string[] | null {
  return values.length === 0 ? null : [...new Set(values)].toSorted();
}

/** A calendar date. A time of day beside it is dropped: with a zone the date is London's at that instant. */
function readDate(text: string, context: CellContext): ReadCell {
  const read = readDateText(context.column.isMonth === true ? withFirstDay(text) : text, context.bounds);
  if ('fault' in read) return read;
  if (read.rest === '') return dateValue(formatDay(read.day), context);
  const time = readTimeText(read.rest);
  if (time === null) return fault('date-unreadable', {});
  if (time.offsetMinutes === null) return dateValue(formatDay(read.day), context);
  return dateValue(formatDay(londonDay(read.day * 1440 + time.minuteOfDay - time.offsetMinutes)), context);
}

function dateValue(date: LocalDate, { column }: CellContext): { readonly value: LocalDate } {
  return { value: column.isMonth === true ? monthOf(date) : date };
}

/** An instant: with a zone as it says, else by the clock on the wall in London. Without a time, the start of the day. */
function readInstant(text: string, bounds: DateBounds): ReadCell {
  const read = readDateText(text, bounds);
  if ('fault' in read) return read;
  if (read.rest === '') return { ...londonValue(read.day, 0), warning: fault('time-missing', { count: 1 }) };
  const time = readTimeText(read.rest);
  if (time === null) return fault('time-unreadable', {});
  if (time.offsetMinutes === null) return londonValue(read.day, time.minuteOfDay);
  return { value: formatInstant(read.day * 1440 + time.minuteOfDay - time.offsetMinutes) };
}

function londonValue(day: Day, minuteOfDay: number): { readonly value: string; readonly warning?: Fault } {
  const at = londonInstant(day, minuteOfDay);
  const shown = londonMinuteOfDay(at);
  if (shown === minuteOfDay) return { value: formatInstant(at) };
  const taken = `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
  return { value: formatInstant(at), warning: fault('time-skipped', { taken }) };
}

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  '1': true,
  no: false,
  n: false,
  false: false,
  '0': false,
};

function readYesNo(text: string): ReadCell {
  const value = YES_NO[text.toLowerCase()];
  return value === undefined ? fault('yes-no-unreadable', {}) : { value };
}

function readNumber(text: string, { type, min, max }: Column): ReadCell {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return fault('number-unreadable', {});
  const value = Number(text) + 0;
  if (type === 'integer' && !Number.isInteger(value)) return fault('number-not-whole', {});
  const isInside = value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
  return isInside ? { value: Object.is(value, -0) ? 0 : value } : fault('number-out-of-bounds', { min: min ?? 0, max: max ?? 0 });
}
