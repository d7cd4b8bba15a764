import { code, date, decimal, integer, list, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';
import { staffNumber } from './staff-number.ts';

export const team = factKind({
  name: 'team',
  title: 'Teams',
  help: 'Each team and the service it belongs to.',
  key: ['team'],
  closesWhenMissing: false,
  subjects: [],
  columns: {
    team: required(
      text({
        label: 'Team code',
        help: 'A short code that stays the same when the team is renamed.',
        example: 'ASMT-N',
        aliases: ['team', 'team id'],
      }),
    ),
    name: required(
      text({ label: 'Team name', help: 'What staff call the team.', example: 'Assessment North', aliases: ['team name'] }),
    ),
    service: required(
      text({
        label: 'Service',
        help: 'The service that the team belongs to.',
        example: 'Assessment',
        aliases: ['division', 'service area'],
      }),
    ),
    site: text({ label: 'Site', help: 'The building or base.', example: 'Quay House', aliases: ['office', 'location'] }),
    kind: code(
      {
        assessment: 'Assessment',
        'children-in-need': 'Children in need and protection',
        'looked-after': 'Looked after children',
        'leaving-care': 'Leaving care',
        fostering: 'Fostering and adoption',
        disability: 'Disabled children',
        'front-door': 'Front door',
        'early-help': 'Early help',
        residential: "Children's home",
        'reviewing-officers': 'Reviewing officers and conference chairs',
        psychology: 'Educational psychology',
        management: 'Management and support',
      },
      {
        label: 'Kind of team',
        help: 'Used by policies that treat teams differently.',
        example: 'assessment',
        aliases: ['team type'],
      },
    ),
  },
});

export const person = factKind({
  name: 'person',
  title: 'People',
  help: 'One row for each member of staff, whatever posts they hold.',
  key: ['person'],
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: required(
      text({
        label: 'Staff number',
        help: 'The number that identifies this person in every file.',
        example: 'S1042',
        aliases: ['staff id', 'employee number', 'worker id', 'staff number'],
      }),
    ),
    name: required(
      text({
        label: 'Name',
        help: 'The name that colleagues know.',
        example: 'Rowan Ashdown',
        aliases: ['full name', 'worker name', 'employee name'],
      }),
    ),
    email: text({
      label: 'Work e-mail',
      help: 'Leave empty for staff without a council address.',
      example: 'rowan.ashdown@example.invalid',
      aliases: ['email', 'e-mail'],
    }),
    employedFrom: required(
      date({
        label: 'Employed from',
        help: 'First day of employment with this council.',
        example: '2023-09-04',
        aliases: ['start date', 'employment start', 'date joined'],
      }),
    ),
    employedTo: date({
      label: 'Employed to',
      help: 'Last day of employment; empty while employed.',
      example: '2026-08-31',
      aliases: ['end date', 'leaving date', 'employment end'],
    }),
    isSocialWorkQualified: yesNo({
      label: 'Social work qualification',
      help: 'Whether they hold a recognised social work qualification.',
      example: 'yes',
      aliases: ['sw qualified', 'qualified'],
    }),
    practiceFrom: date({
      label: 'In practice from',
      help: 'First day of practice as a social worker, with any employer.',
      example: '2023-09-04',
      aliases: ['practice start', 'first day of practice'],
    }),
    asyeFrom: date({
      label: 'ASYE from',
      help: 'First day of the assessed and supported year, if they are or were newly qualified here.',
      example: '2025-09-01',
      aliases: ['asye start'],
    }),
    asyePassedOn: date({
      label: 'ASYE concluded on',
      help: 'Day on which the assessed and supported year was recorded as passed or ended.',
      example: '2026-09-01',
      aliases: ['asye end', 'asye completed'],
    }),
    recruitedAbroadFrom: date({
      label: 'Internationally recruited from',
      help: 'First day here of a social worker recruited from outside the United Kingdom.',
      example: '2025-11-03',
      aliases: ['overseas recruit start'],
    }),
    studentFrom: date({ label: 'Student placement from', help: 'First day of a student placement.', example: '2026-01-12' }),
    studentTo: date({ label: 'Student placement to', help: 'Last day of a student placement.', example: '2026-06-05' }),
    studentIntervalDays: integer(
      { min: 1, max: 92 },
      { label: 'Student interval in days', help: 'How often the placement agreement says supervision happens.', example: '7' },
    ),
    newlyQualifiedPsychologistFrom: date({
      label: 'Newly qualified psychologist from',
      help: 'First day as a newly qualified educational psychologist.',
      example: '2025-09-01',
    }),
    newlyQualifiedPsychologistTo: date({
      label: 'Newly qualified psychologist to',
      help: 'Day on which newly qualified status ends.',
      example: '2026-08-31',
    }),
    isExternal: yesNo({
      label: 'From outside',
      help: 'Yes for somebody of another agency or directorate who supervises staff here.',
      example: 'no',
      aliases: ['external'],
    }),
    isExperiencedSupervisor: yesNo({
      label: 'Experienced supervisor',
      help: 'Whether their manager holds them to be experienced in supervising.',
      example: 'yes',
    }),
    leftAuthorityOn: date({
      label: 'Left the authority on',
      help: 'Last day with the whole council, where that is later than the last day with this directorate.',
      example: '2026-12-31',
    }),
  },
});

