import type { Context } from '../context.ts';
import type { RandomStream } from '../random.ts';
import type { Span } from '../spans.ts';
import type { PlacementKind, PlacementSpan } from './circumstances.ts';

const FIRST: Partial<Record<PlacementKind, number>> = {
  foster: 62,
  kinship: 16,
  residential: 12,
  parents: 6,
  other: 2,
  secure: 1,
};
const NEXT: Partial<Record<PlacementKind, number>> = {
  foster: 58,
  kinship: 12,
  residential: 16,
  parents: 6,
  adoption: 5,
  supported: 3,
};

/** Where a child in care lived: moves come early, then places last longer. */
export function placementsOf(context: Context, random: RandomStream, care: Span): PlacementSpan[] {
  const spans: PlacementSpan[] = [];
  const last = care.to ?? context.today;
  let from = care.from;
  let kind = random.weighted(FIRST as Record<PlacementKind, number>);
  for (;;) {
    const isBridging = spans.length === 0 && random.chance(0.35);
    const to = from + (isBridging ? random.integer(10, 100) : 150 + random.waiting(900));
    if (to >= last || spans.length > 7) {
      spans.push({ kind, from, to: care.to });
      return spans;
    }
    spans.push({ kind, from, to });
    from = to + 1;
    kind = random.weighted(NEXT as Record<PlacementKind, number>);
  }
}
