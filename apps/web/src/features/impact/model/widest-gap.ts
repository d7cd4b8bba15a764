import type { ConstructView } from './outputs.ts';

/** The part whose quality gap is widest, in whichever direction; null where no part has one. */
export function widestGap(
  constructs: readonly ConstructView[],
): { readonly part: ConstructView; readonly points: number } | null {
  const found = constructs.flatMap((part) => (part.qualityGap === null ? [] : [{ part, points: part.qualityGap }]));
  return found.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))[0] ?? null;
}
