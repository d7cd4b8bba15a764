import { formatDay, londonDay, parseInstant, type LocalDate } from '@plumbline/domain/calendar';
import { kindOf, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import { entryOf, timeEntry, type Draft } from './draft.ts';
import { instantOf } from '../../../parts/form/typed-instant.ts';
import type { Values, Field } from '../../../parts/fact/field-model.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { readDate, timeProblem, type FormProblem } from '../../../parts/form/form-problem.ts';

export type CheckedForm =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Reads a whole form: the values to save, or everything that is to mend, in the order of the fields. */
export function checkDraft(kind: FactKindName, draft: Draft, today: LocalDate): CheckedForm {
  const problems: FormProblem[] = [];
  const values: Record<string, FactValue> = {};
  for (const field of fieldsOf(kind)) {
    const read = readField(field, draft, today);
    if ('message' in read) problems.push(read);
    else values[field.name] = read.value;
  }
  problems.push(...intervalProblems(kind, values));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values };
}

type Read = { readonly value: FactValue } | FormProblem;

/** The value of one field, or what is wrong with it. */
export function readField(field: Field, draft: Draft, today: LocalDate): Read {
  const typed = entryOf(draft, field.name).trim();
  const time = field.control === 'date-and-time' ? entryOf(draft, timeEntry(field.name)).trim() : '';
  if (typed === '' && time === '') return field.isRequired ? { entry: field.name, message: missing(field) } : { value: null };
  switch (field.control) {
    case 'date':
      return readDate(field.label, field.name, typed, today);
    case 'date-and-time':
      return readInstant(field, typed, time, today);
    case 'number':
      return readNumber(field, typed);
    case 'yes-no':
      return { value: typed === 'yes' };
    case 'choices':
      return {
        value: typed
          .split(';')
          .filter((part) => part !== '')
          .toSorted(),
      };
    default:
      return { value: typed };
  }
}

function readInstant(field: Field, date: string, time: string, today: LocalDate): Read {
  const read = readDate(field.label, field.name, date, today);
  if ('message' in read) return read;
  const problem = timeProblem(field.label, timeEntry(field.name), time);
  return problem ?? { value: instantOf(date, time, today) };
}

function readNumber(field: Field, typed: string): Read {
  const value = Number(typed.replace(',', '.'));
  const isBad = !Number.isFinite(value) || (!field.allowsFractions && !Number.isInteger(value));
  const isOutside = (field.min !== null && value < field.min) || (field.max !== null && value > field.max);
  if (!isBad && !isOutside) return { value };
  const bounds = field.min !== null && field.max !== null ? ` from ${field.min} to ${field.max}` : '';
  return { entry: field.name, message: `“${field.label}”: type a ${field.allowsFractions ? '' : 'whole '}number${bounds}.` };
}

function missing(field: Field): string {
  const needed = `“${field.label}” is needed`;
  switch (field.control) {
    case 'person':
      return `${needed}: type part of a name and choose.`;
    case 'child':
    case 'person-or-child':
      return `${needed}: type part of the name or reference number and choose.`;
    case 'choice':
    case 'choices':
    case 'team':
      return `${needed}: choose from the list.`;
    case 'yes-no':
      return `${needed}: choose yes or no.`;
    case 'date':
    case 'date-and-time':
      return `${needed}: type a date, such as 12 May 2026.`;
    case 'number':
      return `${needed}: type a number.`;
    case 'text':
      return `${needed}.`;
  }
}

function intervalProblems(kind: FactKindName, values: Values): FormProblem[] {
  const { interval, columns } = kindOf(kind);
  if (interval === undefined) return [];
  const from = dayText(values[interval.from]);
  const to = dayText(values[interval.to]);
  if (from === null || to === null || to >= from) return [];
  return [{ entry: interval.to, message: `“${columns[interval.to]?.label}” is before “${columns[interval.from]?.label}”.` }];
}

function dayText(value: FactValue | undefined): LocalDate | null {
  if (typeof value !== 'string') return null;
  const at = parseInstant(value);
  return at === null ? value : formatDay(londonDay(at));
}
