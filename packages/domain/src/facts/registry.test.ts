import { expect, test } from 'vitest';
import { parseDay, parseInstant } from '../calendar/index.ts';
import { FACT_KIND_NAMES, factKey, kindOf, noFacts, type AnyFact, type FactKindName } from './registry.ts';
import type { Column } from './columns.ts';

const KINDS = FACT_KIND_NAMES.map((name) => ({ name, kind: kindOf(name) }));
const COLUMNS = KINDS.flatMap(({ name, kind }) =>
  Object.entries(kind.columns).map(([column, declared]) => ({ where: `${name}.${column}`, name, column, declared })),
);

test('every kind is registered under its own name', () => {
  for (const { name, kind } of KINDS) expect(kind.name).toBe(name);
  expect(KINDS.length).toBeGreaterThanOrEqual(19);
});

test.each(KINDS)('$name: key, interval, happening and subjects are columns of its own', ({ kind }) => {
  const columns = new Set(Object.keys(kind.columns));
  const named = [...kind.key, ...(kind.noOverlapBy ?? []), ...kind.subjects.map((subject) => subject.column)];
  if (kind.interval !== undefined) named.push(kind.interval.from, kind.interval.to);
  if (kind.happened !== undefined) named.push(kind.happened);
  for (const column of named) expect(columns, column).toContain(column);
  expect(kind.key.length).toBeGreaterThan(0);
});

const INTERVALS = KINDS.flatMap(({ name, kind }) =>
  kind.interval === undefined ? [] : [{ name, kind, interval: kind.interval }],
);

test.each(INTERVALS)('$name: an interval begins with a required day and ends with an optional date', ({ kind, interval }) => {
  expect(['date', 'instant']).toContain(kind.columns[interval.from]?.type);
  expect(kind.columns[interval.from]?.isRequired).toBe(true);
  expect(kind.columns[interval.to]).toMatchObject({ type: 'date', isRequired: false });
});

test('only intervals can overlap', () => {
  for (const { name, kind } of KINDS) expect(kind.noOverlapBy !== undefined && kind.interval === undefined, name).toBe(false);
});

test.each(KINDS)('$name: only intervals can be ended by a file that no longer lists them', ({ kind }) => {
  expect(kind.closesWhenMissing && kind.interval === undefined).toBe(false);
});

test.each(COLUMNS)('$where says what it is for and shows an example that fits', ({ declared }) => {
  expect(declared.label).toMatch(/^[A-Z]/);
  expect(declared.help).toMatch(/[.…]$/);
  expect(fits(declared, declared.example), `"${declared.example}"`).toBe(true);
});

/** Whether an example can be read as the column's type, the way a council would type it. */
function fits(column: Column, example: string): boolean {
  const codes = Object.keys(column.options ?? {});
  switch (column.type) {
    case 'date':
      return parseDay(example) !== null;
    case 'instant':
      return parseInstant(`${example}Z`) !== null;
    case 'boolean':
      return ['yes', 'no'].includes(example);
    case 'integer':
      return Number.isInteger(Number(example)) && isWithin(column, Number(example));
    case 'decimal':
      return isWithin(column, Number(example));
    case 'code':
      return codes.includes(example);
    case 'list':
      return example.split(';').every((one) => codes.length === 0 || codes.includes(one));
    case 'reference':
    case 'text':
      return example.trim() === example && example.length > 0;
  }
}

function isWithin({ min, max }: Column, value: number): boolean {
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

test.each(COLUMNS.filter(({ declared }) => declared.type === 'reference' || declared.refersTo !== undefined))(
  '$where points to a kind that exists and can be imported before it, or is itself',
  ({ name, declared }) => {
    expect(FACT_KIND_NAMES).toContain(declared.refersTo);
    expect(FACT_KIND_NAMES.indexOf(declared.refersTo as FactKindName)).toBeLessThanOrEqual(FACT_KIND_NAMES.indexOf(name));
  },
);

test.each(KINDS)('$name: no heading of a file can mean two of its columns', ({ kind }) => {
  const headings = Object.values(kind.columns).flatMap((column) => [
    ...new Set([column.label.toLowerCase(), ...(column.aliases ?? [])]),
  ]);
  expect(headings.filter((heading, n) => headings.indexOf(heading) !== n)).toEqual([]);
  for (const { aliases } of Object.values(kind.columns))
    for (const alias of aliases ?? []) expect(alias).toBe(alias.toLowerCase());
});

test('nothing that could name a child or the kind of an absence is kept', () => {
  const names = COLUMNS.filter(({ name }) => name.startsWith('child') || name === 'family' || name === 'discussion').map(
    ({ column }) => column,
  );
  for (const forbidden of ['name', 'forename', 'surname', 'address', 'dateOfBirth']) expect(names).not.toContain(forbidden);
  expect(Object.keys(kindOf('absence').columns)).toEqual(['person', 'from', 'to', 'isHalfDay']);
});

test('two rows with the same key are the same fact, whatever else they say', () => {
  const row: AnyFact = { person: 'S1', from: '2026-05-12', to: null, isHalfDay: null };
  expect(factKey('absence', { ...row, to: '2026-05-20' })).toBe(factKey('absence', row));
  expect(factKey('absence', { ...row, from: '2026-05-13' })).not.toBe(factKey('absence', row));
});

test('a missing key column is the same as an empty one, and parts of a key never run together', () => {
  const form: AnyFact = { child: 'C1', discussedOn: '2026-05-12' };
  expect(factKey('discussion', form)).toBe(factKey('discussion', { ...form, session: null }));
  expect(factKey('discussion', { child: 'C1,2', discussedOn: '3', session: null })).not.toBe(
    factKey('discussion', { child: 'C1', discussedOn: '2,3', session: null }),
  );
});

test('facts with nothing in them have an empty list for every kind and no feeds', () => {
  const facts = noFacts();
  for (const name of FACT_KIND_NAMES) expect(facts[name]).toEqual([]);
  expect(facts.feeds).toEqual({});
});
