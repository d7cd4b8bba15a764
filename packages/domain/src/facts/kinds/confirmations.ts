import { code, date, reference, required, text } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

export const CONFIRMATION_ANSWERS = {
  yes: 'Yes',
  no: 'No',
  'not-applicable': 'Does not apply',
} as const;

export type ConfirmationAnswer = keyof typeof CONFIRMATION_ANSWERS;

/** Somebody's answer to what no other fact shows: about one person once a year, or about what was drawn for an audit. */
export const confirmation = factKind({
  name: 'confirmation',
  title: 'Confirmations',
  help: 'What somebody confirmed about a rule that no other record shows: yes, no, or that it does not apply. No account of it is kept here.',
  key: ['confirmation'],
  happened: 'on',
  closesWhenMissing: false,
  subjects: [
    { column: 'person', kind: 'person' },
    { column: 'child', kind: 'child' },
  ],
  columns: {
    confirmation: required(
      text({
        label: 'Confirmation reference',
        help: 'A reference that stays the same.',
        example: 'CF-0417',
        aliases: ['confirmation id'],
      }),
    ),
    rule: required(
      text({
        label: 'Rule',
        help: 'The number of the rule that it answers, as the policy page shows it.',
        example: 'WIR-3.3f',
        aliases: ['rule id'],
      }),
    ),
    person: reference('person', {
      label: 'Staff number',
      help: 'Whom it is about, for a rule about a person.',
      example: 'S1042',
      aliases: ['staff id', 'employee number', 'worker id', 'person'],
    }),
    child: reference('child', {
      label: 'Case reference',
      help: 'Which case it is about, for a rule about a child or a case supervision; never a name.',
      example: 'C20417',
      aliases: ['child id', 'case id'],
    }),
    session: reference('session', {
      label: 'Supervision reference',
      help: 'Which supervision it is about, for a rule about a supervision, or in which the case supervision was.',
      example: 'SUP-30112',
      aliases: ['session id', 'supervision id'],
    }),
    discussedOn: date({
      label: 'Case supervision on',
      help: 'The day of the case supervision, for a rule about one.',
      example: '2026-05-12',
      aliases: ['discussed on'],
    }),
    record: reference('record', {
      label: 'Record reference',
      help: 'Which record it is about, for a rule about a record.',
      example: 'REC-30112',
      aliases: ['record id'],
    }),
    event: reference('event', {
      label: 'Event reference',
      help: 'Which event it is about, for a rule about an event.',
      example: 'EV-2101',
      aliases: ['event id'],
    }),
    on: required(date({ label: 'On', help: 'The day on which it was answered.', example: '2026-06-01', aliases: ['date'] })),
    answer: required(
      code(CONFIRMATION_ANSWERS, {
        label: 'Answer',
        help: 'Whether it is so, is not so, or does not apply.',
        example: 'yes',
      }),
    ),
    confirmedBy: required(
      reference('person', {
        label: 'Confirmed by',
        help: 'Staff number of who answered.',
        example: 'S1007',
        aliases: ['by', 'answered by'],
      }),
    ),
  },
});
