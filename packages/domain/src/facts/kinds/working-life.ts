import { code, date, decimal, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';
import { staffNumber } from './staff-number.ts';

export const registration = factKind({
  name: 'registration',
  title: 'Registrations',
  help: 'Registration with a professional regulator, as intervals.',
  key: ['person', 'register', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['person', 'register'],
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: staffNumber('Staff number', 'Who is registered.'),
    register: required(
      code(
        { 'social-work-england': 'Social Work England', hcpc: 'Health and Care Professions Council', other: 'Another register' },
        { label: 'Register', help: 'Which regulator.', example: 'social-work-england', aliases: ['regulator'] },
      ),
    ),
    number: text({ label: 'Registration number', help: 'As the register shows it.', example: 'SW000000' }),
    from: required(
      date({ label: 'From', help: 'First day of registration.', example: '2025-12-01', aliases: ['registered from'] }),
    ),
    to: date({
      label: 'To',
      help: 'Last day of registration, if it ends.',
      example: '2026-11-30',
      aliases: ['registered to', 'expiry'],
    }),
  },
});

export const training = factKind({
  name: 'training',
  title: 'Training',
  help: 'Training that has been completed.',
  key: ['person', 'course', 'completedOn'],
  happened: 'completedOn',
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: staffNumber('Staff number', 'Who completed the training.'),
    course: required(
      code(
        {
          'supervisor-training': 'Training for supervisors',
          'supervision-policy': 'Supervision policy',
          'practice-educator': 'Practice educator',
          other: 'Other',
        },
        { label: 'Course', help: 'What kind of training.', example: 'supervisor-training' },
      ),
    ),
    title: text({ label: 'Title', help: 'The name of the course.', example: 'Reflective supervision, two days' }),
    completedOn: required(
      date({
        label: 'Completed on',
        help: 'The day on which it was completed.',
        example: '2026-02-10',
        aliases: ['date completed'],
      }),
    ),
  },
});

export const absence = factKind({
  name: 'absence',
  title: 'Absences',
  help: 'Days on which a person was away. The kind of absence is never kept.',
  key: ['person', 'from'],
  interval: { from: 'from', to: 'to' },
  noOverlapBy: ['person'],
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: staffNumber('Staff number', 'Who is away.'),
    from: required(
      date({ label: 'From', help: 'First day away.', example: '2026-07-20', aliases: ['first day', 'absent from'] }),
    ),
    to: date({
      label: 'To',
      help: 'Last day away; empty while they are still away.',
      example: '2026-08-07',
      aliases: ['last day', 'absent to'],
    }),
    isHalfDay: yesNo({ label: 'Half days', help: 'Yes if only half of each day was missed.', example: 'no' }),
  },
});

export const shift = factKind({
  name: 'shift',
  title: 'Shifts',
  help: 'Shifts worked by agency, sessional and casual staff, and days on placement of trainees, one row a day.',
  key: ['person', 'workedOn'],
  happened: 'workedOn',
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    person: staffNumber('Staff number', 'Who worked.'),
    workedOn: required(
      date({ label: 'Worked on', help: 'The day of the shift.', example: '2026-05-03', aliases: ['shift date'] }),
    ),
    hours: decimal({ min: 0, max: 24 }, { label: 'Hours', help: 'Hours worked.', example: '7.5' }),
  },
});
