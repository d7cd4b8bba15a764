import { EVENT_KINDS } from '@plumbline/domain/facts';
import type { Moment, RuleOf } from '@plumbline/domain/policy';
import { lengthInWords } from './policy-words.ts';
import { countInWords, fieldInWords } from './wording/index.ts';

const MOMENTS: Readonly<Record<string, string>> = {
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
  'relationship.firstSessionOn': 'the first supervision of the two',
  'relationship.agreementSharedOn': 'sharing the agreement',
  'relationship.agreementDiscussedOn': 'going through the agreement',
  'relationship.agreementSignedOn': 'both signatures under the agreement',
  'agreement.settledOn': 'the day on which the agreement was last settled',
  'agreement.lookedAtAgainOn': 'another look at the agreement',
  'session.signedByBothAt': 'both signatures',
  'record.signedByBothAt': 'both signatures',
  'record.draftOfferedAt': 'offering the draft',
  'record.changesAgreedAt': 'agreeing changes',
  'record.storedAt': 'storing the record',
  'record.supervisorCopyAt': 'the supervisor’s copy',
  'record.superviseeCopyAt': 'the copy of the person supervised',
  'session.feedbackAt': 'feedback',
  'stage-decision.stageBeganOn': 'the beginning of the stage',
  'stage-decision.observedOn': 'the observation',
  'stage-decision.decidedOn': 'the decision',
  'action.progressNotedOn': 'noting progress',
  'post.from': 'the first day in the post',
  'event.on': 'the event',
  'event.doneOn': 'doing what it asks for',
};

/** A moment as a noun: "sharing the record". */
export function momentNoun(moment: Moment): string {
  return MOMENTS[moment] ?? fieldInWords(moment);
}

/** What meets a limit: a moment, or an event of a kind. */
export function metInWords(metBy: RuleOf<'deadline'>['metBy']): string {
  if (typeof metBy === 'string') return momentNoun(metBy);
  const { event, point, after } = metBy;
  const label = point === undefined ? eventLabel(event) : `${eventLabel(event)}, point ${point}`;
  if (after === undefined) return label;
  return 'days' in after && after.days === 0
    ? `${label}, after the first day`
    : `${label}, later than ${lengthInWords(after)} on`;
}

/** The kind of an event in words: "probation looked at". */
export function eventLabel(kind: string): string {
  const label: string = (EVENT_KINDS as Readonly<Record<string, string>>)[kind] ?? kind.replaceAll('-', ' ');
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** "within ten working days", "at least 24 hours before", "by then". */
export function limitInWords({ within, before }: Pick<RuleOf<'deadline'>, 'within' | 'before'>): string {
  if (before !== undefined && 'days' in before)
    return `at least ${countInWords(before.days)} ${before.days === 1 ? 'day' : 'days'} before`;
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
  inDepthCases: ['Children discussed in depth in one supervision', 'children'],
  field: ['What is recorded', ''],
  participants: ['People taking part', 'people'],
  minutesLate: ['Minutes late in starting', 'minutes'],
};

export function measureName(measure: RuleOf<'threshold'>['measures']): string {
  return MEASURES[measure][0];
}

/** "at least 60 and at most 90 minutes". */
export function boundsInWords({ measures, field, atLeast, atMost, notLongerThan, notAfterDue }: RuleOf<'threshold'>): string {
  const what = field === undefined ? '' : `${fieldInWords(field)} `;
  if (notLongerThan !== undefined) return `${what}no longer than the policy asks for`;
  if (notAfterDue !== undefined) return `${what}not after the day on which the next is due`;
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return atMost === 0 ? 'none' : `${what}${bounds.join(' and ')} ${MEASURES[measures][1]}`.trimEnd();
}

const REQUIRED: Readonly<Record<RuleOf<'standing'>['requires'], string>> = {
  'named-supervisor': 'A named supervisor',
  'session-ahead': 'A date for the next supervision in the diary',
  'own-supervisor': 'A supervisor of their own',
  'allocated-worker': 'An allocated worker',
  supervisor: 'A supervisor who meets what is asked',
  'home-supervisor': 'The supervisor of the home team, whoever is shadowed',
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
  'rolling-year': 'in each year from the start',
  'last-twelve-months': 'in any twelve months',
};

/** "at least one supervision in each calendar quarter". */
export function quotaInWords({ atLeast, unit, per, subject, forEachDay, each }: RuleOf<'quota'>): string {
  const one = subject === 'child' ? 'discussion' : 'supervision';
  const what = unit === 'minutes' ? 'minutes' : atLeast === 1 ? one : `${one}s`;
  const count = unit === 'minutes' ? String(atLeast) : countInWords(atLeast);
  const day = forEachDay === true ? ' for each day worked' : '';
  return `at least ${count} ${what}${day} ${PERIODS[per]}${each === undefined ? '' : ', for each topic'}`;
}
