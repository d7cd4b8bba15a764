import { formatDay, formatInstant, toDay } from '@plumbline/domain/calendar';
import { kindOf, type AnyFact, type Column, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import fc from 'fast-check';
import { isReferenceColumn } from '../read-facts.ts';
import { cleanText, textFault } from '../read-text.ts';

const TODAY = toDay('2026-11-21');

/** Facts of a kind that nothing is wrong with, each of its own group, so that none overlaps another. */
export function factsOf(kind: FactKindName, maxLength = 12): fc.Arbitrary<AnyFact[]> {
  return fc.array(factOf(kind), { maxLength }).map((facts) => facts.map((fact, index) => asOwnGroup(kind, fact, index)));
}

function factOf(kind: FactKindName): fc.Arbitrary<AnyFact> {
  const columns = Object.entries(kindOf(kind).columns);
  return fc
    .record(Object.fromEntries(columns.map(([name, column]) => [name, valueOf(kind, name, column)])))
    .map((fact) => mended(kind, fact));
}

function valueOf(kind: FactKindName, name: string, column: Column): fc.Arbitrary<FactValue> {
  const value = givenValue(isReferenceColumn(kind, name, column), column);
  return column.isRequired ? value : fc.option(value, { nil: null });
}

function givenValue(isReference: boolean, column: Column): fc.Arbitrary<FactValue> {
  if (isReference) return reference;
  switch (column.type) {
    case 'code':
      return fc.constantFrom(...Object.keys(column.options ?? {}));
    case 'list':
      return fc
        .uniqueArray(fc.constantFrom(...Object.keys(column.options ?? {})), { minLength: 1 })
        .map((codes) => codes.toSorted());
    case 'date':
      return fc.integer({ min: toDay('1950-01-01'), max: TODAY }).map(formatDay);
    case 'instant':
      return fc.integer({ min: toDay('1950-01-02') * 1440, max: TODAY * 1440 }).map(formatInstant);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: column.min ?? 0, max: column.max ?? 9 });
    case 'decimal':
      return fc.integer({ min: (column.min ?? 0) * 100, max: (column.max ?? 9) * 100 }).map((hundredths) => hundredths / 100);
    case 'reference':
    case 'text':
      return text;
  }
}

const reference = fc.stringMatching(/^[A-Za-z]{1,3}[-/ ]?\d{1,6}$/);

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '=', "'", ' ', 'é', '\t', '|'), minLength: 1 }),
  )
  .map(cleanText)
  .filter((written) => written !== '' && written.length <= 500 && textFault(written) === null);

/** Puts right what depends on more than one column. */
function mended(kind: FactKindName, fact: Readonly<Record<string, FactValue>>): AnyFact {
  const values = { ...fact };
  for (const [from, to] of PAIRS) {
    if (
      typeof values[from] === 'string' &&
      typeof values[to] === 'string' &&
      values[to].slice(0, 10) <= values[from].slice(0, 10)
    )
      values[to] = null;
  }
  if (kind === 'agreed-interval') Object.assign(values, values['days'] === null ? { months: 3 } : { months: null });
  if (kind === 'supervision-pair' || kind === 'session') values['supervisor'] = `M-${String(values['supervisor'])}`;
  if (kind === 'post') Object.assign(values, managersOf(values));
  if (kind === 'audit-result') Object.assign(values, { person: values['person'] ?? 'S1', overall: values['overall'] ?? 'good' });
  // Beside one another, twelve figures of the whole council would now and then be of one measure and month.
  if (kind === 'context-figure')
    Object.assign(values, {
      team: values['team'] ?? 'T1',
      value: Number(values['value']) / 1000,
      month: `${String(values['month']).slice(0, 7)}-01`,
    });
  if (kind === 'session') values['longestBlockMinutes'] = values['minutes'] ?? null;
  return values;
}

/** Nobody manages themselves, and two only share what is marked as a job share. */
function managersOf({ lineManager, secondLineManager, isManagedByJobShare }: AnyFact): AnyFact {
  const isShared = lineManager !== null && secondLineManager !== null && isManagedByJobShare === true;
  return {
    lineManager: lineManager === null ? null : `M-${String(lineManager)}`,
    secondLineManager: isShared ? `N-${String(secondLineManager)}` : null,
  };
}

const PAIRS = [
  ['from', 'to'],
  ['from', 'until'],
  ['on', 'to'],
  ['openedOn', 'closedOn'],
  ['allocatedAt', 'endedOn'],
  ['employedFrom', 'employedTo'],
  ['asyeFrom', 'asyePassedOn'],
  ['studentFrom', 'studentTo'],
  ['newlyQualifiedPsychologistFrom', 'newlyQualifiedPsychologistTo'],
] as const;

/** Gives each fact references of its own, so that no two have one key, share a post or overlap. */
function asOwnGroup(kind: FactKindName, fact: AnyFact, index: number): AnyFact {
  const own = kindOf(kind).key.filter((name) => isReferenceColumn(kind, name, kindOf(kind).columns[name] as Column));
  return {
    ...fact,
    ...Object.fromEntries(own.filter((name) => fact[name] !== null).map((name) => [name, `${String(fact[name])}-${index}`])),
  };
}
