import { code, date, instant, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

export const group = factKind({
  name: 'group',
  title: 'Group and team meetings',
  help: 'Every group supervision and team meeting that was held.',
  key: ['group'],
  happened: 'heldOn',
  closesWhenMissing: false,
  subjects: [{ column: 'facilitator', kind: 'person' }],
  columns: {
    group: required(
      text({
        label: 'Meeting reference',
        help: 'A reference that stays the same.',
        example: 'GRP-1203',
        aliases: ['group id', 'meeting id'],
      }),
    ),
    heldOn: required(date({ label: 'Held on', help: 'The day on which it was held.', example: '2026-05-14', aliases: ['date'] })),
    format: code(
      {
        'team-meeting': 'Team meeting',
        'case-discussion': 'Case discussion',
        'case-progression': 'Case progression',
        'peer-supervision': 'Peer supervision',
        reflective: 'Reflective group',
        other: 'Another format',
      },
      { label: 'Format', help: 'What kind of meeting it was.', example: 'team-meeting' },
    ),
    team: reference('team', {
      label: 'Team code',
      help: 'The team whose meeting it was; empty for groups across teams.',
      example: 'ASMT-N',
      aliases: ['team'],
    }),
    facilitator: reference('person', {
      label: 'Led by',
      help: 'Staff number of whoever led it.',
      example: 'S1007',
      aliases: ['facilitator', 'chair'],
    }),
    template: code(
      { 'appreciative-inquiry': 'Appreciative Inquiry', other: 'Another form' },
      { label: 'Form', help: 'The form on which it was recorded.', example: 'appreciative-inquiry', aliases: ['template'] },
    ),
    audience: code(
      {
        team: 'A team',
        'newly-qualified': 'Newly qualified staff',
        trainees: 'Trainees and apprentices',
        practitioners: 'Practitioners',
        managers: 'Managers',
        mixed: 'Several of these',
      },
      { label: 'For whom', help: 'Whom the group is for.', example: 'team', aliases: ['audience'] },
    ),
    isClosed: yesNo({ label: 'Closed group', help: 'Whether the same people meet each time.', example: 'yes' }),
    purposeAgreedOn: date({ label: 'Purpose agreed on', help: 'When its purpose was agreed beforehand.', example: '2026-05-11' }),
    recordFiledAt: instant({ label: 'Record filed at', help: 'When its record was filed.', example: '2026-05-15 09:00' }),
  },
});

export const attendance = factKind({
  name: 'attendance',
  title: 'Attendance at meetings',
  help: 'Who was at a group or team meeting, and who was not.',
  key: ['group', 'person'],
  closesWhenMissing: false,
  subjects: [{ column: 'person', kind: 'person' }],
  columns: {
    group: required(
      reference('group', {
        label: 'Meeting reference',
        help: 'Which meeting.',
        example: 'GRP-1203',
        aliases: ['group id', 'meeting id'],
      }),
    ),
    person: required(
      reference('person', {
        label: 'Staff number',
        help: 'Who was or was not there.',
        example: 'S1042',
        aliases: ['staff id', 'employee number', 'worker id', 'person'],
      }),
    ),
    isPresent: yesNo({ label: 'Present', help: 'Whether they were there.', example: 'yes', aliases: ['attended'] }),
    hasReason: yesNo({ label: 'Reason given', help: 'Whether a reason was given by somebody who was not there.', example: 'no' }),
  },
});
