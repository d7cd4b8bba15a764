import { dateInWords, dateOfInstant, timeOfInstant } from '@plumbline/analytics/wording';
import { parseDay } from '@plumbline/domain/calendar';
import type { FactValue } from '@plumbline/domain/facts';
import type { Field } from './field-model.ts';

/** `12 May 2026, 10:15` by the clock in London. */
export function instantInWords(instant: string): string {
  const time = timeOfInstant(instant);
  return time === '' ? instant : `${dateInWords(dateOfInstant(instant))}, ${time}`;
}

/** Kept in the order of the alphabet, shown in that of the declaration: Monday before Friday. */
function inOrderOf({ options }: Field, codes: readonly string[]): string[] {
  const place = (code: string) => options.findIndex((option) => option.value === code);
  return codes.toSorted((a, b) => place(a) - place(b));
}

/** What a value reads like on a page; `names` says what people, children and teams are called. */
export function valueInWords(field: Field, value: FactValue | undefined, names: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined) return 'not given';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  const label = (code: string) => field.options.find((option) => option.value === code)?.label ?? code;
  if (typeof value !== 'string') return value.length === 0 ? 'none' : inOrderOf(field, value).map(label).join(', ');
  if (field.control === 'date' && parseDay(value) !== null) return dateInWords(value);
  if (field.control === 'date-and-time') return instantInWords(value);
  if (field.control === 'choice') return label(value);
  return names[field.name] ?? value;
}
