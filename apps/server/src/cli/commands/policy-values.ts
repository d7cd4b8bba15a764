import { capitalised, intervalInWords, listInWords } from '@plumbline/analytics/wording';
import { partsOf, type Interval } from '@plumbline/domain/calendar';
import type { Condition } from '@plumbline/domain/policy';

const UNITS = ['days', 'weeks', 'months', 'workingDays', 'workingWeeks', 'years'];

/** A value of a policy as one reads it on a line: lengths in their own unit, tests over attributes in words. */
export function valueInWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return listInWords(value.map(valueInWords));
  if (typeof value !== 'object') return String(value);
  const [first = ''] = Object.keys(value);
  if (first === 'hours') return intervalInWords({ unit: 'hours', count: Number((value as { hours: unknown }).hours) });
  if (UNITS.includes(first)) return intervalInWords(partsOf(value as Interval));
  if (first === 'all' || first === 'any' || first === 'not') return conditionInWords(value as Condition);
  if (first === 'value') return String((value as { value: unknown }).value);
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${valueInWords(part)}`)
    .join(', ');
}

function conditionInWords(condition: Condition): string {
  if (typeof condition === 'string') return condition;
  if ('not' in condition) return `not ${bracketed(condition.not)}`;
  return 'all' in condition ? condition.all.map(bracketed).join(' and ') : condition.any.map(bracketed).join(' or ');
}

function bracketed(condition: Condition): string {
  return typeof condition === 'string'
    ? condition
    : 'not' in condition
      ? conditionInWords(condition)
      : `(${conditionInWords(condition)})`;
}

const FIELDS: Readonly<Record<string, string>> = {
  every: 'longest gap',
  within: 'within',
  before: 'this long before',
  when: 'holds when',
  says: 'wording',
  appliesTo: 'applies to',
  atLeast: 'at least',
  atMost: 'at most',
  owes: 'whose task',
  metBy: 'met by',
  validFrom: 'holds from',
  validTo: 'holds until',
  countedBy: 'counted by',
  auditQuestion: 'audit question',
};

/** The name of a field as a reader of policies would say it. */
export function fieldInPlainWords(field: string): string {
  return capitalised(
    FIELDS[field] ??
      field.replace('.', ', ').replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`),
  );
}
