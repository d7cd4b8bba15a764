import {
  GRADE_WORDS,
  LIMITED_TO,
  limitingAnswers,
  type AnswerValue,
  type AuditAnswer,
  type AuditQuestion,
  type AuditReturn,
  type AuditTool,
  type Grade,
} from '@plumbline/domain/audits';
import type { RandomStream } from '../random.ts';

/** What auditors of the demonstration saw, by grade. Invented, and about nobody. */
const SEEN: Readonly<Record<Grade, readonly string[]>> = {
  1: ['Nothing about it in the last six records.', 'The records name it and say nothing of what was done.'],
  2: ['Now and then, and not followed up.', 'Two of six records have it, in one line each.'],
  3: ['In most records, with what follows from it.', 'Clear in five of six records.'],
  4: ['In every record, and the next one takes it up again.', 'Worked through with the worker’s own example.'],
};

const STRENGTHS = [
  'The same two people met every time, and the talk picks up where it ended.',
  'Actions have an owner and a day, and were looked at again.',
  'The worker’s own view is written down beside the supervisor’s.',
  'Wellbeing is asked about with something that follows from it.',
  'Decisions say why, and what else was thought of.',
];

const TO_IMPROVE = [
  'Write what was decided and why, not only what happened.',
  'Take up last time’s actions at the beginning.',
  'Share the record within the days that the policy gives.',
  'Ask about workload, and note what is put off.',
  'Say what is to change for the child by the next meeting.',
];

/** One completed audit of the demonstration: answers around a grade, what was done well and what could be better. */
export function makeReturn(tool: AuditTool, around: Grade, random: RandomStream): AuditReturn {
  const answers: Record<string, AuditAnswer> = {};
  for (const question of tool.questions) answers[question.id] = answerTo(question, around, random.split(question.id));
  const made: AuditReturn = {
    format: 1,
    answers,
    strengths: [random.pick(STRENGTHS), ...(around > 2 ? [random.pick(STRENGTHS)] : [])].filter(isFirst),
    toImprove: [random.pick(TO_IMPROVE), ...(around < 3 ? [random.pick(TO_IMPROVE)] : [])].filter(isFirst),
    overall: around,
    overallBecause: `${GRADE_WORDS[around]}: ${random.pick(SEEN[around]).toLowerCase()}`,
    limitBecause: '',
    recordReference: '',
  };
  const isLimited = around > LIMITED_TO && limitingAnswers(tool, made).length > 0;
  return isLimited ? { ...made, limitBecause: 'One older record; the five since are sound.' } : made;
}

const isFirst = (text: string, at: number, all: readonly string[]): boolean => all.indexOf(text) === at;

function answerTo({ answeredBy }: AuditQuestion, around: Grade, random: RandomStream): AuditAnswer {
  const grade = near(around, random);
  const note = random.pick(SEEN[grade]);
  if (answeredBy === 'words') return { value: null, note };
  if (random.chance(0.06)) return { value: 'not-applicable', note: '' };
  const value: AnswerValue = answeredBy === 'grade' ? grade : grade > 2 ? 'yes' : 'no';
  const needsNote = value === 1 || value === 'no';
  return { value, note: needsNote || random.chance(0.3) ? note : '' };
}

/** Mostly the grade itself, else one beside it. */
export function near(grade: Grade, random: RandomStream): Grade {
  if (random.chance(0.6)) return grade;
  const next = random.chance(0.5) ? grade + 1 : grade - 1;
  return Math.min(4, Math.max(1, next)) as Grade;
}
