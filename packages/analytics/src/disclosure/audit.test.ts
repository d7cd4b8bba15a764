import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byEnumeration, twoWay } from './_tables.ts';
import { auditInterval } from './audit.ts';
import type { SuppressionItem, SuppressionTable } from './suppression-table.ts';

function itemOf({ items }: SuppressionTable, id: string): SuppressionItem {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`There is no ${id}.`);
  return item;
}

const small = fc.record({
  values: fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 6 })
    .map((values) => (values.length === 5 ? values.slice(1) : values)),
  hidden: fc.integer({ min: 0, max: 2 ** 12 - 1 }),
  cap: fc.constantFrom(5, 6, 1000),
});

// The sums of a two-way table leave a polytope with whole corners, so that the bounds of the programme are the true ones.
test('gives the bounds that trying every table gives', () => {
  fc.assert(
    fc.property(small, ({ values, hidden: bits, cap }) => {
      const table = twoWay({ rows: 2, columns: values.length / 2, values, cap });
      const hidden = new Set(table.items.filter((item, i) => item.id !== 'all' && (bits & (1 << i)) !== 0).map(({ id }) => id));
      for (const item of table.items.filter(({ id }) => hidden.has(id)))
        expect(auditInterval(table, item, hidden)).toEqual(byEnumeration(table, item, hidden));
    }),
    { numRuns: 250 },
  );
});

test('finds a single hidden entry exactly, and two in a row only up to their sum', () => {
  const table = twoWay({ rows: 2, columns: 3, values: [3, 9, 12, 20, 20, 20] });
  expect(auditInterval(table, itemOf(table, 'x0'), new Set(['x0']))).toEqual({ low: 3, high: 3 });
  expect(auditInterval(table, itemOf(table, 'x0'), new Set(['x0', 'x1', 'c0', 'c1']))).toEqual({ low: 0, high: 12 });
});

test('knows that nobody can reply who is not there', () => {
  const table = twoWay({ rows: 1, columns: 2, values: [4, 9], cap: 10 });
  expect(auditInterval(table, itemOf(table, 'x0'), new Set(['x0', 'x1', 'c0', 'c1']))).toEqual({ low: 3, high: 10 });
});
