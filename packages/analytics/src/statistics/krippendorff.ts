export interface Krippendorff {
  readonly alpha: number;
  /** Units with two or more ratings; a unit with one says nothing about agreement and is not counted. */
  readonly units: number;
  readonly ratings: number;
}

/**
 * Krippendorff's alpha of any number of raters with gaps: one row a unit, one column a rater, null where a rater gave none.
 * `categories` in the order of the scale; ordinal distance is Krippendorff's own, from how often the categories between were
 * used. Null where no unit has two ratings, or all ratings are the same (nothing could have differed).
 * Source: Krippendorff, Content Analysis, chapter on reliability; Hayes and Krippendorff 2007.
 */
export function krippendorffAlpha<Category extends string | number>(
  units: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
  level: 'nominal' | 'ordinal',
): Krippendorff | null {
  const place = new Map(categories.map((category, i) => [category, i]));
  const counted = units.map((unit) => countsOf(unit, place)).filter((counts) => total(counts) >= 2);
  const used = categories.map((_, c) => counted.reduce((sum, counts) => sum + (counts[c] ?? 0), 0));
  const ratings = total(used);
  if (counted.length === 0) return null;
  const distance = level === 'nominal' ? nominal : ordinalOf(used);
  const observed = counted.reduce((sum, counts) => sum + pairsOf(counts, distance) / (total(counts) - 1), 0) / ratings;
  const expected = pairsOf(used, distance) / (ratings * (ratings - 1));
  return expected === 0 ? null : { alpha: 1 - observed / expected, units: counted.length, ratings };
}

type Distance = (a: number, b: number) => number;

function countsOf<Category>(unit: readonly (Category | null)[], place: ReadonlyMap<Category, number>): number[] {
  const counts = Array.from({ length: place.size }, () => 0);
  for (const rating of unit) {
    if (rating === null) continue;
    const at = place.get(rating);
    if (at === undefined) throw new RangeError(`${String(rating)} is not on the scale.`);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Sum of distances over all ordered pairs of ratings that differ. */
function pairsOf(counts: readonly number[], distance: Distance): number {
  return counts.reduce(
    (sum, a, i) => sum + counts.reduce((part, b, j) => (i === j ? part : part + a * b * distance(i, j)), 0),
    0,
  );
}

function nominal(a: number, b: number): number {
  return a === b ? 0 : 1;
}

/** (All ratings from a to b, less half of those at either end) squared. */
function ordinalOf(used: readonly number[]): Distance {
  const before = used.map((_, i) => total(used.slice(0, i)));
  const middle = used.map((count, i) => (before[i] ?? 0) + count / 2);
  return (a, b) => ((middle[a] ?? 0) - (middle[b] ?? 0)) ** 2;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
