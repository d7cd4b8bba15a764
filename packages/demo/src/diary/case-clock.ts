import { addInterval, addMonths, approximateDays, type Day, type Interval } from '@plumbline/domain/calendar';
import type { ChildEpisode, Flag, Status } from '../children/circumstances.ts';
import type { PackId } from '../councils.ts';
import { covers } from '../spans.ts';

const MONTH: Interval = { months: 1 };
const MONTHLY_STATUSES: readonly Status[] = [
  'pre-proceedings',
  'placed-with-parents',
  'public-law-proceedings',
  'placed-for-adoption',
];
const MONTHLY_FLAGS: readonly Flag[] = [
  'safeguarding',
  'ongoing-assessment',
  'alternative-care',
  'permanency-drift',
  'care-proceedings',
  'urgent-risk',
  'court-order',
];
const COUNTED_STATUSES: readonly Status[] = ['child-in-need', 'child-protection', 'looked-after', ...MONTHLY_STATUSES];

/**
 * How often this council's managers mean to discuss a child on a day: enough to make a believable diary. It is practice,
 * written apart from the engine, which alone says what a policy asks.
 */
export function meansToDiscussEvery(packId: PackId, child: ChildEpisode, day: Day): Interval | null {
  const usual = usualInterval(packId, child, day);
  const agreed = child.agreed !== null && covers(child.agreed, day) ? { days: child.agreed.days } : null;
  if (usual === null || agreed === null) return usual;
  return approximateDays(agreed) < approximateDays(usual) ? agreed : usual;
}

function usualInterval(packId: PackId, child: ChildEpisode, day: Day): Interval | null {
  switch (packId) {
    case 'wirral':
      return byStatusAndPlacement(child, day);
    case 'bcp':
      return byFlags(child, day);
    case 'kent':
      return child.episode.assessmentCompletedOn !== null && day >= child.episode.assessmentCompletedOn ? { days: 90 } : null;
    case 'shropshire':
      return hasFlag(child, 'rated-green', day) && hasFlag(child, 'stable', day) && hasFlag(child, 'package-minimal', day)
        ? { days: 84 }
        : { days: 56 };
  }
}

function byStatusAndPlacement(child: ChildEpisode, day: Day): Interval | null {
  const holds = child.statuses.filter((span) => covers(span, day)).map((span) => span.status);
  if (holds.some((status) => MONTHLY_STATUSES.includes(status))) return MONTH;
  const placement = child.placements.find((span) => covers(span, day));
  if (placement !== undefined && holds.includes('looked-after')) {
    if (day <= addMonths(placement.from, 3)) return MONTH;
    if (day > addMonths(placement.from, 12) && hasFlag(child, 'stable', day)) return { months: 3 };
  }
  return holds.some((status) => COUNTED_STATUSES.includes(status)) ? { months: 2 } : null;
}

function byFlags(child: ChildEpisode, day: Day): Interval {
  if (MONTHLY_FLAGS.some((flag) => hasFlag(child, flag, day))) return MONTH;
  if (child.episode.path !== 'private-fostering') return { months: 2 };
  return hasFlag(child, 'language-student', day) ? { months: 3 } : MONTH;
}

function hasFlag(child: ChildEpisode, flag: Flag, day: Day): boolean {
  return child.flags.some((span) => span.flag === flag && covers(span, day));
}

/** The day by which managers mean to discuss a child next; null where nothing is meant on that day. */
export function meantBy(packId: PackId, child: ChildEpisode, day: Day, last: Day | null, begins: Day): Day | null {
  const every = meansToDiscussEvery(packId, child, day);
  if (every === null) return null;
  return addInterval(Math.max(last ?? begins, begins, firstMeant(packId, child)), every);
}

function firstMeant(packId: PackId, child: ChildEpisode): Day {
  if (packId === 'kent') return child.episode.assessmentCompletedOn ?? child.episode.from;
  if (packId !== 'wirral') return child.episode.from;
  const counted = child.statuses.filter((span) => COUNTED_STATUSES.includes(span.status)).map((span) => span.from);
  return counted.length === 0 ? child.episode.from : Math.min(...counted);
}

/** Days on which something happens that makes a manager look at the case there and then. */
export function turningPoints(packId: PackId, child: ChildEpisode): Day[] {
  if (packId === 'kent' || packId === 'shropshire') return [];
  const statuses = child.statuses.filter((span) => MONTHLY_STATUSES.includes(span.status)).map((span) => span.from);
  if (packId === 'wirral') return [...statuses, ...child.placements.map((span) => span.from)];
  return [...statuses, ...child.flags.filter((span) => MONTHLY_FLAGS.includes(span.flag)).map((span) => span.from)];
}