export const post = factKind({
  name: 'post',
  title: 'Posts and lines',
  help: 'Which post a person holds, in which team, from when to when, and to which person the post answers.',
  key: ['person', 'post', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['person', 'post'],
  closesWhenMissing: true,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: staffNumber('Staff number', 'Who holds the post.'),
    post: required(
      text({
        label: 'Post number',
        help: 'The number of the post or position.',
        example: 'POST-311',
        aliases: ['position id', 'post id', 'position number'],
      }),
    ),
    from: required(
      date({
        label: 'From',
        help: 'First day in this post, with these terms.',
        example: '2024-04-01',
        aliases: ['post start', 'effective from'],
      }),
    ),
    to: date({
      label: 'To',
      help: 'Last day; empty while it goes on.',
      example: '2026-03-31',
      aliases: ['post end', 'effective to'],
    }),
    role: required(
      code(
        {
          'social-worker': 'Social worker',
          'senior-social-worker': 'Senior or advanced social worker',
          'practice-supervisor': 'Practice supervisor or deputy team manager',
          'assistant-team-manager': 'Assistant team manager',
          'team-manager': 'Team manager',
          'service-manager': 'Service manager',
          'strategic-lead': 'Strategic lead, head of service or director',
          'principal-social-worker': 'Principal social worker',
          'reviewing-officer': 'Independent reviewing officer or conference chair',
          'family-support-worker': 'Family support worker',
          'personal-adviser': 'Personal adviser',
          'youth-worker': 'Targeted youth worker',
          'residential-carer': 'Residential carer',
          'registered-manager': "Registered manager of a children's home",
          'educational-psychologist': 'Educational psychologist',
          'trainee-psychologist': 'Trainee educational psychologist',
          'information-coordinator': 'Information co-ordinator',
          administrator: 'Administrator',
          'team-support-officer': 'Team support officer',
          auditor: 'Auditor',
          investigator: 'Investigating officer',
          inspector: 'Inspector',
          'student-social-worker': 'Student social worker',
          other: 'Other',
        },
        {
          label: 'Role',
          help: 'The kind of job, from the list.',
          example: 'social-worker',
          aliases: ['job role', 'job title', 'role code'],
        },
      ),
    ),
    team: required(
      reference('team', { label: 'Team code', help: 'The team that the post belongs to.', example: 'ASMT-N', aliases: ['team'] }),
    ),
    lineManager: reference('person', {
      label: "Line manager's staff number",
      help: 'Who manages this post on these dates.',
      example: 'S1007',
      aliases: ['reports to', 'manager id', 'line manager'],
    }),
    isManagedByJobShare: yesNo({
      label: 'Managed by a job share',
      help: 'Yes if two people share the management of this post on the same dates.',
      example: 'yes',
    }),
    secondLineManager: reference('person', {
      label: "Second line manager's staff number",
      help: 'The other of two people who share the management of this post; only where the job share is marked.',
      example: 'S1008',
      aliases: ['second line manager', 'second manager id', 'job share manager', 'also reports to'],
    }),
    contract: code(
      { permanent: 'Permanent', 'fixed-term': 'Fixed term', agency: 'Agency', sessional: 'Sessional or casual' },
      { label: 'Contract', help: 'The kind of contract.', example: 'permanent', aliases: ['contract type'] },
    ),
    fullTimeEquivalent: decimal(
      { min: 0, max: 1.5 },
      { label: 'FTE', help: 'Full-time equivalent, 1 for full time.', example: '0.6', aliases: ['fte', 'whole time equivalent'] },
    ),
    worksOn: list({
      label: 'Works on',
      help: 'Days usually worked.',
      example: 'mon;tue;wed',
      options: {
        mon: 'Monday',
        tue: 'Tuesday',
        wed: 'Wednesday',
        thu: 'Thursday',
        fri: 'Friday',
        sat: 'Saturday',
        sun: 'Sunday',
      },
      aliases: ['working pattern', 'working days'],
    }),
    isRegistrationRequired: yesNo({
      label: 'Registration required',
      help: 'Whether the post requires registration as a social worker.',
      example: 'yes',
    }),
    isManagementPost: yesNo({ label: 'Management post', help: 'Whether the post manages people.', example: 'no' }),
    level: integer(
      { min: 1, max: 20 },
      {
        label: 'Level',
        help: 'Level in the line structure; a higher number is further up.',
        example: '3',
        aliases: ['tier', 'grade level'],
      },
    ),
    isStatutory: yesNo({
      label: 'Statutory social work',
      help: 'Whether the post carries statutory social work.',
      example: 'yes',
    }),
    isFrontLine: yesNo({
      label: 'Front line',
      help: 'Whether the post works with families directly.',
      example: 'yes',
      aliases: ['direct practice'],
    }),
    joinedFrom: code(
      {
        outside: 'From outside local government',
        'other-authority': 'From another authority',
        'other-service': 'From another service of this council',
        'same-service': 'From the same service',
      },
      { label: 'Joined from', help: 'Where the person came from into this post.', example: 'outside', aliases: ['join route'] },
    ),
  },
});
