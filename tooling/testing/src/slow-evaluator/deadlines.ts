import type { FactOf } from '@plumbline/domain/facts';
import type { RuleOf } from '@plumbline/domain/policy';
import { earlier, instantOfMinute, lengthOf, londonDate, plus, type IsoDate } from './dates.ts';
import { momentOf, type Moment } from './fields.ts';
import { dutyOn, type SlowDuty } from './slow-duty.ts';
import type { Thing } from './things.ts';
import type { World } from './world.ts';

interface Limit {
  readonly dueOn: IsoDate;
  readonly dueAt: string | null;
}

/** By when after, or how long before, something else. */
export function judgeDeadline(world: World, rule: RuleOf<'deadline'>, thing: Thing): SlowDuty | null {
  const from = momentOf(world.facts, thing, rule.from, rule.which);
  if (from === null) return null;
  const met = metBy(world, rule, thing, from);
  const limit = limitOf(rule, from);
  return dutyOn(world, rule, thing, {
    openedOn: rule.before === undefined ? from.day : earlier(limit.dueOn, bookedOn(world, thing) ?? limit.dueOn),
    ...limit,
    metOn: met?.day ?? null,
    endedOn: met === null ? lastDay(world, rule, thing, from) : null,
    judged: 'by-date',
  });
}

/** What lies before a supervision can be seen to from the day on which it was put in the diary. */
function bookedOn(world: World, thing: Thing): IsoDate | null {
  return momentOf(world.facts, thing, 'session.bookedAt', undefined)?.day ?? null;
}

function limitOf({ before, within }: RuleOf<'deadline'>, from: Moment): Limit {
  if (before !== undefined && 'days' in before)
    return { dueOn: plus(from.day, { unit: 'days', count: -before.days }), dueAt: null };
  if (before !== undefined && from.minute !== null)
    return limitAt(from.minute - before.hours * 60 - (before.isStrict === true ? 1 : 0));
  if (within === undefined) return { dueOn: from.day, dueAt: null };
  if (!('hours' in within)) return { dueOn: plus(from.day, lengthOf(within as Record<string, number>)), dueAt: null };
  return from.minute === null ? { dueOn: from.day, dueAt: null } : limitAt(from.minute + within.hours * 60);
}

function limitAt(minute: number): Limit {
  const dueAt = instantOfMinute(minute);
  return { dueOn: londonDate(dueAt), dueAt };
}

function metBy(world: World, rule: RuleOf<'deadline'>, thing: Thing, from: Moment): Moment | null {
  if (typeof rule.metBy === 'string') return momentOf(world.facts, thing, rule.metBy, rule.which);
  const { event, point, after } = rule.metBy;
  // What has to come later than a length after the beginning is too early on the last day of that length.
  const tooEarly = after === undefined ? null : plus(from.day, lengthOf(after as Record<string, number>));
  const days = world.facts.event
    .filter((row) => (thing.kind === 'person' ? row.person === thing.ref : row.person === null && row.child === thing.ref))
    .filter((row) => row.kind === event && (point === undefined || row.point === point))
    .map((row) => row.doneOn ?? row.on)
    .filter((day) => day >= from.day && (tooEarly === null || day > tooEarly))
    .toSorted();
  return days[0] === undefined ? null : { day: days[0], minute: null };
}

/** The last day on which it can still be done; null where there is none. */
function lastDay(world: World, rule: RuleOf<'deadline'>, thing: Thing, from: Moment): IsoDate | null {
  if (rule.before !== undefined) return from.day;
  const { facts } = world;
  switch (thing.of) {
    case 'agreement': {
      const agreement = thing.rows.agreement as unknown as FactOf<'agreement'>;
      const ends = facts['supervision-pair']
        .filter((row) => row.supervisee === agreement.supervisee && row.supervisor === agreement.supervisor)
        .filter((row) => row.to === null || row.to >= agreement.drawnUpOn)
        .map((row) => row.to);
      return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
    }
    case 'relationship':
      return rule.from === 'relationship.from' ? null : ((thing.rows['supervision-pair']?.['to'] as string | null) ?? null);
    case 'post': {
      const left = facts.person.find((row) => row.person === thing.ref)?.employedTo ?? null;
      const ends = [thing.rows.post?.['to'] as string | null, left].filter((day) => day !== null);
      return ends.toSorted()[0] ?? null;
    }
    default:
      return null;
  }
}
