import { Z95, type Interval } from './intervals.ts';

export interface Agreement {
  readonly n: number;
  /** Share of pairs that agree wholly: kappa is never shown without it. */
  readonly observed: number;
  /** Share of pairs that agree or lie one step apart on the scale. */
  readonly withinOne: number;
  /** Null where chance alone would agree wholly: both used one and the same category throughout. */
  readonly kappa: number | null;
  /** Large-sample standard error. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

export type KappaWeights = 'none' | 'linear' | 'quadratic';

/**
 * Cohen's kappa of two raters over the categories of the scale, in its order, whether or not each was used: taking them from
 * the data moves the weighted figure. A rating outside the scale stops it. Weights: none, linear (steps apart), quadratic
 * (steps squared). Interval from the large-sample standard error, cut at ±1. Null without pairs.
 * Source: Cohen 1968; Fleiss, Cohen and Everitt 1969; statsmodels `cohens_kappa`; vcd `Kappa`.
 */
export function cohenKappa<Category extends string | number>(
  pairs: readonly (readonly [Category, Category])[],
  categories: readonly Category[],
  { weights }: { readonly weights: KappaWeights },
): Agreement | null {
  const n = pairs.length;
  if (n === 0) return null;
  const shares = sharesOf(pairs, categories);
  const agree = (i: number, j: number): number => weightOf(weights, Math.abs(i - j), categories.length - 1);
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = categories.map((_, j) => shares.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const sumOver = (term: (i: number, j: number, share: number) => number): number =>
    shares.reduce((sum, row, i) => sum + row.reduce((part, share, j) => part + term(i, j, share), 0), 0);
  const shared = {
    n,
    observed: sumOver((i, j, share) => (i === j ? share : 0)),
    withinOne: sumOver((i, j, share) => (Math.abs(i - j) <= 1 ? share : 0)),
  };
  const chance = sumOver((i, j) => agree(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0));
  if (1 - chance < 1e-12) return { ...shared, kappa: null, standardError: null, interval: null };
  const kappa = (sumOver((i, j, share) => agree(i, j) * share) - chance) / (1 - chance);
  const ofRow = rows.map((_, i) => columns.reduce((sum, column, j) => sum + column * agree(i, j), 0));
  const ofColumn = columns.map((_, j) => rows.reduce((sum, row, i) => sum + row * agree(i, j), 0));
  const spread = sumOver((i, j, share) => share * (agree(i, j) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - kappa)) ** 2);
  const variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / ((1 - chance) ** 2 * n);
  const standardError = Math.sqrt(Math.max(0, variance));
  const interval = { low: Math.max(-1, kappa - Z95 * standardError), high: Math.min(1, kappa + Z95 * standardError) };
  return { ...shared, kappa, standardError, interval };
}

/** How far two categories count as agreeing, 0 to 1. */
function weightOf(weights: KappaWeights, steps: number, most: number): number {
  if (steps === 0) return 1;
  if (weights === 'none') return 0;
  return weights === 'linear' ? 1 - steps / most : 1 - (steps / most) ** 2;
}

function sharesOf<Category>(pairs: readonly (readonly [Category, Category])[], categories: readonly Category[]): number[][] {
  const place = new Map(categories.map((category, i) => [category, i]));
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = table[place.get(first) ?? -1];
    const column = place.get(second);
    if (row === undefined || column === undefined)
      throw new RangeError(`${String(first)} or ${String(second)} is not on the scale.`);
    row[column] = (row[column] ?? 0) + 1;
  }
  return table.map((row) => row.map((count) => count / pairs.length));
}
