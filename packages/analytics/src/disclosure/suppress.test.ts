import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byEnumeration, twoWay } from './_tables.ts';
import { suppress } from './suppress.ts';
import { isPrimary } from './suppression-table.ts';

const tables = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
  fc.record({
    rows: fc.constant(rows),
    columns: fc.constant(columns),
    values: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), {
      minLength: rows * columns,
      maxLength: rows * columns,
    }),
    hasEntries: fc.boolean(),
  }),
);

test('hides everything under the floor and never the whole, and finds no way only where there are few replies', () => {
  fc.assert(
    fc.property(tables, (shape) => {
      const table = twoWay(shape);
      const found = suppress(table);
      const total = shape.values.reduce((sum, value) => sum + value, 0);
      const hidden = found.ok ? found.hidden : new Set(table.items.map(({ id }) => id));
      expect(found.ok || total < 15).toBe(true);
      expect(found.ok && hidden.has('all')).toBe(false);
      expect(table.items.filter((item) => isPrimary(item) && !hidden.has(item.id))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const tiny = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
  hasEntries: fc.boolean(),
});

test('leaves every hidden small number at least as wide as the floor, as trying every table shows', () => {
  fc.assert(
    fc.property(tiny, ({ values, hasEntries }) => {
      const table = twoWay({ rows: 2, columns: 2, values, hasEntries });
      const found = suppress(table);
      if (!found.ok) return;
      for (const item of table.items.filter(isPrimary)) {
        const { low, high } = byEnumeration(table, item, found.hidden);
        expect(high).toBeGreaterThanOrEqual(5);
        expect(high - low + 1).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 300 },
  );
});

test('does not stop at two small groups that hide only behind each other', () => {
  const table = twoWay({ rows: 1, columns: 4, values: [2, 1, 9, 30] });
  const found = suppress(table);
  expect(found.ok && [...found.hidden].filter((id) => id.startsWith('x')).toSorted()).toEqual(['x0', 'x1', 'x2']);
});

test('never takes a group without replies for a partner, and shows it', () => {
  const table = twoWay({ rows: 1, columns: 4, values: [2, 0, 9, 30] });
  const found = suppress(table);
  expect(found.ok && found.hidden.has('x1')).toBe(false);
  expect(found.ok && found.hidden.has('x2')).toBe(true);
});

test('shows again what is not needed: one partner for one small group', () => {
  const table = twoWay({ rows: 1, columns: 5, values: [3, 12, 15, 20, 30] });
  const found = suppress(table);
  expect(found.ok && [...found.hidden].filter((id) => id.startsWith('x')).toSorted()).toEqual(['x0', 'x1']);
});

test('hides four corners for one small entry between shown sums', () => {
  const table = twoWay({ rows: 3, columns: 3, values: [3, 20, 20, 20, 20, 20, 20, 20, 20] });
  const found = suppress(table);
  expect(found.ok && found.hidden.size).toBe(4);
});

test('says so where nothing can protect: all replies together are under the floor, or hardly above', () => {
  expect(suppress(twoWay({ rows: 1, columns: 2, values: [2, 2] })).ok).toBe(false);
  const lone = twoWay({ rows: 1, columns: 2, values: [3, 9], cap: 1000 });
  const fixed = {
    ...lone,
    items: lone.items.map((item) => (item.id === 'x1' || item.id === 'c1' ? { ...item, canHide: false } : item)),
  };
  expect(suppress(fixed)).toEqual({ ok: false, exposed: ['c0', 'x0'] });
});
