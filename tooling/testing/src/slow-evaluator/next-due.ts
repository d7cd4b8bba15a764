import { earlier, later, plus, roughDays, within, type Diary, type IsoDate, type Length } from './dates.ts';
import type { InForce } from './in-force.ts';

/** A run of days with one effective interval; `to` is null where it goes on. */
export interface Segment {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly every: Length | null;
  /** The rule in force on each of its days, as changes: a run may pass from rule to rule of equal length. */
  readonly rules: readonly { readonly from: IsoDate; readonly rule: string }[];
}

export type Tightening = 'change-plus-interval' | 'last-plus-interval';

/** Runs of days with the same effective interval, put together; the last day's answer goes on for ever. */
export function segmentsOf(
  days: readonly { readonly from: IsoDate; readonly to: IsoDate | null; readonly asked: InForce | null }[],
): Segment[] {
  const segments: { from: IsoDate; to: IsoDate | null; every: Length | null; rules: { from: IsoDate; rule: string }[] }[] = [];
  for (const { from, to, asked } of days) {
    const last = segments.at(-1);
    const every = asked?.every ?? null;
    if (last !== undefined && isSame(last.every, every)) {
      last.to = to;
      if (asked !== null && last.rules.at(-1)?.rule !== asked.rule) last.rules.push({ from, rule: asked.rule });
    } else {
      segments.push({ from, to, every, rules: asked === null ? [] : [{ from, rule: asked.rule }] });
    }
  }
  const last = segments.at(-1);
  if (last !== undefined) last.to = null;
  return segments;
}

function isSame(a: Length | null, b: Length | null): boolean {
  return a === null || b === null ? a === b : a.unit === b.unit && a.count === b.count;
}

export interface Due {
  readonly on: IsoDate;
  /** The rule whose limit decided. */
  readonly rule: string;
}

/**
 * The pseudo-code of the Wirral and Kent catalogues (section 2, "Algorithm"), with BCP's and Shropshire's CV-10 where the
 * pack says so.
 */
export function nextDue(segments: readonly Segment[], last: IsoDate, tightening: Tightening, diary: Diary): Due | null {
  let k = segments.findIndex((segment) => within(last, segment.from, segment.to));
  let start = last;
  // Counting from a day on which nothing is asked: the first day on which something is.
  while (segments[k]?.every === null) {
    k += 1;
    start = segments[k]?.from ?? start;
  }
  const first = segments[k];
  if (first === undefined || first.every === null) return null;
  let due = { on: plus(start, first.every, diary), segment: first };
  for (let n = k + 1; n < segments.length; n += 1) {
    const previous = segments[n - 1];
    const segment = segments[n];
    if (previous === undefined || segment === undefined) break;
    if (previous.to === null || due.on <= previous.to || segment.every === null) break;
    const [before, after] = [roughDays(previous.every ?? segment.every), roughDays(segment.every)];
    if (before === after) {
      // Neither shorter nor longer (28 days, four working weeks): the date stands, and is the new rule's where it was the old one's.
      if (due.segment === previous) due = { on: due.on, segment };
      continue;
    }
    const on = carriedOver(due.on, start, previous, segment, tightening, diary);
    // Where a shorter limit leaves the old date, the rule that set it stands; a date reckoned again belongs to the new rule.
    if (on !== due.on || (after > before && on === plus(start, segment.every, diary))) due = { on, segment };
  }
  return { on: due.on, rule: ruleOn(due.segment, due.on) };
}

function carriedOver(
  old: IsoDate,
  last: IsoDate,
  previous: Segment,
  segment: Segment,
  tightening: Tightening,
  diary: Diary,
): IsoDate {
  const every = segment.every;
  if (every === null || previous.every === null)
    throw new Error('Runs without an interval end the requirement before they are reached.');
  const fromLast = plus(last, every, diary);
  const fromChange = plus(segment.from, every, diary);
  if (roughDays(every) < roughDays(previous.every))
    return earlier(old, tightening === 'change-plus-interval' ? fromChange : later(segment.from, fromLast));
  return fromLast >= segment.from ? fromLast : earlier(old, fromChange);
}

function ruleOn(segment: Segment, day: IsoDate): string {
  const found = segment.rules.filter(({ from }) => from <= day).at(-1) ?? segment.rules[0];
  if (found === undefined) throw new Error('A run with an interval has a rule.');
  return found.rule;
}
