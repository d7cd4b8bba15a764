import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import type { Duty } from '@plumbline/domain/rules';

/** What a requirement is called on pages: the title of its clock, or a few words for what the rule asks. */
export function dutyTitle(pack: PolicyPack, rule: Rule | undefined, duty: Duty): string {
  const series = pack.series.find((candidate) => candidate.id === duty.series);
  if (series !== undefined) return series.title;
  return rule === undefined ? 'Requirement' : ruleTitle(rule);
}

const TITLE_OF_MOMENT: Readonly<Record<string, string>> = {
  'session.recordSharedAt': 'Record to share',
  'session.recordFiledAt': 'Record to file',
  'session.outcomeRecorded': 'Outcome to record',
  'session.rearranged': 'New date to agree',
  'session.reasonGiven': 'Reason to give',
  'session.superviseeSignedAt': 'Signature of the supervisee',
  'session.bookedAt': 'Date to book',
  'discussion.filedAt': "Record for the child's file",
  'discussion.summarySentAt': 'Case summary before supervision',
  'allocation.discussedAt': 'New case to talk over',
  'relationship.firstBookedAt': 'First supervision to book',
};

const TITLE_OF_MEASURE: Readonly<Record<string, string>> = {
  longestUninterruptedMinutes: 'Time without interruption',
  netMinutes: 'Length of supervision',
  casesDiscussed: 'Children discussed',
  participants: 'People taking part',
  minutesLate: 'Start on time',
};

const TITLE_OF_STANDING: Readonly<Record<string, string>> = {
  'named-supervisor': 'A named supervisor',
  'session-ahead': 'A date ahead in the log',
  'own-supervisor': 'A supervisor of their own',
  'allocated-worker': 'An allocated worker',
};

function ruleTitle(rule: Rule): string {
  switch (rule.kind) {
    case 'deadline':
      return TITLE_OF_MOMENT[rule.metBy] ?? 'Deadline';
    case 'threshold':
      return TITLE_OF_MEASURE[rule.measures] ?? 'Length';
    case 'standing':
      return TITLE_OF_STANDING[rule.requires] ?? 'Arrangement';
    case 'completeness':
      return 'Log entry to complete';
    case 'quota':
      return 'Number of supervisions';
    case 'evidence':
      return 'To confirm';
    default:
      return 'Requirement';
  }
}
