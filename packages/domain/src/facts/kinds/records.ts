import { code, date, instant, integer, list, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

/** The parts that council forms are made of, under one name each, whatever a council's own form calls them. */
export const RECORD_SECTIONS = {
  'previous-actions': 'Matters arising and earlier actions',
  update: 'Case update',
  reflection: 'Reflection',
  actions: 'Agreed actions',
  performance: 'Performance',
  practice: 'Practice progress',
  development: 'Learning and development',
  support: 'Personal support',
  mediation: 'Linking person and organisation',
  welfare: 'Health and welfare',
  leave: 'Leave and flexible time',
  responsibilities: 'Further responsibilities',
  workload: 'Workload and caseload',
  'high-risk-cases': 'Cases of high risk or need',
  complaints: 'Compliments and complaints',
  'health-and-safety': 'Health, safety and risk',
  'next-meeting': 'Next date, time and place',
  budget: 'Budget',
  'team-data': 'Team performance data',
  'agency-issues': 'Issues inside and outside the agency',
  staffing: 'Staffing and employment',
  'went-well': 'What went well',
  'was-hard': 'What was hard',
  'children-in-home': 'Progress of the children in the home',
  models: 'Models, vision and values',
  safeguarding: 'Safeguarding, concerns and whistleblowing',
  'core-topics': 'Core topics of professional support',
  'front-door-cases': 'Front-door cases',
  'other-business': 'Any other business',
} as const;

export const record = factKind({
  name: 'record',
  title: 'Supervision records',
  help: 'The written record of a supervision: on which form, by whom, and its way to the file. What it says is not kept here.',
  key: ['record'],
  closesWhenMissing: false,
  subjects: [{ column: 'supervisee', kind: 'person' }],
  columns: {
    record: required(
      text({
        label: 'Record reference',
        help: 'A reference that stays the same when the row changes.',
        example: 'REC-5501',
        aliases: ['record id'],
      }),
    ),
    session: required(
      reference('session', {
        label: 'Supervision reference',
        help: 'The supervision that it is the record of.',
        example: 'SUP-70012',
        aliases: ['session id', 'supervision id'],
      }),
    ),
    supervisee: required(
      reference('person', {
        label: "Supervisee's staff number",
        help: 'Whose supervision it was.',
        example: 'S1042',
        aliases: ['supervisee', 'worker id'],
      }),
    ),
    class: code(
      { personal: 'Personal record', casework: 'Casework record' },
      {
        label: 'Personal or casework',
        help: 'Which of the two it is; one record is never both.',
        example: 'personal',
        aliases: ['class', 'record type'],
      },
    ),
    template: code(
      {
        'personal-record': 'Personal supervision record',
        'personal-agenda': 'Personal supervision agenda',
        'practitioner-agenda': 'Agenda for practitioners',
        'manager-agenda': 'Agenda for team managers',
        'residential-agenda': 'Agenda for residential workers',
        'professional-support': 'Professional support',
        'case-supervision': 'Case supervision',
        'case-mapping': 'Case mapping',
        'appreciative-inquiry': 'Appreciative Inquiry',
        'probation-form': 'Probation',
        other: 'Another form',
      },
      { label: 'Form', help: 'The form on which it was written.', example: 'practitioner-agenda', aliases: ['template'] },
    ),
    sections: list({
      label: 'Sections filled',
      help: 'The parts of the form that say something, or say that there was nothing to report.',
      example: 'welfare;actions',
      options: RECORD_SECTIONS,
    }),
    sectionsWithActions: list({
      label: 'Sections with actions',
      help: 'The parts of the form whose box for actions or decisions is filled.',
      example: 'welfare',
      options: RECORD_SECTIONS,
    }),
    writtenBy: reference('person', { label: 'Written by', help: 'Staff number of whoever wrote it.', example: 'S1007' }),
    isTyped: yesNo({ label: 'Typed', help: 'Whether it was typed, not written by hand.', example: 'yes' }),
    typedBy: reference('person', {
      label: 'Typed by',
      help: 'Staff number of whoever typed it for the author; empty where the author did.',
      example: 'S1090',
      aliases: ['typist'],
    }),
    isTypingAgreed: yesNo({
      label: 'Typing agreed',
      help: 'Whether the supervisee agreed that somebody else types it.',
      example: 'yes',
    }),
    isPrivatePartKept: yesNo({
      label: 'Private part kept back',
      help: 'Whether what is private was kept from whoever typed it.',
      example: 'yes',
    }),
    hasNames: yesNo({
      label: 'Names in it',
      help: 'Whether names were found in a record that should hold reference numbers only.',
      example: 'no',
    }),
    draftOfferedAt: instant({
      label: 'Draft offered at',
      help: 'When the supervisee could first check it.',
      example: '2026-05-14 09:00',
    }),
    response: code(
      { agreed: 'Agreed', 'changes-proposed': 'Changes proposed', 'no-response': 'No response' },
      { label: 'Response', help: "The supervisee's answer to the draft.", example: 'agreed' },
    ),
    changesAgreedAt: instant({
      label: 'Changes agreed at',
      help: 'When changes to the draft were settled; empty where there were none.',
      example: '2026-05-15 11:00',
    }),
    storedAt: instant({
      label: 'Stored at',
      help: 'When the finished record was put into its folder.',
      example: '2026-05-19 09:00',
      aliases: ['filed at', 'uploaded at'],
    }),
    supervisorCopyAt: instant({
      label: "Supervisor's copy at",
      help: 'When the supervisor had a copy.',
      example: '2026-05-19 09:05',
    }),
    superviseeCopyAt: instant({
      label: "Supervisee's copy at",
      help: 'When the supervisee had a copy.',
      example: '2026-05-19 09:05',
    }),
    isDelayExplained: yesNo({
      label: 'Delay explained',
      help: 'Whether the form says why the supervision was late, where it was.',
      example: 'yes',
    }),
    nextOn: date({
      label: 'Next supervision on',
      help: 'The day of the next supervision, as the form says it.',
      example: '2026-06-09',
      aliases: ['next date'],
    }),
    hasNextTime: yesNo({ label: 'Next time given', help: 'Whether the form says at what time.', example: 'yes' }),
    hasNextPlace: yesNo({ label: 'Next place given', help: 'Whether the form says where.', example: 'yes', aliases: ['venue'] }),
  },
});

export const agreement = factKind({
  name: 'agreement',
  title: 'Supervision agreements',
  help: 'The agreement of a supervisee and a supervisor: one row for each that was drawn up and one for each review.',
  key: ['supervisee', 'supervisor', 'drawnUpOn'],
  happened: 'drawnUpOn',
  closesWhenMissing: false,
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
    drawnUpOn: required(
      date({
        label: 'Drawn up on',
        help: 'The day on which it was drawn up or reviewed.',
        example: '2026-01-12',
        aliases: ['agreement date', 'contract date'],
      }),
    ),
    sharedOn: date({ label: 'Shared on', help: 'When the supervisee had it to read.', example: '2026-01-09' }),
    historyOfferedOn: date({
      label: 'History task offered on',
      help: 'When the supervisee was offered to look back on earlier supervision.',
      example: '2026-01-09',
    }),
    discussedOn: date({ label: 'Gone through on', help: 'When the two went through it.', example: '2026-01-12' }),
    supervisorSignedOn: date({ label: 'Supervisor signed on', help: 'When the supervisor signed.', example: '2026-01-12' }),
    superviseeSignedOn: date({ label: 'Supervisee signed on', help: 'When the supervisee signed.', example: '2026-01-12' }),
    reviewedOn: date({
      label: 'Reviewed on',
      help: 'When it was last looked at again, for councils that keep no row of its own for a review.',
      example: '2026-07-08',
      aliases: ['last review'],
    }),
    intervalDays: integer(
      { min: 1, max: 366 },
      { label: 'Interval in days', help: 'How often the two agreed to meet.', example: '28', aliases: ['frequency'] },
    ),
    minutes: integer(
      { min: 1, max: 480 },
      { label: 'Minutes', help: 'How long they agreed to take.', example: '90', aliases: ['duration'] },
    ),
    saysWhoMayRead: yesNo({
      label: 'Says who may read',
      help: 'Whether it says who may read the records, and why.',
      example: 'yes',
    }),
  },
});

