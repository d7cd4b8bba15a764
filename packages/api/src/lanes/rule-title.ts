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
  'relationship.agreementSharedOn': 'Agreement to share',
  'relationship.agreementDiscussedOn': 'Agreement to go through',
  'relationship.agreementSignedOn': 'Agreement to sign',
  'agreement.lookedAtAgainOn': 'Agreement to look at again',
  'session.feedbackAt': 'Feedback to give',
};

const TITLE_OF_EVENT: Readonly<Record<string, string>> = {
  'probation-point': 'Probation to look at',
  'probation-end': 'Probation to end',
  'file-transfer': 'File to pass on',
};

const TITLE_OF_ITEM: Readonly<Record<string, string>> = {
  session: 'Log entry to complete',
  discussion: 'Case entry to complete',
  record: 'Record to complete',
  agreement: 'Agreement to complete',
  action: 'Action to complete',
  event: 'Event to complete',
  group: 'Meeting to complete',
  child: 'Child’s file to complete',
};

const TITLE_OF_COVERED: Readonly<Record<string, string>> = {
  'due-cases': 'Cases to talk over',
  family: 'Copy for this child’s file',
  'team-members': 'Team meeting',
  'open-actions': 'Actions to pick up again',
  'front-door': 'Contacts to look at',
  'tracked-cases': 'Cases to keep on the list',
};

const TITLE_OF_TRIGGER: Readonly<Record<string, string>> = {
  'supervisor-changed': 'File for the new supervisor',
  'role-changed': 'File for the new post',
  'team-changed': 'File for the new team',
  'service-changed': 'File for the new service',
  left: 'File of somebody who left',
  'left-authority': 'File of somebody who left',
  'supervisor-away': 'Cover for an absent supervisor',
  'cases-above': 'Method for many cases',
};

const TITLE_OF_MEASURE: Readonly<Record<string, string>> = {
  longestUninterruptedMinutes: 'Time without interruption',
  netMinutes: 'Length of supervision',
  casesDiscussed: 'Children discussed',
  participants: 'People taking part',
  minutesLate: 'Start on time',
  inDepthCases: 'Children discussed in depth',
};

const TITLE_OF_STANDING: Readonly<Record<string, string>> = {
  'named-supervisor': 'A named supervisor',
  'session-ahead': 'A date ahead in the log',
  'own-supervisor': 'A supervisor of their own',
  'allocated-worker': 'An allocated worker',
  supervisor: 'A supervisor who may supervise',
  'home-supervisor': 'The supervisor of the home team',
};

function ruleTitle(rule: Rule): string {
  switch (rule.kind) {
    case 'deadline':
      return (typeof rule.metBy === 'string' ? TITLE_OF_MOMENT[rule.metBy] : TITLE_OF_EVENT[rule.metBy.event]) ?? 'Deadline';
    case 'threshold':
      return TITLE_OF_MEASURE[rule.measures] ?? 'Length';
    case 'standing':
      return TITLE_OF_STANDING[rule.requires] ?? 'Arrangement';
    case 'completeness':
      return TITLE_OF_ITEM[rule.of] ?? 'Entry to complete';
    case 'quota':
      return 'Number of supervisions';
    case 'evidence':
      return rule.field === undefined ? 'Confirmation' : 'To confirm';
    case 'sequence':
      return 'Steps in order';
    case 'eligibility':
      return 'Who may do it';
    case 'ratio':
      return rule.of === 'cases' ? 'Number of cases' : 'Number of people supervised';
    case 'coverage':
      return TITLE_OF_COVERED[rule.covers] ?? 'Nobody left out';
    case 'trigger':
      return (typeof rule.on === 'string' ? TITLE_OF_TRIGGER[rule.on] : undefined) ?? 'Something to see to';
    case 'alternation':
      return 'By turns';
    default:
      return 'Requirement';
  }
}
