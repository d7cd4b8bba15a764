import { code, date, integer, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

export const supervisionPair = factKind({
  name: 'supervision-pair',
  title: 'Supervision pairs',
  help: 'Who supervises whom, in which capacity, from when to when.',
  key: ['supervisee', 'supervisor', 'capacity', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['supervisee', 'supervisor', 'capacity'],
  closesWhenMissing: true,
  subjects: [
    { column: 'supervisee', kind: 'person' },
    { column: 'supervisor', kind: 'person' },
  ],
  columns: {
    supervisee: required(
      reference('person', {
        label: "Supervisee's staff number",
        help: 'Who is supervised.',
        example: 'S1042',
        aliases: ['supervisee', 'worker id'],
      }),
    ),
    supervisor: required(
      reference('person', {
        label: "Supervisor's staff number",
        help: 'Who supervises them.',
        example: 'S1007',
        aliases: ['supervisor'],
      }),
    ),
    capacity: required(
      code(
        {
          designated: 'Named supervisor',
          professional: 'Professional supervisor',
          assessor: 'ASYE assessor or mentor',
          cover: 'Covering supervisor',
          'practice-educator': 'Practice educator',
          'development-officer': 'Professional development officer',
          'practice-consultant': 'Practice consultant',
          shadowed: 'Colleague who is shadowed',
        },
        { label: 'Capacity', help: 'In which capacity they supervise.', example: 'designated', aliases: ['type'] },
      ),
    ),
    from: required(date({ label: 'From', help: 'First day of the arrangement.', example: '2025-01-06' })),
    to: date({ label: 'To', help: 'Last day; empty while it goes on.', example: '2026-01-05' }),
  },
});

export const agreedInterval = factKind({
  name: 'agreed-interval',
  title: 'Agreed shorter intervals',
  help: "Where a person's or a child's supervision was agreed to be more frequent than the policy's minimum.",
  key: ['subjectKind', 'subject', 'from'],
  interval: { from: 'from', to: 'to' },
  closesWhenMissing: false,
  subjects: [],
  columns: {
    subjectKind: required(
      code(
        { person: 'A person', child: 'A child' },
        { label: 'For', help: 'Whether this is about a member of staff or a child.', example: 'child' },
      ),
    ),
    subject: required(text({ label: 'Reference', help: 'Staff number or case reference.', example: 'C20417' })),
    days: integer(
      { min: 1, max: 366 },
      { label: 'Every … days', help: 'The agreed interval in days, or leave empty and give months.', example: '14' },
    ),
    months: integer(
      { min: 1, max: 12 },
      { label: 'Every … months', help: 'The agreed interval in calendar months.', example: '1' },
    ),
    reason: code(
      {
        role: 'Role',
        'new-in-role': 'New in role',
        development: 'Development',
        'complexity-or-risk': 'Complexity or risk',
        need: "The person's needs",
        'caseload-method': 'Method for a large caseload',
        other: 'Other',
      },
      { label: 'Reason', help: 'Why it is more frequent.', example: 'complexity-or-risk' },
    ),
    agreedBy: reference('person', { label: 'Agreed by', help: 'Staff number of the manager who set it.', example: 'S1007' }),
    from: required(date({ label: 'From', help: 'First day on which it holds.', example: '2026-04-01' })),
    to: date({ label: 'To', help: 'Last day; empty while it goes on.', example: '2026-06-30' }),
    reviewOn: date({ label: 'Review on', help: 'When it will be looked at again.', example: '2026-06-30' }),
  },
});

export const stageDecision = factKind({
  name: 'stage-decision',
  title: 'Stage decisions',
  help: 'A decision, after an observation, that an internationally recruited worker moves to the next stage.',
  key: ['person', 'stage'],
  happened: 'decidedOn',
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: required(
      reference('person', {
        label: 'Staff number',
        help: 'About whom the decision was made.',
        example: 'S1042',
        aliases: ['staff id', 'worker id'],
      }),
    ),
    stage: required(
      code(
        { second: 'To the second stage', third: 'To the third stage' },
        { label: 'Stage', help: 'The stage they move to.', example: 'second' },
      ),
    ),
    observedOn: date({ label: 'Observed on', help: 'When their practice was observed.', example: '2026-01-15' }),
    isStandardMet: yesNo({ label: 'Standard met', help: 'Whether the required standard was met.', example: 'yes' }),
    decidedBy: reference('person', { label: 'Decided by', help: 'Staff number of the manager who decided.', example: 'S1007' }),
    decidedOn: required(date({ label: 'Decided on', help: 'The day of the decision.', example: '2026-01-20' })),
  },
});
