import { formatInstant, londonDay, parseDay, parseInstant, toDay, type Day } from '@plumbline/domain/calendar';
import { kindOf, type AnyFact, type Column, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import { monthOf } from '../imports/read-month.ts';
import { LONGEST_TEXT } from '../imports/read-text.ts';

export type CheckedValues =
  | { readonly ok: true; readonly values: AnyFact }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Checks what a form sent against the declaration of its kind. Columns that were not sent are taken as not given. */
export function checkValues(kind: FactKindName, sent: Readonly<Record<string, FactValue>>): CheckedValues {
  const { columns } = kindOf(kind);
  const fields: Record<string, string> = {};
  const values: Record<string, FactValue> = {};
  for (const name of Object.keys(sent)) if (columns[name] === undefined) fields[name] = 'There is no such field.';
  for (const [name, column] of Object.entries(columns)) {
    const checked = checkValue(column, sent[name] ?? null);
    if (checked.ok) values[name] = checked.value;
    else fields[name] = checked.message;
  }
  return Object.keys(fields).length === 0 ? { ok: true, values } : { ok: false, fields };
}

type CheckedValue = { readonly ok: true; readonly value: FactValue } | { readonly ok: false; readonly message: string };

const wrong = (message: string): CheckedValue => ({ ok: false, message });
const right = (value: FactValue): CheckedValue => ({ ok: true, value });

function checkValue(column: Column, given: FactValue): CheckedValue {
  const value = typeof given === 'string' ? given.trim() : given;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return column.isRequired ? wrong('This is needed.') : right(null);
  }
  switch (column.type) {
    case 'reference':
    case 'text':
      return typeof value === 'string' ? checkText(column, value) : wrong('This is not text.');
    case 'code':
      return typeof value === 'string' && isOption(column, value) ? right(value) : wrong('Choose one of the list.');
    case 'date':
      return checkDate(column, value);
    case 'instant':
      return checkInstant(value);
    case 'boolean':
      return typeof value === 'boolean' ? right(value) : wrong('Say yes or no.');
    case 'integer':
    case 'decimal':
      return checkNumber(column, value);
    case 'list':
      return checkList(column, value);
  }
}

function checkText({ longest }: Column, value: string): CheckedValue {
  // A control character would travel into files and terminals; none belongs in a reference or a name.
  if (/\p{Cc}/u.test(value) || !value.isWellFormed()) return wrong('This holds a character that cannot be kept.');
  return value.length > (longest ?? LONGEST_TEXT) ? wrong('This is too long.') : right(value);
}

function checkInstant(value: FactValue): CheckedValue {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (at === null) return wrong('This is not a date and time.');
  return isWithinReach(londonDay(at)) ? right(formatInstant(at)) : wrong(OUT_OF_REACH);
}

function checkDate({ isMonth }: Column, value: FactValue): CheckedValue {
  const day = typeof value === 'string' ? parseDay(value) : null;
  if (typeof value !== 'string' || day === null) return wrong('This is not a date.');
  if (!isWithinReach(day)) return wrong(OUT_OF_REACH);
  return right(isMonth === true ? monthOf(value) : value);
}

/** No fact lies before or after these, and everything due from one between them can still be reckoned with. */
const FIRST = toDay('1930-01-01');
const LAST = toDay('2099-12-31');
const OUT_OF_REACH = 'Check the year.';

function isWithinReach(day: Day): boolean {
  return FIRST <= day && day <= LAST;
}

function checkNumber(column: Column, value: FactValue): CheckedValue {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('This is not a number.');
  if (column.type === 'integer' && !Number.isInteger(value)) return wrong('This is not a whole number.');
  if (column.min !== undefined && value < column.min) return wrong(`The least is ${column.min}.`);
  if (column.max !== undefined && value > column.max) return wrong(`The most is ${column.max}.`);
  return right(value);
}

function checkList(column: Column, value: FactValue): CheckedValue {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return wrong('This is not a list.');
  const items = [...new Set(value.map((item: string) => item.trim()))].filter((item) => item !== '').toSorted();
  if (column.options !== undefined && !items.every((item) => isOption(column, item))) return wrong('Choose from the list.');
  return right(items);
}

function isOption(column: Column, value: string): boolean {
  return column.options !== undefined && Object.hasOwn(column.options, value);
}
