import { code, date, instant, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

const childReference = required(
  reference('child', {
    label: 'Case reference',
    help: "The child's reference number in the case system; never a name.",
    example: 'C20417',
    aliases: ['child id', 'case id', 'person id', 'liquidlogic id', 'mosaic id', 'case number'],
  }),
);

export const family = factKind({
  name: 'family',
  title: 'Families',
  help: 'Family or household reference numbers, for policies that count by family.',
  key: ['family'],
  closesWhenMissing: false,
  subjects: [{ column: 'family', kind: 'family' }],
  columns: {
    family: required(
      text({
        label: 'Family reference',
        help: 'Reference number of the family or household; never a name.',
        example: 'F3301',
        aliases: ['family id', 'household id'],
      }),
    ),
    referredOn: date({ label: 'Referred on', help: 'When the family was referred.', example: '2026-02-01' }),
  },
});

export const child = factKind({
  name: 'child',
  title: "Children's cases",
  help: 'One row for each child with a case, open or closed. Reference numbers only.',
  key: ['child', 'openedOn'],
  interval: { from: 'openedOn', to: 'closedOn' },
  noOverlapBy: ['child'],
  closesWhenMissing: true,
  subjects: [{ column: 'child', kind: 'child' }],
  columns: {
    child: required(
      text({
        label: 'Case reference',
        help: "The child's reference number in the case system; never a name.",
        example: 'C20417',
        aliases: ['child id', 'case id', 'person id', 'case number'],
      }),
    ),
    family: reference('family', {
      label: 'Family reference',
      help: 'The family or household the child belongs to.',
      example: 'F3301',
      aliases: ['family id'],
    }),
    openedOn: required(
      date({
        label: 'Opened on',
        help: 'The day on which the case was opened to the service.',
        example: '2026-02-03',
        aliases: ['case opened', 'open date'],
      }),
    ),
    closedOn: date({
      label: 'Closed on',
      help: 'The day on which the case was closed; empty while open.',
      example: '2026-09-18',
      aliases: ['case closed', 'close date'],
    }),
    assessmentCompletedOn: date({
      label: 'Assessment completed on',
      help: 'When the assessment ended with a decision to stay open.',
      example: '2026-03-17',
    }),
    genogramOn: date({ label: 'Genogram on', help: 'Date of the genogram on the file.', example: '2026-03-01' }),
    chronologyOn: date({ label: 'Chronology on', help: 'Date of the latest chronology on the file.', example: '2026-04-02' }),
  },
});

export const childStatus = factKind({
  name: 'child-status',
  title: "Children's statuses",
  help: 'Every status of a child, from when to when. A child may hold several at once.',
  key: ['child', 'status', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['child', 'status'],
  closesWhenMissing: true,
  subjects: [{ column: 'child', kind: 'child' }],
  columns: {
    child: childReference,
    status: required(
      code(
        {
          assessment: 'Assessment',
          'child-in-need': 'Child in need',
          'child-protection': 'Child protection plan',
          'pre-proceedings': 'Pre-proceedings',
          'placed-with-parents': 'Placed with parents',
          'public-law-proceedings': 'Public law proceedings',
          'placed-for-adoption': 'Placed for adoption',
          'looked-after': 'Looked after',
          'care-leaver': 'Care leaver',
          'private-fostering': 'Private fostering',
          'early-help': 'Early help',
          'short-breaks': 'Short breaks',
          unmapped: 'Not mapped',
        },
        {
          label: 'Status',
          help: 'The status, from the list or by a mapped code.',
          example: 'child-protection',
          aliases: ['legal status', 'case status', 'category'],
        },
      ),
    ),
    from: required(
      date({ label: 'From', help: 'First day of the status.', example: '2026-03-20', aliases: ['status start', 'start date'] }),
    ),
    to: date({
      label: 'To',
      help: 'Last day; empty while it goes on.',
      example: '2026-09-18',
      aliases: ['status end', 'end date'],
    }),
  },
});

export const placement = factKind({
  name: 'placement',
  title: 'Placements',
  help: 'Where a looked after child lives: a new row for each change of carers or home.',
  key: ['child', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['child'],
  closesWhenMissing: true,
  subjects: [{ column: 'child', kind: 'child' }],
  columns: {
    child: childReference,
    kind: required(
      code(
        {
          residential: "Children's home",
          foster: 'Foster care',
          kinship: 'Kinship or connected carers',
          parents: 'With parents',
          adoption: 'Placed for adoption',
          supported: 'Supported accommodation',
          secure: 'Secure',
          other: 'Another kind',
        },
        {
          label: 'Kind of placement',
          help: 'The kind, from the list or by a mapped code.',
          example: 'foster',
          aliases: ['placement type'],
        },
      ),
    ),
    from: required(
      date({
        label: 'From',
        help: 'First day of the placement.',
        example: '2026-05-11',
        aliases: ['placement start', 'start date'],
      }),
    ),
    to: date({
      label: 'To',
      help: 'Last day; empty while it goes on.',
      example: '2026-12-01',
      aliases: ['placement end', 'end date'],
    }),
  },
});

export const childFlag = factKind({
  name: 'child-flag',
  title: 'Flags on a case',
  help: 'Dated yes/no facts about a case that a policy asks for, such as "stable placement".',
  key: ['child', 'flag', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['child', 'flag'],
  closesWhenMissing: false,
  subjects: [{ column: 'child', kind: 'child' }],
  columns: {
    child: childReference,
    flag: required(
      code(
        {
          stable: 'Placement is stable',
          safeguarding: 'Safeguarding concern',
          'ongoing-assessment': 'Assessment under way',
          'alternative-care': 'Assessment of alternative care',
          'permanency-drift': 'Plan needs a push towards permanency',
          'care-proceedings': 'Live care proceedings',
          'urgent-risk': 'Risk that calls for urgent prevention',
          'court-order': 'Court order on a child in need case',
          'language-student': 'Language student, no concerns',
          'package-minimal': 'Light package of support',
          'rated-green': 'Rated green',
          'rated-amber': 'Rated amber',
          'rated-red': 'Rated red',
          complex: 'Complex situation',
        },
        { label: 'Flag', help: 'Which fact.', example: 'stable' },
      ),
    ),
    from: required(date({ label: 'From', help: 'First day on which it holds.', example: '2026-05-12' })),
    to: date({ label: 'To', help: 'Last day; empty while it goes on.', example: '2026-11-30' }),
    setBy: reference('person', { label: 'Set by', help: 'Staff number of the manager who set it.', example: 'S1007' }),
  },
});

export const allocation = factKind({
  name: 'allocation',
  title: 'Allocations',
  help: 'Which worker holds which case, from when to when, with the time of day where the policy asks for it.',
  key: ['child', 'worker', 'allocatedAt'],
  interval: { from: 'allocatedAt', to: 'endedOn' },
  closesWhenMissing: true,
  subjects: [
    { column: 'child', kind: 'child' },
    { column: 'worker', kind: 'person' },
  ],
  columns: {
    child: childReference,
    worker: required(
      reference('person', {
        label: "Worker's staff number",
        help: 'Who holds the case.',
        example: 'S1042',
        aliases: ['allocated worker', 'staff id', 'worker id'],
      }),
    ),
    allocatedAt: required(
      instant({
        label: 'Allocated at',
        help: 'Date and time of the allocation.',
        example: '2026-02-03 10:15',
        aliases: ['allocation date', 'allocated on', 'start date'],
      }),
    ),
    endedOn: date({
      label: 'Ended on',
      help: 'Last day; empty while it goes on.',
      example: '2026-09-18',
      aliases: ['allocation end', 'end date'],
    }),
    discussedAt: instant({
      label: 'Talked over at',
      help: 'When the new work was talked over with the worker.',
      example: '2026-02-03 16:00',
      aliases: ['allocation discussion'],
    }),
    isSecondary: yesNo({ label: 'Second worker', help: 'Yes if another worker is the main one.', example: 'no' }),
  },
});

export const frontDoorContact = factKind({
  name: 'front-door-contact',
  title: 'Front-door contacts',
  help: 'Contacts at the front door and what became of them.',
  key: ['contact'],
  happened: 'receivedAt',
  closesWhenMissing: false,
  subjects: [{ column: 'worker', kind: 'person' }],
  columns: {
    contact: required(text({ label: 'Contact reference', help: 'Reference number of the contact.', example: 'FD-88120' })),
    receivedAt: required(instant({ label: 'Received at', help: 'When it came in.', example: '2026-05-05 09:10' })),
    outcome: code(
      {
        'strategy-discussion': 'Strategy discussion',
        'social-work-assessment': 'Social work assessment',
        'early-help': 'Early help',
        advice: 'Information, advice and guidance',
      },
      { label: 'Outcome', help: 'What became of it.', example: 'early-help' },
    ),
    worker: reference('person', { label: "Worker's staff number", help: 'Who dealt with it.', example: 'S1042' }),
    decidedAt: instant({ label: 'Decided at', help: 'When the outcome was decided.', example: '2026-05-05 15:30' }),
    session: reference('session', {
      label: 'Supervision reference',
      help: 'The supervision in which it was looked at, if any.',
      example: 'SUP-70012',
      aliases: ['session id'],
    }),
    number: text({
      label: 'Number in the record',
      help: "The child's number as the supervision record gives it; never a name.",
      example: 'C20417',
      aliases: ['unique data number'],
    }),
  },
});
