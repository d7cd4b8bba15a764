import type { AnswerKind, AuditQuestion } from '../tool.ts';
import type { GradeDescriptions } from './shipped-descriptions.ts';
import { shippedQuestion } from './shipped-question.ts';

function asked(name: string, area: string, answeredBy: AnswerKind, asks: string): AuditQuestion {
  return shippedQuestion(name, { area, asks, answeredBy });
}

function graded(name: string, area: string, asks: string, describes: GradeDescriptions, isLimiting = false): AuditQuestion {
  return shippedQuestion(name, { area, asks, describes, isLimiting });
}

/** What staff say of their supervision, beside what the records say. */
export const CONVERSATION_QUESTIONS: readonly AuditQuestion[] = [
  asked('talk-meets', 'frequency-staff', 'yes-no', 'Does what the person says of how often they meet match the records?'),
  asked('talk-agreed', 'agenda/template', 'yes-no', 'Can the person say what was agreed the last time?'),
  asked('talk-thinking', 'models/tools', 'yes-no', 'Does supervision help the person to think hard cases through?'),
  asked('talk-safe', 'agenda/template', 'yes-no', 'Does the person feel able to say when something is hard?'),
  asked('talk-records', 'recording', 'yes-no', 'Does the person have the records of their own supervision to hand?'),
  asked('talk-change', 'agenda/template', 'words', 'What would the person change about their supervision?'),
  asked('talk-unseen', 'recording', 'words', 'What did the person say that the records do not show?'),
];

/** Whether the work fits the hours. */
export const WORKLOAD_QUESTIONS: readonly AuditQuestion[] = [
  asked('load-hours', 'ratio', 'yes-no', 'Does the work fit the person’s hours, as they see it?'),
  asked('load-weight', 'ratio', 'yes-no', 'Was the weight of the cases looked at beside their number?'),
  asked('load-rest', 'ratio', 'yes-no', 'Could the person take breaks and leave as planned?'),
  asked('load-time', 'ratio', 'yes-no', 'Is there time in the week to reflect, record and learn?'),
  asked('load-before', 'ratio', 'yes-no', 'Did what was agreed at the last check come about?'),
  asked('load-unseen', 'ratio', 'words', 'Which work takes time that nobody counts?'),
  asked('load-agreed', 'ratio', 'words', 'What was agreed to be put down, shared or moved?'),
];

/** What partners bring to the supervision of one case. */
export const PARTNER_QUESTIONS: readonly AuditQuestion[] = [
  graded('partners-know', 'models/tools', 'Does the discussion use what partners know about this child?', {
    1: 'What partners knew is missing, and it mattered.',
    2: 'Partners are named, but what they knew did not come into the thinking.',
    3: 'What partners know is used and weighed with the rest.',
    4: 'Partners’ knowledge changed the picture of this child, and differences of view were worked through.',
  }),
  graded('partners-do', 'agenda/template', 'Is it clear which partner does what for this child by when?', {
    1: 'Nobody could tell who does what.',
    2: 'Some tasks have a name; others are left to whoever feels called.',
    3: 'Each task has a name and a date, and the partners were told.',
    4: 'Each task has a name and a date, was followed together, and the family knows it too.',
  }),
];

/** Whether what a closed action put right has held. */
export const ACTION_QUESTIONS: readonly AuditQuestion[] = [
  graded(
    'action-done',
    'recording',
    'Was the action done as it was written?',
    {
      1: 'Nothing shows that it was done.',
      2: 'It was done in part, or otherwise than was written, without a reason.',
      3: 'It was done as written, or the reason for another way is there.',
      4: 'It was done fully and soon, and what was learned on the way is written down.',
    },
    true,
  ),
  graded(
    'action-holds',
    'recording',
    'Does what it put right still hold today?',
    {
      1: 'Things are as they were before the action, or worse.',
      2: 'It held for a while, or holds in some files and not in others.',
      3: 'It holds in what was looked at.',
      4: 'It holds, and has become how the work is usually done.',
    },
    true,
  ),
  graded('action-changed', 'agenda/template', 'Did the action make a difference for the person or child?', {
    1: 'Nothing became different for them.',
    2: 'A difference is hoped for, but nothing shows it.',
    3: 'Something became better for them, and it can be shown.',
    4: 'Something became clearly better for them, and they say so themselves.',
  }),
];
