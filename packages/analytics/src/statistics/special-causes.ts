import type { ControlPoint } from './control-chart.ts';
import type { Interval } from './intervals.ts';

/** Points in a row on one side of the mean, or each beyond the last, that make a run. Source: NHS Making Data Count. */
const RUN_OF = 7;

/** What differs by less than this part of the largest value is the same: a mean of equal values must not lie beside them. */
const SAME_WITHIN = 1e-10;

/** The four signs that something changed, in the order in which they lead where a point shows several. */
export const SPECIAL_CAUSE_RULES = ['outside', 'trend', 'two-of-three', 'shift'] as const;
export type SpecialCauseRule = (typeof SPECIAL_CAUSE_RULES)[number];

export type ImprovementIs = 'up' | 'down' | null;

export interface SpecialCause {
  readonly rule: SpecialCauseRule;
  /** Where it lies or goes. */
  readonly direction: 'up' | 'down';
  /** Neutral where it is not said which way is better. */
  readonly meaning: 'improvement' | 'concern' | 'neutral';
}

export interface PointCauses {
  readonly position: number;
  /** At least one; the first leads. */
  readonly causes: readonly SpecialCause[];
}

interface JudgedPoint {
  readonly position: number;
  readonly value: number;
  /** 1 above the mean, -1 below, 0 on it. */
  readonly side: number;
  readonly outside: number;
  /** In the outer third, between two and three sigma. */
  readonly near: number;
}

type Found = Map<number, number>;

/**
 * The four rules on the points of a chart, in order of position. Comparisons are strict: on a limit is within it.
 * `outside`: beyond a limit. `shift`: seven or more in a row on one side; a point on the mean ends the run. `trend`: seven or
 * more (six steps), each higher or each lower than the last; an equal one ends it, and a turning point goes with what follows.
 * `two-of-three`: three in a row on one side of the mean, two of them in the outer third and within the limits: those two or
 * three are marked. A missing point, one that is not judged and the edge of a segment end every run.
 * Source: NHS Making Data Count as in NHSRplotthedots, `ptd_calculate_point_type` (a point on the mean has side 0 and no run holds
 * it; the sign of a trend is that of its steps); the older Western Electric rule lets the third point lie anywhere.
 */
export function specialCauses(points: readonly ControlPoint[], improvementIs: ImprovementIs): PointCauses[] {
  const same = SAME_WITHIN * points.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);
  const found: Readonly<Record<SpecialCauseRule, Found>> = {
    outside: new Map(),
    trend: new Map(),
    'two-of-three': new Map(),
    shift: new Map(),
  };
  for (const row of rowsOf(points, same)) {
    markOutside(row, found.outside);
    markTrends(row, same, found.trend);
    markNear(row, found['two-of-three']);
    markShifts(row, found.shift);
  }
  return points.flatMap((_, position) => {
    const causes = SPECIAL_CAUSE_RULES.flatMap((rule) => causeOf(rule, found[rule].get(position), improvementIs));
    return causes.length === 0 ? [] : [{ position, causes }];
  });
}

function causeOf(rule: SpecialCauseRule, sign: number | undefined, improvementIs: ImprovementIs): SpecialCause[] {
  if (sign === undefined) return [];
  const direction = sign > 0 ? 'up' : 'down';
  const meaning = improvementIs === null ? 'neutral' : direction === improvementIs ? 'improvement' : 'concern';
  return [{ rule, direction, meaning }];
}

/** Judged points without a gap between them, within one segment. */
function rowsOf(points: readonly ControlPoint[], same: number): JudgedPoint[][] {
  const rows: JudgedPoint[][] = [];
  points.forEach((point, position) => {
    const { value, isJudged, mean, segment } = point;
    if (value === null || !isJudged || mean === null) return;
    const before = points[position - 1];
    const last = rows.at(-1);
    const judged = {
      position,
      value,
      side: signOf(value - mean, same),
      outside: beyond(value, point.limits, same),
      near: beyond(value, point.near, same),
    };
    if (last?.at(-1)?.position === position - 1 && before?.segment === segment) last.push(judged);
    else rows.push([judged]);
  });
  return rows;
}

function signOf(difference: number, same: number): number {
  return Math.abs(difference) <= same ? 0 : Math.sign(difference);
}

function beyond(value: number, range: Interval | null, same: number): number {
  if (range === null) return 0;
  return Math.max(0, signOf(value - range.high, same)) + Math.min(0, signOf(value - range.low, same));
}

function markOutside(row: readonly JudgedPoint[], found: Found): void {
  for (const { position, outside } of row) if (outside !== 0) found.set(position, outside);
}

function markTrends(row: readonly JudgedPoint[], same: number, found: Found): void {
  const steps = row.slice(1).map(({ value }, i) => signOf(value - (row[i]?.value ?? value), same));
  for (const { from, to, sign } of runsOf(steps, RUN_OF - 1))
    for (const { position } of row.slice(from, to + 2)) found.set(position, sign);
}

function markNear(row: readonly JudgedPoint[], found: Found): void {
  for (let i = 0; i + 2 < row.length; i += 1) {
    const three = row.slice(i, i + 3);
    const side = three[0]?.side ?? 0;
    const near = three.filter((point) => point.outside === 0 && point.near !== 0);
    if (side === 0 || near.length < 2 || three.some((point) => point.side !== side)) continue;
    for (const { position } of near) found.set(position, side);
  }
}

function markShifts(row: readonly JudgedPoint[], found: Found): void {
  const sides = row.map(({ side }) => side);
  for (const { from, to, sign } of runsOf(sides, RUN_OF))
    for (const { position } of row.slice(from, to + 1)) found.set(position, sign);
}

/** Longest runs of one sign, at least `fewest` long. */
function runsOf(signs: readonly number[], fewest: number): { from: number; to: number; sign: number }[] {
  const runs: { from: number; to: number; sign: number }[] = [];
  signs.forEach((sign, i) => {
    const last = runs.at(-1);
    if (last !== undefined && last.to === i - 1 && last.sign === sign) last.to = i;
    else runs.push({ from: i, to: i, sign });
  });
  return runs.filter(({ from, to, sign }) => sign !== 0 && to - from + 1 >= fewest);
}
