import { code, date, instant, integer, list, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

export const SESSION_KINDS = {
  'one-to-one': 'One-to-one supervision',
  personal: 'Personal supervision',
  casework: 'Casework supervision',
  'professional-support': 'Professional support',
  'case-consultation': 'Case consultation',
  reactive: 'After a difficult event',
  reflective: 'Reflective supervision',
  'joint-group': 'Joint or group supervision',
  'reflective-group': 'Reflective group',
  group: 'Group supervision',
  observation: 'Observation of practice',
  'check-in': 'Check-in',
  appraisal: 'Appraisal',
  impromptu: 'Unplanned talk',
} as const;

export const SESSION_STATUSES = {
  planned: 'Planned',
  held: 'Held',
  interrupted: 'Held, interrupted',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  abandoned: 'Abandoned part-way',
} as const;

export const session = factKind({
  name: 'session',
  title: 'Supervision log',
  help: 'Every supervision that was planned, held, postponed or cancelled.',
  key: ['session'],
  happened: 'plannedStartAt',
  closesWhenMissing: false,
  subjects: [
    { column: 'supervisee', kind: 'person' },
    { column: 'session', kind: 'session' },
  ],
  columns: {
    session: required(
      text({
        label: 'Supervision reference',
        help: 'A reference that stays the same when the row changes.',
        example: 'SUP-70012',
        aliases: ['session id', 'supervision id'],
      }),
    ),
    supervisee: required(
      reference('person', {
        label: "Supervisee's staff number",
        help: 'Who was or will be supervised.',
        example: 'S1042',
        aliases: ['supervisee', 'worker id'],
      }),
    ),
    supervisor: required(
      reference('person', {
        label: "Supervisor's staff number",
        help: 'Who held it or will hold it.',
        example: 'S1007',
        aliases: ['supervisor'],
      }),
    ),
    kind: required(
      code(SESSION_KINDS, {
        label: 'Kind',
        help: 'What kind of supervision.',
        example: 'one-to-one',
        aliases: ['supervision type'],
      }),
    ),
    purposes: list({
      label: 'Purposes',
      help: 'What it was for.',
      example: 'casework;personal',
      options: {
        casework: 'Casework',
        personal: 'Personal',
        'professional-support': 'Professional support',
        reflective: 'Reflective',
        development: 'Development',
        employee: 'The person as an employee',
        quality: 'Quality of practice',
        group: 'Group',
      },
    }),
    status: required(
      code(SESSION_STATUSES, {
        label: 'Status',
        help: 'Planned, held, postponed, cancelled …',
        example: 'held',
        aliases: ['outcome', 'log status'],
      }),
    ),
    bookedAt: instant({ label: 'Booked at', help: 'When the date was put in the diary.', example: '2026-04-01 09:00' }),
    plannedStartAt: required(
      instant({
        label: 'Planned start',
        help: 'The agreed date and time.',
        example: '2026-05-12 10:00',
        aliases: ['planned date', 'session date', 'date'],
      }),
    ),
    plannedMinutes: integer({ min: 1, max: 480 }, { label: 'Planned minutes', help: 'How long it was to last.', example: '90' }),
    startedAt: instant({
      label: 'Started at',
      help: 'When it really began.',
      example: '2026-05-12 10:05',
      aliases: ['actual start', 'held on'],
    }),
    minutes: integer(
      { min: 1, max: 480 },
      { label: 'Minutes', help: 'How long it lasted, without interruptions.', example: '95', aliases: ['duration', 'length'] },
    ),
    longestBlockMinutes: integer(
      { min: 1, max: 480 },
      {
        label: 'Longest stretch in minutes',
        help: 'The longest time without interruption; empty if there was none.',
        example: '60',
      },
    ),
    mode: code(
      { 'in-person': 'In person', video: 'Video call', telephone: 'Telephone' },
      { label: 'How', help: 'In person or by video.', example: 'in-person' },
    ),
    reason: text({
      label: 'Reason',
      help: 'Why it was interrupted, postponed or cancelled.',
      example: 'Supervisor at court',
      aliases: ['cancellation reason'],
    }),
    cancelledBy: code(
      { supervisor: 'Supervisor', supervisee: 'Supervisee', both: 'Both' },
      { label: 'Cancelled by', help: 'Whose need it was.', example: 'supervisor' },
    ),
    isExceptional: yesNo({ label: 'Exceptional', help: 'Whether the reason was exceptional.', example: 'yes' }),
    rearrangedFor: date({ label: 'Rearranged for', help: 'The new date.', example: '2026-05-15', aliases: ['new date'] }),
    noNewDateReason: text({
      label: 'Why no new date',
      help: 'Why no new date could be found.',
      example: 'Supervisee leaves on Friday',
    }),
    recordSharedAt: instant({
      label: 'Record shared at',
      help: 'When the finished record reached the supervisee.',
      example: '2026-05-18 16:00',
      aliases: ['shared at', 'shared date'],
    }),
    recordFiledAt: instant({
      label: 'Record filed at',
      help: "When the record was put on the supervisee's file.",
      example: '2026-05-19 09:00',
      aliases: ['filed at'],
    }),
    supervisorSignedAt: instant({
      label: 'Supervisor signed at',
      help: 'When the supervisor signed.',
      example: '2026-05-18 16:00',
    }),
    superviseeSignedAt: instant({
      label: 'Supervisee signed at',
      help: 'When the supervisee signed.',
      example: '2026-05-20 11:00',
    }),
    topics: list({
      label: 'Check-in topics',
      help: 'Topics covered in a check-in.',
      example: 'about-you;priorities',
      options: {
        'about-you': 'All about you',
        priorities: 'Priorities and objectives',
        'looking-forward': 'Looking forward',
        values: 'Our values',
      },
    }),
    conversation: code(
      { plan: 'Planning', review: 'Review' },
      {
        label: 'Yearly conversation',
        help: "Which of the year's two conversations about the person's own goals it held, if any.",
        example: 'plan',
      },
    ),
    group: reference('group', {
      label: 'Meeting reference',
      help: 'The group meeting that it was part of, if any.',
      example: 'GRP-1203',
      aliases: ['group id'],
    }),
    observes: code(
      { practice: 'Practice with families', supervising: 'Supervising somebody' },
      { label: 'Observed', help: 'For an observation: what was watched.', example: 'practice' },
    ),
    isFormal: yesNo({ label: 'Formal', help: 'For an observation: whether it was a formal one.', example: 'yes' }),
    feedbackAt: instant({
      label: 'Feedback at',
      help: 'For an observation: when feedback was given.',
      example: '2026-05-12 15:00',
    }),
    feedback: list({
      label: 'Feedback on',
      help: 'For an observation: what the feedback was about.',
      example: 'strengths;development',
      options: {
        strengths: 'Strengths',
        'to-develop': 'What to develop',
        management: 'Managing performance',
        development: 'Development',
        support: 'Personal support',
        mediation: 'Linking person and organisation',
        quality: 'Quality overall',
      },
    }),
  },
});

export const discussion = factKind({
  name: 'discussion',
  title: 'Case supervision by child',
  help: "Each child discussed: in a supervision, or on a completed case supervision form without one. It counts once it is on the child's file.",
  key: ['child', 'discussedOn', 'session'],
  happened: 'discussedOn',
  closesWhenMissing: false,
  subjects: [{ column: 'child', kind: 'child' }],
  columns: {
    child: required(
      reference('child', {
        label: 'Case reference',
        help: "The child's reference number; never a name.",
        example: 'C20417',
        aliases: ['child id', 'case id'],
      }),
    ),
    session: reference('session', {
      label: 'Supervision reference',
      help: 'The supervision in which the child was discussed; empty for a form without one.',
      example: 'SUP-70012',
      aliases: ['session id'],
    }),
    discussedOn: required(
      date({
        label: 'Discussed on',
        help: 'The day of the discussion.',
        example: '2026-05-12',
        aliases: ['discussion date', 'date'],
      }),
    ),
    writtenBy: reference('person', {
      label: 'Written by',
      help: "Staff number of whoever wrote the manager's part.",
      example: 'S1007',
    }),
    summarySentAt: instant({
      label: 'Summary sent at',
      help: "When the worker's summary of the case was sent to the manager.",
      example: '2026-05-11 09:00',
      aliases: ['form sent at'],
    }),
    filedAt: instant({
      label: "On the child's file at",
      help: "When the case supervision record was completed on the child's own file.",
      example: '2026-05-13 14:00',
      aliases: ['filed at', 'form completed at', 'recorded at'],
    }),
    isReflective: yesNo({ label: 'Reflective', help: 'Whether the discussion was reflective and in depth.', example: 'no' }),
    frequencyView: code(
      { enough: 'Often enough', 'more-needed': 'More is needed' },
      { label: 'View on frequency', help: 'What was decided about how often this child is discussed.', example: 'enough' },
    ),
    reference: text({
      label: 'Entry reference',
      help: "The number of the entry on the child's own file, which is all that the supervision file says of the case.",
      example: 'CS-99120',
      aliases: ['entry number'],
    }),
    parts: list({
      label: 'Parts filled',
      help: 'What the entry holds.',
      example: 'update;decisions;actions',
      options: {
        update: 'Case update or summary',
        issues: 'Issues',
        discussion: 'The talk itself',
        reflection: 'Reflection',
        decisions: 'Decisions',
        reasons: 'Reasons for decisions',
        actions: 'Actions',
        'plan-review': "Another look at the child's plan",
      },
    }),
    approach: code(
      { safety: 'Signs of Safety', stability: 'Signs of Stability', wellbeing: 'Signs of Wellbeing', other: 'Another approach' },
      { label: 'Approach', help: 'In which approach the case was talked over.', example: 'safety' },
    ),
    isManagementAction: yesNo({
      label: 'Marked as management action',
      help: 'Whether the entry is marked as a management action.',
      example: 'no',
    }),
    concernsFamily: yesNo({
      label: 'Concerns the whole family',
      help: 'Whether what was decided holds for every child of the family.',
      example: 'no',
    }),
    delegatedOn: date({
      label: 'Writing handed over on',
      help: 'When the supervisor asked the supervisee to write the entry, where that was so.',
      example: '2026-05-12',
    }),
    sentBackAt: instant({
      label: 'Sent back at',
      help: "When the manager's part was sent back to the worker.",
      example: '2026-05-13 15:00',
    }),
  },
});