export const action = factKind({
  name: 'action',
  title: 'Actions',
  help: 'What was agreed to be done, by whom and by when. What it says is not kept here, only what it states.',
  key: ['action'],
  happened: 'agreedOn',
  closesWhenMissing: false,
  subjects: [
    { column: 'child', kind: 'child' },
    { column: 'person', kind: 'person' },
  ],
  columns: {
    action: required(
      text({ label: 'Action reference', help: 'A reference that stays the same.', example: 'ACT-3301', aliases: ['action id'] }),
    ),
    child: reference('child', {
      label: 'Case reference',
      help: "The child's reference number, where it comes from the talk about a case; never a name.",
      example: 'C20417',
      aliases: ['child id', 'case id'],
    }),
    person: reference('person', {
      label: "Supervisee's staff number",
      help: 'Whose supervision it comes from.',
      example: 'S1042',
      aliases: ['supervisee'],
    }),
    session: reference('session', {
      label: 'Supervision reference',
      help: 'The supervision in which it was agreed.',
      example: 'SUP-70012',
      aliases: ['session id'],
    }),
    agreedOn: required(date({ label: 'Agreed on', help: 'The day on which it was agreed.', example: '2026-05-12' })),
    owner: reference('person', {
      label: 'To be done by',
      help: 'Staff number of who has to do it.',
      example: 'S1042',
      aliases: ['owner'],
    }),
    dueOn: date({
      label: 'To be done until',
      help: 'The day by which it has to be done.',
      example: '2026-05-29',
      aliases: ['due date'],
    }),
    states: list({
      label: 'States',
      help: 'What the action makes clear.',
      example: 'what;who;when',
      options: {
        what: 'What is to be done',
        who: 'Who does it',
        why: 'Why',
        when: 'By when',
        where: 'Where',
        how: 'How',
        impact: 'What it is meant to change',
      },
    }),
    closedOn: date({
      label: 'Closed on',
      help: 'When it was done or given up.',
      example: '2026-05-27',
      aliases: ['completed on'],
    }),
  },
});

export const actionProgress = factKind({
  name: 'action-progress',
  title: 'Progress of actions',
  help: 'Each time that the progress of an action was written down.',
  key: ['action', 'notedOn'],
  happened: 'notedOn',
  closesWhenMissing: false,
  subjects: [],
  columns: {
    action: required(
      reference('action', { label: 'Action reference', help: 'Which action.', example: 'ACT-3301', aliases: ['action id'] }),
    ),
    notedOn: required(date({ label: 'Noted on', help: 'The day on which it was written down.', example: '2026-06-09' })),
  },
});
