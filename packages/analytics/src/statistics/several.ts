/**
 * P values of several tests that are claimed together, by Holm: the chance that even one of the claims is wrong stays under
 * the level. For a headline. In the order given. Source: R `p.adjust(method = "holm")`.
 */
export function holm(values: readonly number[]): number[] {
  return stepped(
    values,
    (a, b) => a - b,
    (p, rank, count) => p * (count - rank),
    Math.max,
  );
}

/**
 * P values of several tests that are scanned, by Benjamini and Hochberg: of what is picked out under a level, on average no
 * more than that share is picked out by chance. In the order given. Source: R `p.adjust(method = "BH")`.
 */
export function benjaminiHochberg(values: readonly number[]): number[] {
  return stepped(
    values,
    (a, b) => b - a,
    (p, rank, count) => (p * count) / (count - rank),
    Math.min,
  );
}

function stepped(
  values: readonly number[],
  order: (a: number, b: number) => number,
  adjust: (p: number, rank: number, count: number) => number,
  keep: (a: number, b: number) => number,
): number[] {
  const adjusted = values.map(() => 1);
  let last: number | null = null;
  const byValue = values.map((p, i) => ({ p, i })).sort((a, b) => order(a.p, b.p));
  byValue.forEach(({ p, i }, rank) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability.`);
    const own = Math.min(1, adjust(p, rank, values.length));
    last = last === null ? own : keep(last, own);
    adjusted[i] = last;
  });
  return adjusted;
}
