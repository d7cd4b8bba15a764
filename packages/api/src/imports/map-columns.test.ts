import { FACT_KIND_NAMES, kindOf } from '@plumbline/domain/facts';
import { expect, test } from 'vitest';
import { spellingDistance } from './close-spelling.ts';
import { headingScore, mapColumns } from './map-columns.ts';

function mapped(
  kind: Parameters<typeof mapColumns>[0],
  headings: readonly string[],
  choices = {},
): Record<string, string | null> {
  return Object.fromEntries(mapColumns(kind, headings, choices).columns.map((column) => [column.theirs, column.ours]));
}

test.each(FACT_KIND_NAMES)('%s: every label, and every name, finds its own column', (kind) => {
  const { columns } = kindOf(kind);
  const labels = Object.values(columns).map((column) => column.label);
  expect(Object.values(mapped(kind, labels))).toEqual(Object.keys(columns));
  expect(
    Object.values(
      mapped(
        kind,
        labels.map((label) => ` ${label.toUpperCase().replaceAll(' ', '_')} `),
      ),
    ),
  ).toEqual(Object.keys(columns));
  expect(Object.values(mapped(kind, Object.keys(columns)))).toEqual(Object.keys(columns));
  expect(mapColumns(kind, labels)).toMatchObject({ missing: [], problems: [] });
});

test('finds other known headings and near spellings, and says which were guessed', () => {
  const map = mapColumns('person', ['Employee Number', 'FULL NAME', 'Employd from', 'Shoe size']);
  expect(map.columns).toEqual([
    { theirs: 'Employee Number', ours: 'person', by: 'alias' },
    { theirs: 'FULL NAME', ours: 'name', by: 'alias' },
    { theirs: 'Employd from', ours: 'employedFrom', by: 'spelling' },
    { theirs: 'Shoe size', ours: null, by: null },
  ]);
  expect(map.problems).toMatchObject([{ kind: 'heading-guessed', heading: 'Employd from', severity: 'warning' }]);
});

test('short headings are never guessed by spelling', () => {
  expect(mapped('absence', ['Staff number', 'Form', 'T'])).toEqual({ 'Staff number': 'person', Form: null, T: null });
});

test('a better match has the column, whatever the order of the headings', () => {
  expect(mapped('session', ['supervisee', "Supervisee's staff number"])).toEqual({
    supervisee: null,
    "Supervisee's staff number": 'supervisee',
  });
  expect(mapped('supervision-pair', ['Supervisor', 'Supervisee'])).toEqual({
    Supervisor: 'supervisor',
    Supervisee: 'supervisee',
  });
});

test('a choice wins, may leave a heading out, and may not give a column twice', () => {
  expect(mapped('absence', ['Staff number', 'From', 'To'], { From: 'to', To: 'from' })).toEqual({
    'Staff number': 'person',
    From: 'to',
    To: 'from',
  });
  expect(mapColumns('absence', ['Staff number', 'From', 'To'], { From: null }).missing).toEqual(['from']);
  expect(mapColumns('absence', ['A', 'B', 'From'], { A: 'person', B: 'person' }).problems).toMatchObject([
    { kind: 'column-twice', column: 'person' },
  ]);
  expect(mapped('absence', ['From'], { From: 'constructor' })).toEqual({ From: 'from' });
});

test('says which needed columns are missing', () => {
  const map = mapColumns('absence', ['To']);
  expect(map.missing).toEqual(['person', 'from']);
  expect(map.problems.map((problem) => problem.kind)).toEqual(['column-missing', 'column-missing']);
});

test('the score counts different known headings of a row', () => {
  expect(headingScore('absence')(['Staff number', 'From', 'from', 'x', ''])).toBe(2);
});

test('counts changes of spelling, a swap of neighbours as one', () => {
  expect(spellingDistance('capacity', 'capcaity', 2)).toBe(1);
  expect(spellingDistance('supervisor', 'supervisee', 3)).toBe(2);
  expect(spellingDistance('a', 'abcdef', 2)).toBe(3);
});
