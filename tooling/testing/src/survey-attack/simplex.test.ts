import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Simplex, type Row } from './simplex.ts';

/** Every way to fill whole numbers into the variables that keeps the rows, and the least and greatest value of the first among them. */
function byTrying(high: readonly number[], rows: readonly Row[]): { least: number; greatest: number } {
  let least = Infinity;
  let greatest = -Infinity;
  const values: number[] = [];
  const fill = (): void => {
    if (values.length < high.length) {
      for (let value = 0; value <= (high[values.length] ?? 0); value += 1) {
        values.push(value);
        fill();
        values.pop();
      }
      return;
    }
    const isKept = rows.every(({ terms, low, high: top }) => {
      const sum = terms.reduce((all, [variable, by]) => all + by * (values[variable] ?? 0), 0);
      return sum >= low && sum <= top;
    });
    if (!isKept) return;
    least = Math.min(least, values[0] ?? 0);
    greatest = Math.max(greatest, values[0] ?? 0);
  };
  fill();
  return { least, greatest };
}

const table = fc.record({
  rows: fc.integer({ min: 2, max: 3 }),
  values: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
  hidden: fc.integer({ min: 0, max: 31 }),
});

// Row and column sums of a small table: every corner of what they allow is a table of whole numbers, so that trying all gives the bounds.
test('finds the bounds that trying every table finds', () => {
  fc.assert(
    fc.property(table, ({ rows: height, values, hidden }) => {
      const width = 6 / height;
      const sums = [
        ...Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => r * width + c)),
        ...Array.from({ length: width }, (_, c) => Array.from({ length: height }, (_, r) => r * width + c)),
      ].filter((_, i) => (hidden & (1 << i)) === 0);
      const rows = sums.map((atoms): Row => {
        const sum = atoms.reduce((all, atom) => all + (values[atom] ?? 0), 0);
        return { terms: atoms.map((atom) => [atom, 1] as const), low: sum, high: sum };
      });
      const high = values.map(() => 4);
      const programme = new Simplex(
        high.map(() => 0),
        high,
        values,
        rows,
      );
      const first = new Map([[0, 1]]);
      const found = {
        least: Math.round(programme.least(first) * 1e6) / 1e6 + 0,
        greatest: Math.round(programme.greatest(first) * 1e6) / 1e6,
      };
      expect(found).toEqual(byTrying(high, rows));
    }),
    { numRuns: 300 },
  );
});

test('says that there is no bound where there is none', () => {
  const programme = new Simplex(
    [0, 0],
    [Infinity, Infinity],
    [1, 1],
    [
      {
        terms: [
          [0, 1],
          [1, -1],
        ],
        low: 0,
        high: 0,
      },
    ],
  );
  expect(programme.greatest(new Map([[0, 1]]))).toBe(Infinity);
  expect(programme.least(new Map([[0, 1]]))).toBe(0);
});
