/** The columns that a kind of rule always reads. */
export const KIND_READS: Readonly<Record<string, readonly string[]>> = {
  quota: ['session.startedAt', 'session.status'],
  alternation: ['session.startedAt', 'session.supervisee'],
  setting: ['policy'],
  access: ['supervision-pair.supervisee', 'supervision-pair.supervisor'],
};

/** How a session test is read, field by field. */
export const SESSION_TEST_READS: Readonly<Record<string, readonly string[]>> = {
  kinds: ['session.kind'],
  purposes: ['session.purposes'],
  statuses: ['session.status'],
  modes: ['session.mode'],
  cancelledBy: ['session.cancelledBy'],
  discussesChildren: ['discussion.session'],
  discussesContacts: ['front-door-contact.session'],
  recordHolds: ['record.sections', 'record.session'],
  by: ['session.supervisor'],
  conversations: ['session.conversation'],
  observes: ['session.observes'],
  isFormal: ['session.isFormal'],
  audiences: ['group.audience', 'session.group'],
};

const PAIR = ['supervision-pair.capacity', 'supervision-pair.from', 'supervision-pair.supervisor', 'supervision-pair.to'];
const LINE = ['post.lineManager', 'post.secondLineManager'];

/** Who somebody is to somebody else. */
const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  self: [],
  'session-supervisor': ['session.supervisor'],
  supervisor: PAIR,
  'line-manager': LINE,
  assessor: PAIR,
  professional: PAIR,
  cover: PAIR,
  'practice-educator': PAIR,
  'development-officer': PAIR,
  'practice-consultant': PAIR,
  'supervisors-manager': [...PAIR, ...LINE],
  chain: LINE,
  peer: ['post.role'],
};

/** Moments, wherever they stand, that are not simply a column. */
export const MOMENT_READS: Readonly<Record<string, readonly string[]>> = {
  'session.heldOn': ['session.startedAt', 'session.status'],
  'session.outcomeRecorded': ['session.status'],
  'session.rearranged': ['session.rearrangedFor'],
  'session.reasonGiven': ['session.reason'],
  'session.signedByBothAt': ['session.superviseeSignedAt', 'session.supervisorSignedAt'],
  'record.signedByBothAt': ['session.superviseeSignedAt', 'session.supervisorSignedAt'],
  'relationship.from': ['supervision-pair.from'],
  'relationship.firstBookedAt': ['session.bookedAt'],
  'relationship.firstSessionOn': ['session.startedAt', 'session.status', 'session.supervisor'],
  'relationship.agreementSharedOn': ['agreement.sharedOn'],
  'relationship.agreementDiscussedOn': ['agreement.discussedOn'],
  'relationship.agreementSignedOn': ['agreement.superviseeSignedOn', 'agreement.supervisorSignedOn'],
  'agreement.settledOn': ['agreement.reviewedOn', 'agreement.superviseeSignedOn', 'agreement.supervisorSignedOn'],
  'agreement.lookedAtAgainOn': ['agreement.reviewedOn', 'agreement.superviseeSignedOn', 'agreement.supervisorSignedOn'],
  'stage-decision.stageBeganOn': ['stage-decision.decidedOn', 'stage-decision.stage'],
  'action.progressNotedOn': ['action-progress.action', 'action-progress.notedOn'],
};

const EVENT = ['event.doneOn', 'event.kind', 'event.on'];
const CASES = ['allocation.allocatedAt', 'allocation.endedOn', 'allocation.worker'];

/** Words that stand for columns, by the part of a rule in which they stand. */
export const PART_READS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  measures: {
    longestUninterruptedMinutes: ['session.longestBlockMinutes', 'session.minutes'],
    netMinutes: ['session.minutes'],
    minutesLate: ['session.plannedStartAt', 'session.startedAt'],
    casesDiscussed: ['discussion.session'],
    inDepthCases: ['discussion.isReflective', 'discussion.session'],
    participants: ['session.kind'],
  },
  unit: { minutes: ['session.minutes'] },
  each: { topic: ['session.topics'] },
  requires: {
    'named-supervisor': PAIR,
    'own-supervisor': PAIR,
    supervisor: PAIR,
    'home-supervisor': PAIR,
    'session-ahead': ['session.bookedAt', 'session.plannedStartAt'],
    'allocated-worker': CASES,
  },
  of: { supervisees: PAIR, cases: CASES },
  covers: {
    'due-cases': ['discussion.child', 'discussion.session', ...CASES],
    family: ['child.family', 'discussion.concernsFamily'],
    'team-members': ['attendance.hasReason', 'attendance.isPresent', 'group.heldOn', 'group.team', 'post.team'],
    'open-actions': ['action.agreedOn', 'action.closedOn', 'action-progress.notedOn', 'discussion.discussedOn'],
    'front-door': ['front-door-contact.outcome', 'front-door-contact.session'],
    'tracked-cases': ['agreed-interval.reason', 'agreed-interval.subject', ...CASES],
  },
  from: {
    'employment-end': ['person.employedTo'],
    'authority-end': ['person.leftAuthorityOn'],
  },
  on: {
    'supervisor-changed': PAIR,
    'team-changed': ['post.from', 'post.team'],
    'role-changed': ['post.from', 'post.role'],
    'service-changed': ['post.from', 'post.team', 'team.service'],
    left: ['person.employedTo'],
    'left-authority': ['person.leftAuthorityOn'],
    'supervisor-away': ['absence.from', 'absence.to', ...PAIR],
    'cases-above': CASES,
  },
  event: {},
  grounds: {},
  needs: {
    purpose: ['access-request.hasPurpose'],
    reference: ['access-request.reference'],
    until: ['access-request.until'],
  },
  isOneOf: RELATIONS,
  isNoneOf: RELATIONS,
  orElse: RELATIONS,
  by: RELATIONS,
  is: RELATIONS,
  isNot: RELATIONS,
};

/** Parts that read columns by being there at all. */
export const PRESENCE_READS: Readonly<Record<string, readonly string[]>> = {
  event: EVENT,
  grounds: ['access-request.from', 'access-request.ground', 'access-request.reader'],
  deviation: ['deviation.agreedBy', 'deviation.agreedOn', 'deviation.hasReason', 'deviation.recordedOn', 'deviation.rule'],
  shows: ['event.shows'],
  forEachDay: ['shift.workedOn'],
  isPerFullTime: ['post.fullTimeEquivalent'],
  levelsAbove: ['post.level', ...LINE],
  managesFor: ['post.from', 'post.isManagementPost'],
  capacities: PAIR,
  class: ['record.class'],
  formats: ['group.format'],
  post: ['post.role'],
};
