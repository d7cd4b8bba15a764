import { code, date, integer, list, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

export const EVENT_KINDS = {
  'difficult-incident': 'Difficult incident',
  concern: 'Concern raised',
  disagreement: 'Disagreement over a record',
  dispute: 'Dispute left open',
  'file-transfer': 'File passed to the new manager',
  'file-to-records': 'File sent to personnel or records management',
  'access-ended': 'Access of an earlier manager ended',
  'cover-arranged': 'Cover arranged for a supervisor',
  'caseload-method': 'Method agreed for a large caseload',
  'probation-point': 'Probation looked at',
  'probation-end': 'Probation ended',
  'formal-process': 'Formal performance process',
  inspection: 'Inspection',
  other: 'Something else',
} as const;

export const event = factKind({
  name: 'event',
  title: 'Events and tasks',
  help: 'Something that happened and calls for something, or something that was done about it. No account of it is kept here.',
  key: ['event'],
  happened: 'on',
  closesWhenMissing: false,
  subjects: [
    { column: 'person', kind: 'person' },
    { column: 'child', kind: 'child' },
  ],
  columns: {
    event: required(
      text({ label: 'Event reference', help: 'A reference that stays the same.', example: 'EV-2101', aliases: ['event id'] }),
    ),
    kind: required(code(EVENT_KINDS, { label: 'Kind', help: 'What happened or was done.', example: 'probation-point' })),
    person: reference('person', {
      label: 'Staff number',
      help: 'Whom it concerns among staff.',
      example: 'S1042',
      aliases: ['staff id', 'employee number', 'worker id', 'person'],
    }),
    child: reference('child', {
      label: 'Case reference',
      help: 'Which case it concerns, if any; never a name.',
      example: 'C20417',
      aliases: ['child id', 'case id'],
    }),
    on: required(date({ label: 'On', help: 'The day on which it happened.', example: '2026-05-04', aliases: ['date'] })),
    doneOn: date({
      label: 'Done on',
      help: 'When what had to be done about it was done.',
      example: '2026-05-06',
      aliases: ['completed on'],
    }),
    doneBy: reference('person', { label: 'Done by', help: 'Staff number of who did it.', example: 'S1007' }),
    point: integer(
      { min: 1, max: 24 },
      {
        label: 'Point',
        help: 'Which of several points in time, such as the month of a probation.',
        example: '4',
        aliases: ['month'],
      },
    ),
    shows: list({
      label: 'Shows',
      help: 'What its record holds.',
      example: 'form;outcome',
      options: {
        item: 'What it is about',
        reasons: 'Reasons',
        'talked-over': 'That it was talked over',
        outcome: 'Outcome',
        'supervisor-view': "The supervisor's view",
        'supervisee-view': "The supervisee's view",
        form: 'The form',
        debrief: 'Debrief',
        'plan-review': "Another look at the child's plan",
        support: 'Personal support',
        priorities: 'How cases are put in order',
        'least-frequency': 'The longest gap allowed',
        tracker: 'A list of all cases',
      },
    }),
    supervisorSignedOn: date({ label: 'Supervisor signed on', help: 'When the supervisor signed.', example: '2026-05-06' }),
    superviseeSignedOn: date({ label: 'Supervisee signed on', help: 'When the supervisee signed.', example: '2026-05-06' }),
    reference: text({
      label: 'Process reference',
      help: 'The reference number of the process or inspection, where there is one.',
      example: 'HR-7710',
    }),
  },
});

export const deviation = factKind({
  name: 'deviation',
  title: 'Agreed departures',
  help: 'A departure from one rule of the policy that somebody with the right agreed to.',
  key: ['person', 'rule', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['person', 'rule'],
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: required(
      reference('person', {
        label: 'Staff number',
        help: 'On whose file it is noted.',
        example: 'S1042',
        aliases: ['staff id', 'employee number', 'worker id', 'person'],
      }),
    ),
    rule: required(
      text({
        label: 'Rule',
        help: 'The number of the rule, as the policy page shows it.',
        example: 'BCP-alloc-13',
        aliases: ['rule id'],
      }),
    ),
    supervisor: reference('person', {
      label: "Supervisor's staff number",
      help: 'The other of the two, where it is about a pair.',
      example: 'S1007',
      aliases: ['supervisor'],
    }),
    hasReason: yesNo({ label: 'Reason noted', help: 'Whether the reason is noted.', example: 'yes' }),
    recordedOn: date({ label: 'Noted on', help: 'When it was noted on the file.', example: '2026-03-02' }),
    agreedBy: reference('person', { label: 'Agreed by', help: 'Staff number of who agreed to it.', example: 'S1003' }),
    agreedOn: date({ label: 'Agreed on', help: 'When they agreed.', example: '2026-03-02' }),
    from: required(date({ label: 'From', help: 'First day on which it holds.', example: '2026-03-02' })),
    to: date({ label: 'To', help: 'Last day; empty while it goes on.', example: '2026-09-01' }),
  },
});

export const ACCESS_GROUNDS = {
  'public-interest': 'Public interest',
  law: 'Required by law',
  'risk-to-staff': 'Risk to staff',
  'risk-to-families': 'Risk to families',
  'professional-conduct': 'Professional conduct',
  'formal-process': 'Formal performance process',
  investigation: 'Investigation',
  inspection: 'Inspection',
  quality: 'Quality assurance',
  other: 'Another ground',
} as const;

export const accessRequest = factKind({
  name: 'access-request',
  title: 'Access to records',
  help: "Who asked to read somebody's supervision records, on what ground and for how long.",
  key: ['request'],
  interval: { from: 'from', to: 'until' },
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    request: required(
      text({
        label: 'Request reference',
        help: 'A reference that stays the same.',
        example: 'ACC-0412',
        aliases: ['request id'],
      }),
    ),
    person: required(
      reference('person', {
        label: 'Staff number',
        help: 'Whose records.',
        example: 'S1042',
        aliases: ['staff id', 'employee number', 'worker id', 'person'],
      }),
    ),
    reader: required(
      reference('person', {
        label: "Reader's staff number",
        help: 'Who wants to read them.',
        example: 'S1003',
        aliases: ['reader'],
      }),
    ),
    record: reference('record', {
      label: 'Record reference',
      help: 'Which record; empty for all of them.',
      example: 'REC-5501',
      aliases: ['record id'],
    }),
    ground: code(ACCESS_GROUNDS, { label: 'Ground', help: 'On what ground.', example: 'inspection' }),
    hasPurpose: yesNo({ label: 'Purpose given', help: 'Whether they said what for.', example: 'yes' }),
    reference: text({
      label: 'Process reference',
      help: 'The reference number of the process or inspection, where there is one.',
      example: 'HR-7710',
    }),
    grantedBy: reference('person', { label: 'Granted by', help: 'Staff number of who allowed it.', example: 'S1003' }),
    from: required(date({ label: 'From', help: 'First day on which they may read.', example: '2026-05-04' })),
    until: date({ label: 'Until', help: 'Last day on which they may read.', example: '2026-05-08' }),
  },
});
