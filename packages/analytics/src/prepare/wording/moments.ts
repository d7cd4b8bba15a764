import { FACT_KINDS, kindOf, type FactKindName } from '@plumbline/domain/facts';

/** What happened at each moment that a limit can run from. */
const MOMENTS: Readonly<Record<string, string>> = {
  'session.plannedStartAt': 'the supervision was planned for',
  'session.bookedAt': 'the supervision was put in the diary on',
  'session.heldOn': 'the supervision was held on',
  'session.recordSharedAt': 'the record was shared on',
  'session.recordFiledAt': 'the record was filed on',
  'session.superviseeSignedAt': 'the supervisee signed on',
  'session.outcomeRecorded': 'the outcome was recorded on',
  'session.rearranged': 'it was rearranged on',
  'session.reasonGiven': 'the reason was given on',
  'discussion.discussedOn': 'the child was discussed on',
  'discussion.summarySentAt': 'the summary was sent on',
  'discussion.filedAt': 'the record reached the child’s file on',
  'allocation.allocatedAt': 'the case was allocated on',
  'allocation.discussedAt': 'the case was discussed after allocation on',
  'relationship.from': 'the supervision arrangement began on',
  'relationship.firstBookedAt': 'the first supervision was booked on',
  'event.on': 'it happened on',
  'event.doneOn': 'it was done on',
  'relationship.firstSessionOn': 'the two first met for supervision on',
  'relationship.agreementSignedOn': 'both had signed the agreement on',
  'agreement.settledOn': 'the agreement was settled on',
  'agreement.drawnUpOn': 'the agreement was drawn up on',
  'post.from': 'the post began on',
  'stage-decision.decidedOn': 'the decision was made on',
};

/** "The supervision was held on", to be followed by a date. */
export function momentInWords(moment: string): string {
  return MOMENTS[moment] ?? 'it happened on';
}

/** The label of a recorded field such as `session.recordSharedAt`: "record shared at". */
export function fieldInWords(field: string): string {
  const [kind = '', name = ''] = field.split('.');
  const label = kind in FACT_KINDS ? kindOf(kind as FactKindName).columns[name]?.label : undefined;
  const words = label ?? (name === '' ? field : name.replaceAll(/([A-Z])/g, ' $1'));
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const MEASURES: Readonly<Record<string, readonly [string, string, string]>> = {
  longestUninterruptedMinutes: ['The longest stretch without interruption was', 'minute', 'minutes'],
  netMinutes: ['It lasted', 'minute', 'minutes'],
  casesDiscussed: ['The number discussed was', 'child', 'children'],
  participants: ['The number taking part was', 'person', 'people'],
  minutesLate: ['It began late by', 'minute', 'minutes'],
  inDepthCases: ['The number discussed in depth was', 'child', 'children'],
  supervisees: ['The number supervised was', 'person', 'people'],
  cases: ['The number held was', 'case', 'cases'],
  contacts: ['The number looked at was', 'contact', 'contacts'],
};

/** "It lasted 60 minutes; at least 90 are asked for." */
export function measureInWords(measure: string, value: number | null, atLeast: number | null, atMost: number | null): string {
  const [lead, one, many] = MEASURES[measure] ?? ['It came to', '', ''];
  const limits = [...(atLeast === null ? [] : [`at least ${atLeast}`]), ...(atMost === null ? [] : [`at most ${atMost}`])].join(
    ' and ',
  );
  const asked = limits === '' ? '' : `${limits} ${atLeast !== null && atMost === null && atLeast === 1 ? 'is' : 'are'} asked for`;
  if (value === null) return asked === '' ? 'It was not recorded.' : `It was not recorded; ${asked}.`;
  const measured = `${lead} ${value} ${value === 1 ? one : many}`.trimEnd();
  return asked === '' ? `${measured}.` : `${measured}; ${asked}.`;
}
