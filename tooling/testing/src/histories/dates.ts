import fc from 'fast-check';

const START = Temporal.PlainDate.from('2021-11-15');

/** The date so many days into the histories. */
export function dateAt(day: number): string {
  return START.add({ days: day }).toString();
}

/** An instant of that London day, as facts hold it. */
export function instantOf(day: number, hour: number): string {
  return instantOn(dateAt(day), hour);
}

/** The same, of a date. */
export function instantOn(date: string, hour: number): string {
  return `${Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'Europe/London', plainTime: { hour } }).toInstant().toString().slice(0, 16)}Z`;
}

export interface DayStretch {
  readonly from: number;
  /** Null only for the last. */
  readonly to: number | null;
}

/** Up to `most` stretches of days that do not overlap, at least `gap` days apart; the last may be open. */
export function gapIntervals(span: number, most: number, gap = 1): fc.Arbitrary<DayStretch[]> {
  return fc
    .record({
      first: fc.nat(Math.floor(span / 3)),
      parts: fc.array(
        fc.record({ length: fc.integer({ min: 0, max: 600 }), gap: fc.constantFrom(gap, gap + 1, gap + 7, gap + 40, gap + 200) }),
        { minLength: 1, maxLength: most },
      ),
      isOpen: fc.boolean(),
    })
    .map(({ first, parts, isOpen }) => {
      const stretches: DayStretch[] = [];
      let from = first;
      for (const part of parts) {
        if (from > span) break;
        stretches.push({ from, to: from + part.length });
        from += part.length + 1 + part.gap;
      }
      const last = stretches.at(-1);
      if (isOpen && last !== undefined) stretches[stretches.length - 1] = { from: last.from, to: null };
      return stretches;
    });
}

/** A day of a history: anywhere, or so far from the beginning of something, where phases and due dates meet. */
export type Point = { readonly at: number } | { readonly anchor: number; readonly months: number; readonly days: number };

export function points(span: number): fc.Arbitrary<Point> {
  const edge = fc.record({
    anchor: fc.nat(7),
    months: fc.oneof(fc.constant(0), fc.nat(14)),
    days: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 7 }).map((weeks) => weeks * 7) },
    ),
  });
  return fc.oneof({ weight: 2, arbitrary: fc.nat(span).map((at) => ({ at })) }, { weight: 1, arbitrary: edge });
}

/** The date of a point, given the dates on which something begins. */
export function dateOfPoint(point: Point, anchors: readonly string[]): string {
  if ('at' in point) return dateAt(point.at);
  const anchor = anchors[point.anchor % Math.max(1, anchors.length)] ?? dateAt(0);
  return Temporal.PlainDate.from(anchor).add({ months: point.months }).add({ days: point.days }).toString();
}
