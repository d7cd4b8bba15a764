import { approximateDays, type Interval } from '../../calendar/index.ts';
import { canonicalJson } from '../hash.ts';
import type { PolicyPack, Series } from '../pack.ts';
import { daysOf, FEW_BEGINNINGS, inOwnUnit, lengthsOf } from './phases.ts';
import { aboutRule, cadencesOf, listed, type Placed, type Remark } from './remark.ts';
import { canHoldTogether } from './worlds.ts';

/** A rule with a number, as against one that takes an agreed interval. */
interface Timed extends Placed {
  readonly every: Interval;
}

/** Rules of one clock that hold at once and leave open, or leave unsaid, which of them counts. */
export function overlapsIn(pack: PolicyPack): Remark[] {
  return pack.series.flatMap((series) => {
    const timed = cadencesOf(pack, series.id).flatMap((placed): Timed[] =>
      placed.rule.every === 'agreed' ? [] : [{ ...placed, every: placed.rule.every }],
    );
    const pairs = timed.flatMap((a, i) => timed.slice(i + 1).map((b) => [a, b] as const));
    const together = pairs.filter(([a, b]) => meet(pack, series, a, b));
    return [...conflicts(pairs), ...sameInterval(timed, together), ...closeIntervals(together), ...permissions(together)];
  });
}

/** Whether two rules can hold of one subject on one day. */
function meet(pack: PolicyPack, series: Series, a: Placed, b: Placed): boolean {
  const phased = [a, b].flatMap(({ rule }) => (rule.phase === undefined ? [] : [rule.phase.of]));
  if (!canHoldTogether([a.rule.when, b.rule.when, ...phased], series.subject)) return false;
  if (a.rule.phase === undefined || b.rule.phase === undefined || a.rule.phase.of !== b.rule.phase.of) return true;
  return FEW_BEGINNINGS.some((begins) => {
    const [first, second] = [daysOf(a.rule.phase, begins, pack.conventions), daysOf(b.rule.phase, begins, pack.conventions)];
    return first !== null && second !== null && first.from <= second.to && second.from <= first.to;
  });
}

function isAllowedToLengthen(longer: Placed, shorter: Placed): boolean {
  return longer.rule.relaxes?.includes(shorter.rule.id) === true;
}

/** Two numbers for the same people on the same days: one of the two cannot be meant. */
function conflicts(pairs: readonly (readonly [Timed, Timed])[]): Remark[] {
  return pairs.flatMap(([a, b]) => {
    if (approximateDays(a.every) === approximateDays(b.every)) return [];
    if (canonicalJson([a.rule.when, a.rule.phase ?? null]) !== canonicalJson([b.rule.when, b.rule.phase ?? null])) return [];
    const [shorter, longer] = approximateDays(a.every) < approximateDays(b.every) ? [a, b] : [b, a];
    if (isAllowedToLengthen(longer, shorter)) return [];
    const message = `${longer.rule.id} (${inOwnUnit(longer.every)}) and ${shorter.rule.id} (${inOwnUnit(shorter.every)}) hold for exactly the same people on the same days and ask for different intervals. The shorter always counts, so ${longer.rule.id} says nothing. Tell them apart, or name the other under "relaxes" where the policy allows the longer one.`;
    return [aboutRule('problem', 'conflict', longer, 'when', message)];
  });
}

/** Rules that ask for the same and can hold together, told once for each group. */
function sameInterval(timed: readonly Timed[], together: readonly (readonly [Timed, Timed])[]): Remark[] {
  const remarks: Remark[] = [];
  const told = new Set<Timed>();
  for (const first of timed) {
    if (told.has(first)) continue;
    const group = timed.filter(
      (other) =>
        other !== first &&
        !told.has(other) &&
        approximateDays(other.every) === approximateDays(first.every) &&
        together.some((pair) => pair.includes(first) && pair.includes(other)),
    );
    if (group.length === 0) continue;
    for (const member of group) told.add(member);
    const message = `${first.rule.id} asks for the same interval (${inOwnUnit(first.every)}) as ${listed(group.map(({ rule }) => rule.id))} and can hold on the same day. The date is the same; the one that comes first in the files is named.`;
    remarks.push(aboutRule('note', 'same-interval', first, 'every', message));
  }
  return remarks;
}

/** Intervals of different units of which now one and now the other is shorter: 90 days and three months. Told once for each two. */
function closeIntervals(together: readonly (readonly [Timed, Timed])[]): Remark[] {
  const groups = new Map<
    string,
    { first: Timed; shorter: Set<string>; longer: Set<string>; intervals: readonly [string, string] }
  >();
  for (const [a, b] of together) {
    if (!isClose(a.every, b.every) || isAllowedToLengthen(a, b) || isAllowedToLengthen(b, a)) continue;
    const [shorter, longer] = approximateDays(a.every) <= approximateDays(b.every) ? [a, b] : [b, a];
    const intervals = [inOwnUnit(shorter.every), inOwnUnit(longer.every)] as const;
    const group = groups.get(intervals.join()) ?? { first: a, shorter: new Set(), longer: new Set(), intervals };
    group.shorter.add(shorter.rule.id);
    group.longer.add(longer.rule.id);
    groups.set(intervals.join(), group);
  }
  return [...groups.values()].map(({ first, shorter, longer, intervals }) => {
    const message = `${intervals[0]} (${listed([...shorter])}) and ${intervals[1]} (${listed([...longer])}) can be asked for on the same day, and which of the two is shorter depends on the month or on days away. ${intervals[0]} is taken to be the shorter.`;
    return aboutRule('note', 'close-intervals', first, 'every', message);
  });
}

function isClose(a: Interval, b: Interval): boolean {
  const [first, second] = [lengthsOf(a), lengthsOf(b)];
  const isSame = first.least === second.least && first.most === second.most;
  return !isSame && first.most >= second.least && second.most >= first.least;
}

/** A permission for a longer gap that never lengthens anything while a shorter rule holds. */
function permissions(together: readonly (readonly [Timed, Timed])[]): Remark[] {
  return together.flatMap(([a, b]) => {
    const [shorter, longer] = approximateDays(a.every) < approximateDays(b.every) ? [a, b] : [b, a];
    if (longer.rule.strength !== 'may' || approximateDays(a.every) === approximateDays(b.every)) return [];
    if (isAllowedToLengthen(longer, shorter)) return [];
    const message = `${longer.rule.id} allows ${inOwnUnit(longer.every)}, but where ${shorter.rule.id} (${inOwnUnit(shorter.every)}) holds as well the shorter one counts. Name ${shorter.rule.id} under "relaxes" if the policy means to set it aside.`;
    return [aboutRule('note', 'permission-without-effect', longer, 'relaxes', message)];
  });
}
