/** National figures of the benchmark set "England-5y" (field.md 5.1). */
export const ENGLAND = { councils: 153, openChildren: 400_000, supervisees: 75_000, clocks: 1_500_000 } as const;

/** One council of the whole country, by its place in order of size. */
export interface EnglandCouncil {
  /** 1 for the largest. */
  readonly rank: number;
  readonly openChildren: number;
  readonly supervisees: number;
}

/** How England's children and staff fall to 153 councils: in proportion to 1/(rank + 20), whole numbers, nothing lost. */
export function englandCouncilSizes(): EnglandCouncil[] {
  const weights = Array.from({ length: ENGLAND.councils }, (_, index) => 1 / (index + 21));
  const children = shares(ENGLAND.openChildren, weights);
  const supervisees = shares(ENGLAND.supervisees, weights);
  return weights.map((_, index) => ({
    rank: index + 1,
    openChildren: children[index] ?? 0,
    supervisees: supervisees[index] ?? 0,
  }));
}

/** Whole shares by largest remainder. */
function shares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % 1 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
