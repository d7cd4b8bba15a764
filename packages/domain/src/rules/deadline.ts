import { addInterval, londonDay, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { endDay, toDay } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { dutyOf } from './item-duty.ts';
import type { Item } from './items.ts';
import { momentOf, pairEndsOn, type At } from './moments.ts';

/** By when after, or how long before, something else. */
export function judgeDeadline(rule: RuleOf<'deadline'>, item: Item, index: FactIndex): Duty | null {
  const from = momentOf(rule.from, item.facts, index, rule.which);
  if (from === null) return null;
  const met = metBy(rule, item, index, from);
  const limit = limitOf(rule, from);
  // A limit before the moment is owed from the booking, or from the day before where that was not kept.
  const opened =
    rule.before === undefined
      ? from.day
      : Math.min(limit.dueOn, momentOf('session.bookedAt', item.facts, index)?.day ?? limit.dueOn);
  return dutyOf(rule, item, index, {
    openedOn: opened,
    ...limit,
    metOn: met?.day ?? null,
    metAt: limit.dueAt === null ? null : (met?.at ?? null),
    endedOn: met === null ? endOf(rule, item, index, from) : null,
    judged: 'by-date',
  });
}

/** The last day on which it can still be done; null where there is none. */
function endOf(rule: RuleOf<'deadline'>, item: Item, index: FactIndex, from: At): Day | null {
  // What had to come before something can no longer be done once that has been.
  if (rule.before !== undefined) return from.day;
  const pairTo = item.facts.pair?.to ?? null;
  switch (item.kind) {
    case 'agreement':
      return pairEndsOn(item.facts.more.agreement as unknown as FactOf<'agreement'>, index);
    case 'relationship':
      return rule.from === 'relationship.from' || pairTo === null ? null : toDay(pairTo);
    case 'post': {
      const ends = [item.facts.more.post?.['to'] ?? null, index.people.get(item.about.ref)?.employedTo ?? null];
      const last = Math.min(...ends.map((end) => endDay(end as string | null)));
      return last === endDay(null) ? null : last;
    }
    default:
      return null;
  }
}

/** What met it, where that is recorded. */
export function metBy(rule: RuleOf<'deadline'>, item: Item, index: FactIndex, from: At): At | null {
  if (typeof rule.metBy === 'string') return momentOf(rule.metBy, item.facts, index, rule.which);
  const { earliest, days } = eventDays(rule.metBy, item.about, index, from);
  const inTime = days.filter((day) => day >= earliest);
  return inTime.length === 0 ? null : { day: Math.min(...inTime), at: null };
}

/** On which days since the beginning the event was that a limit asks for, and from which day on it counts. */
export function eventDays(
  { event, point, after }: Exclude<RuleOf<'deadline'>['metBy'], string>,
  about: Item['about'],
  index: FactIndex,
  from: At,
): { readonly earliest: Day; readonly days: readonly Day[] } {
  const days = index.eventsOf
    .get(`${about.kind}:${about.ref}`)
    .filter((one) => one.kind === event && (point === undefined || one.point === point))
    .map((one) => toDay(one.doneOn ?? one.on))
    .filter((day) => day >= from.day);
  return { earliest: after === undefined ? from.day : addInterval(from.day, after) + 1, days };
}

/** The day, and for limits in hours the instant, up to which it is in time. */
export function limitOf(rule: RuleOf<'deadline'>, from: At): { dueOn: Day; dueAt: number | null } {
  const { before, within } = rule;
  if (before !== undefined && 'days' in before) return { dueOn: from.day - before.days, dueAt: null };
  if (before !== undefined && from.at !== null) {
    const dueAt = from.at - before.hours * 60 - (before.isStrict === true ? 1 : 0);
    return { dueOn: londonDay(dueAt), dueAt };
  }
  if (within === undefined) return { dueOn: from.day, dueAt: null };
  if ('hours' in within) {
    if (from.at === null) return { dueOn: from.day, dueAt: null };
    const dueAt = from.at + within.hours * 60;
    return { dueOn: londonDay(dueAt), dueAt };
  }
  return { dueOn: addInterval(from.day, within), dueAt: null };
}
