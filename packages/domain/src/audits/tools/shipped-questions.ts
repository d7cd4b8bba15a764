import type { AuditedKind, AuditKind } from '../kinds.ts';
import type { AuditQuestion } from '../tool.ts';
import { ACTION_QUESTIONS, CONVERSATION_QUESTIONS, PARTNER_QUESTIONS, WORKLOAD_QUESTIONS } from './shipped-checks.ts';
import { OBSERVATION_DOMAINS } from './observation-domains.ts';
import { TOPIC_DESCRIPTIONS } from './shipped-descriptions.ts';
import { shippedQuestion } from './shipped-question.ts';
import { isAboutTopic, type Topic } from './topics.ts';

/** A question that comes with the product. Left out where a question of the policy is about its topic. */
export interface ShippedQuestion {
  readonly question: AuditQuestion;
  readonly topic: Topic | null;
}

function graded(topic: Topic, area: string, asks: string): ShippedQuestion {
  return { topic, question: shippedQuestion(topic, { area, asks, describes: TOPIC_DESCRIPTIONS[topic] ?? null }) };
}

const ABOUT_FILES: readonly ShippedQuestion[] = [
  graded('agreement', 'agreement', 'Is there an agreement that both signed and that fits how they work together now?'),
  graded('late-reason', 'log-status', 'Where a supervision was late, missed or moved, is the reason written down?'),
  graded(
    'follow-up',
    'agenda/template',
    'Did each supervision take up the actions of the one before and say what became of them?',
  ),
  graded('workload', 'agenda/template', 'Was the workload looked at, with something agreed where it was too much or too little?'),
  graded('wellbeing', 'agenda/template', 'Was the person asked how they are, with support agreed where it was needed?'),
  graded('reflection', 'models/tools', 'Does the record show thinking about the work, beyond news of what happened?'),
  graded(
    'record',
    'recording',
    'Is each supervision written up in a record that both signed and that reached the person in time to use it?',
  ),
  graded('decisions', 'recording', 'Does each decision stand in the record with its reason?'),
  graded('child-record', 'recording', 'Where a child was talked about, is the decision on that child’s own record?'),
  graded('equality', 'equality', 'Were equality and the person’s own identity taken up as they bear on their work?'),
  graded('development', 'training', 'Is it written what the person is learning, with a next step that was taken?'),
];

const ABOUT_CHILDREN: readonly ShippedQuestion[] = [
  graded(
    'how-often',
    'frequency-case',
    'Is there a reason for how often this child was discussed that fits the risk at the time?',
  ),
  graded('risk', 'agenda/template', 'Does the record weigh what could harm this child, with an answer to it?'),
  graded('child-voice', 'agenda/template', 'Can a reader hear what this child says, wants and lives with from day to day?'),
  graded('follow-up', 'agenda/template', 'Did each discussion take up the actions that were open from the one before?'),
  graded(
    'reflection',
    'models/tools',
    'Does the discussion ask what the facts may mean for this child, with more than one answer?',
  ),
  graded('decisions', 'recording', 'Is each decision about this child written with its reason?'),
  graded('child-record', 'recording', 'Does the discussion stand on this child’s own record, clear to somebody new to the case?'),
];

/** What a manager's regular check needs of them: it is done often and has to stay short. */
const AT_A_CHECK: ReadonlySet<Topic> = new Set(['record', 'follow-up', 'decisions', 'late-reason', 'child-record', 'risk']);

/** Every question that comes with the product for this kind of audit, in the order of the page. */
export function shippedQuestions(kind: AuditKind, about: AuditedKind): readonly ShippedQuestion[] {
  switch (kind) {
    case 'observation':
      return always(OBSERVATION_DOMAINS);
    case 're-audit':
      return always(ACTION_QUESTIONS);
    case 'staff-conversation':
      return always(CONVERSATION_QUESTIONS);
    case 'workload-check':
      return always(WORKLOAD_QUESTIONS);
    case 'multi-agency':
      return [...ABOUT_CHILDREN, ...always(PARTNER_QUESTIONS)];
    case 'record-check':
      return usualQuestions(about).filter(({ topic }) => topic !== null && AT_A_CHECK.has(topic));
    default:
      return usualQuestions(about);
  }
}

function usualQuestions(about: AuditedKind): readonly ShippedQuestion[] {
  return about === 'child' ? ABOUT_CHILDREN : ABOUT_FILES;
}

function always(questions: readonly AuditQuestion[]): ShippedQuestion[] {
  return questions.map((question) => ({ question, topic: null }));
}

/** The shipped questions on whose topic the policy's own questions of this tool say nothing. */
export function neededBeside(asked: readonly AuditQuestion[], shipped: readonly ShippedQuestion[]): AuditQuestion[] {
  return shipped
    .filter(({ topic }) => topic === null || !asked.some((question) => isAboutTopic(question, topic)))
    .map(({ question }) => question);
}
