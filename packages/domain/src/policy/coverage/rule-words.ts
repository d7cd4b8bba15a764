/** The columns that a kind of rule always reads, and those by which each thing that a rule may be `of` is known. */
export const KIND_READS: Readonly<Record<string, readonly string[]>> = {
  quota: ['session.startedAt', 'session.status'],
  ratio: ['supervision-pair.capacity', 'supervision-pair.supervisee', 'supervision-pair.supervisor'],
  setting: ['policy'],
  'of:session': ['session.plannedStartAt', 'session.status'],
  'of:discussion': ['discussion.child', 'discussion.discussedOn'],
  'of:allocation': ['allocation.allocatedAt'],
  'of:relationship': ['supervision-pair.from', 'supervision-pair.supervisor'],
};

/** Words of rules that stand for columns without naming them: moments, measures and what must hold. */
export const WORD_READS: Readonly<Record<string, readonly string[]>> = {
  'session.heldOn': ['session.startedAt', 'session.status'],
  'session.outcomeRecorded': ['session.status'],
  'session.rearranged': ['session.rearrangedFor'],
  'session.reasonGiven': ['session.reason'],
  'relationship.from': ['supervision-pair.from'],
  'relationship.firstBookedAt': ['session.bookedAt'],
  longestUninterruptedMinutes: ['session.longestBlockMinutes', 'session.minutes'],
  netMinutes: ['session.minutes'],
  minutes: ['session.minutes'],
  minutesLate: ['session.plannedStartAt', 'session.startedAt'],
  casesDiscussed: ['discussion.session'],
  participants: ['session.kind'],
  'named-supervisor': ['supervision-pair.from', 'supervision-pair.supervisor', 'supervision-pair.to'],
  'own-supervisor': ['supervision-pair.from', 'supervision-pair.supervisor', 'supervision-pair.to'],
  'session-ahead': ['session.bookedAt', 'session.plannedStartAt'],
  'allocated-worker': ['allocation.allocatedAt', 'allocation.endedOn'],
};
