import type { Moment, RuleOf } from '@plumbline/domain/policy';
import { lengthInWords } from './policy-words.ts';
import { countInWords } from './wording/index.ts';

const MOMENTS: Readonly<Record<Moment, string>> = {
  'session.plannedStartAt': 'the planned start of the supervision',
  'session.bookedAt': 'putting the supervision in the diary',
  'session.heldOn': 'the day of the supervision',
  'session.recordSharedAt': 'sharing the record',
  'session.recordFiledAt': 'filing the record',
  'session.outcomeRecorded': 'recording what became of it',
  'session.rearranged': 'setting a new date',
  'session.reasonGiven': 'giving the reason',
  'session.superviseeSignedAt': 'the signature of the person supervised',
  'discussion.discussedOn': 'the day on which the child was discussed',
  'discussion.summarySentAt': 'sending the summary',
  'discussion.filedAt': 'the record reaching the child’s file',
  'allocation.allocatedAt': 'allocation of the case',
  'allocation.discussedAt': 'the first talk about the case',
  'relationship.from': 'the beginning of the supervision arrangement',
  'relationship.firstBookedAt': 'booking the first supervision',
  'event.on': 'the event',
  'event.doneOn': 'doing what it asks for',
};

/** A moment as a noun: "sharing the record". */
export function momentNoun(moment: Moment): string {
  return MOMENTS[moment];
}

/** "within ten working days", "at least 24 hours before", "by then". */
export function limitInWords({ within, before }: Pick<RuleOf<'deadline'>, 'within' | 'before'>): string {
  if (before !== undefined) return before.hours === 0 ? 'before' : `at least ${hours(before.hours)} before`;
  if (within === undefined) return 'by then';
  return `within ${'hours' in within ? hours(within.hours) : lengthInWords(within)}`;
}

function hours(count: number): string {
  return `${countInWords(count)} ${count === 1 ? 'hour' : 'hours'}`;
}

const MEASURES: Readonly<Record<RuleOf<'threshold'>['measures'], readonly [name: string, unit: string]>> = {
  longestUninterruptedMinutes: ['Longest stretch without interruption', 'minutes'],
  netMinutes: ['Length', 'minutes'],
  casesDiscussed: ['Children discussed in one supervision', 'children'],
  participants: ['People taking part', 'people'],
  minutesLate: ['Minutes late in starting', 'minutes'],
};

export function measureName(measure: RuleOf<'threshold'>['measures']): string {
  return MEASURES[measure][0];
}

/** "at least 60 and at most 90 minutes". */
export function boundsInWords({ measures, atLeast, atMost }: RuleOf<'threshold'>): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return atMost === 0 ? 'none' : `${bounds.join(' and ')} ${MEASURES[measures][1]}`;
}

const REQUIRED: Readonly<Record<RuleOf<'standing'>['requires'], string>> = {
  'named-supervisor': 'A named supervisor',
  'session-ahead': 'A date for the next supervision in the diary',
  'own-supervisor': 'A supervisor of their own',
  'allocated-worker': 'An allocated worker',
};

/** What has to hold on every day. */
export function requiredInWords(requires: RuleOf<'standing'>['requires']): string {
  return REQUIRED[requires];
}

const PERIODS: Readonly<Record<RuleOf<'quota'>['per'], string>> = {
  'calendar-quarter': 'in each calendar quarter',
  'calendar-month': 'in each calendar month',
  'fortnight-from-start': 'in each fortnight from the start',
  week: 'in each week',
  'rolling-year': 'in any twelve months',
};

/** "at least one supervision in each calendar quarter". */
export function quotaInWords({ atLeast, unit, per }: RuleOf<'quota'>): string {
  const what = unit === 'minutes' ? 'minutes' : atLeast === 1 ? 'supervision' : 'supervisions';
  return `at least ${unit === 'minutes' ? atLeast : countInWords(atLeast)} ${what} ${PERIODS[per]}`;
}
