/** Small tables for tests, and their true intervals by trying every table there is. */
import type { Interval, SuppressionItem, SuppressionTable } from './suppression-table.ts';

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
  readonly floor?: number;
  /** Whether each entry is an item of the plan, or only must not be found out. */
  readonly hasEntries?: boolean;
  /** The most that each entry can be; as much as anybody likes where missing. */
  readonly cap?: number;
}

/** A two-way table with its sums: items `all`, `r0` …, `c0` … and the entries `x0` …. */
export function twoWay({ rows, columns, values, floor = 5, hasEntries = true, cap = 1000 }: Shape): SuppressionTable {
  const item = (id: string, atoms: readonly number[], isUnplanned = false): SuppressionItem => ({
    id,
    atoms,
    value: atoms.reduce((sum, atom) => sum + (values[atom] ?? 0), 0),
    floor,
    canHide: id !== 'all',
    isUnplanned,
  });
  const along = Array.from({ length: columns }, (_, c) => c);
  const down = Array.from({ length: rows }, (_, r) => r);
  return {
    values,
    caps: values.map(() => cap),
    items: [
      item('all', [...values.keys()]),
      ...down.map((r) =>
        item(
          `r${r}`,
          along.map((c) => r * columns + c),
        ),
      ),
      ...along.map((c) =>
        item(
          `c${c}`,
          down.map((r) => r * columns + c),
        ),
      ),
      ...values.map((_, atom) => item(`x${atom}`, [atom], !hasEntries)),
    ],
  };
}

/** The least and the greatest value of an item over all tables of whole numbers that agree with what is shown. */
export function byEnumeration(table: SuppressionTable, target: SuppressionItem, hidden: ReadonlySet<string>): Interval {
  const shown = table.items.filter((item) => item !== target && !hidden.has(item.id));
  const most = table.values.reduce((sum, value) => sum + value, 0);
  let low = Infinity;
  let high = -Infinity;
  const values: number[] = [];
  const sums = shown.map(() => 0);
  const fill = (): void => {
    const atom = values.length;
    if (atom === table.values.length) {
      if (shown.some((item, i) => sums[i] !== item.value)) return;
      const value = target.atoms.reduce((sum, one) => sum + (values[one] ?? 0), 0);
      low = Math.min(low, value);
      high = Math.max(high, value);
      return;
    }
    for (let value = 0; value <= Math.min(most, table.caps[atom] ?? 0); value += 1) {
      shown.forEach((item, i) => {
        if (item.atoms.includes(atom)) sums[i] = (sums[i] ?? 0) + value;
      });
      values.push(value);
      if (shown.every((item, i) => (sums[i] ?? 0) <= item.value)) fill();
      values.pop();
      shown.forEach((item, i) => {
        if (item.atoms.includes(atom)) sums[i] = (sums[i] ?? 0) - value;
      });
    }
  };
  fill();
  return { low, high };
}
