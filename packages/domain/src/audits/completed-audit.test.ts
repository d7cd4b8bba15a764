import { describe, expect, it } from 'vitest';
import {
  completionProblems,
  countedAnswers,
  emptyReturn,
  fitsQuestion,
  limitingAnswers,
  progressOf,
  type AnswerValue,
  type AuditReturn,
} from './completed-audit.ts';
import { AuditReturnSchema } from './completed-audit-schema.ts';
import { question, tool } from './tools/_tool.ts';

const TOOL = tool({
  questions: [
    question({ id: 'grade', isLimiting: true }),
    question({ id: 'yes', answeredBy: 'yes-no', isLimiting: true }),
    question({ id: 'words', answeredBy: 'words' }),
  ],
});

/** An audit from which nothing is missing. */
const WHOLE: AuditReturn = {
  ...emptyReturn(),
  answers: {
    grade: { value: 3, note: '' },
    yes: { value: 'yes', note: '' },
    words: { value: null, note: 'Notes of May.' },
  },
  strengths: ['Actions are followed.'],
  overall: 3,
  overallBecause: 'Dependable and thoughtful.',
};

function answered(answers: Readonly<Record<string, { value: AnswerValue; note?: string }>>): AuditReturn {
  const given = Object.entries(answers).map(([id, { value, note = '' }]) => [id, { value, note }] as const);
  return { ...WHOLE, answers: { ...WHOLE.answers, ...Object.fromEntries(given) } };
}

const kinds = (made: AuditReturn, of = TOOL): string[] =>
  completionProblems(of, made).map((problem) => ('question' in problem ? `${problem.kind}: ${problem.question}` : problem.kind));

describe('what is missing before an audit can be completed', () => {
  it('is nothing where all is answered, a strength is named and the grade has its reason', () => {
    expect(kinds(WHOLE)).toEqual([]);
  });

  it('is everything at the beginning, in the order of the page', () => {
    expect(kinds(emptyReturn())).toEqual([
      'unanswered: grade',
      'unanswered: yes',
      'unanswered: words',
      'no-strength',
      'no-overall',
    ]);
  });

  it('is what was seen, for the lowest grade and for no', () => {
    expect(kinds({ ...answered({ grade: { value: 1, note: '  ' } }), limitBecause: 'One file.' })).toEqual([
      'no-evidence: grade',
    ]);
    expect(kinds({ ...answered({ yes: { value: 'no' } }), limitBecause: 'One file.' })).toEqual(['no-evidence: yes']);
    expect(kinds(answered({ grade: { value: 2 } }))).toEqual([]);
    expect(kinds(answered({ grade: { value: 'not-applicable' }, yes: { value: 'not-applicable' } }))).toEqual([]);
  });

  it('is an answer in words only where neither words nor "does not apply" are there', () => {
    expect(kinds(answered({ words: { value: null, note: ' \n' } }))).toEqual(['unanswered: words']);
    expect(kinds(answered({ words: { value: 'not-applicable' } }))).toEqual([]);
  });

  it('is a strength that says something', () => {
    expect(kinds({ ...WHOLE, strengths: ['', ' '] })).toEqual(['no-strength']);
    expect(kinds({ ...WHOLE, strengths: ['', 'Care.'] })).toEqual([]);
  });

  it('is the reason of the overall grade', () => {
    expect(kinds({ ...WHOLE, overallBecause: ' ' })).toEqual(['overall-without-reason']);
  });

  it('is why a limit does not hold, where the grade lies above it', () => {
    const limited = answered({ grade: { value: 1, note: 'No record.' }, yes: { value: 'no', note: 'Unsigned.' } });
    expect(completionProblems(TOOL, limited)).toEqual([{ kind: 'above-limit', limit: 2, questions: ['grade', 'yes'] }]);
    expect(kinds({ ...limited, limitBecause: 'Found on paper.' })).toEqual([]);
    expect(kinds({ ...limited, overall: 2 })).toEqual([]);
    expect(kinds({ ...limited, overall: 4 })).toEqual(['above-limit']);
  });

  it('is no grade where the kind is not graded', () => {
    const talk = { ...TOOL, kind: 'staff-conversation' as const };
    expect(kinds({ ...WHOLE, overall: null, overallBecause: '' }, talk)).toEqual([]);
  });

  it('is not asked for a question that the tool no longer has', () => {
    expect(kinds(answered({ gone: { value: 1 } }))).toEqual([]);
  });
});

describe('limiting questions', () => {
  it('limit by the lowest grade and by no, and only where they are marked', () => {
    const limiting = (made: AuditReturn) => limitingAnswers(TOOL, made).map(({ id }) => id);
    expect(limiting(answered({ grade: { value: 1 }, yes: { value: 'no' } }))).toEqual(['grade', 'yes']);
    expect(limiting(answered({ grade: { value: 2 }, yes: { value: 'not-applicable' } }))).toEqual([]);
    const unmarked = { ...TOOL, questions: TOOL.questions.map((one) => ({ ...one, isLimiting: false })) };
    expect(limitingAnswers(unmarked, answered({ grade: { value: 1 } }))).toEqual([]);
  });
});

describe('answers', () => {
  it('are counted by question, and missing evidence does not make them missing', () => {
    expect(progressOf(TOOL, emptyReturn())).toEqual({ answered: 0, of: 3 });
    expect(progressOf(TOOL, WHOLE)).toEqual({ answered: 3, of: 3 });
    expect(progressOf(TOOL, { ...emptyReturn(), answers: { grade: { value: 1, note: '' } } })).toEqual({ answered: 1, of: 3 });
  });

  it('count without words, open ones and questions of another version', () => {
    const made = answered({ yes: { value: null }, gone: { value: 4 }, grade: { value: 'not-applicable' } });
    expect(countedAnswers(TOOL, made)).toEqual({ grade: 'not-applicable' });
    expect(countedAnswers(TOOL, WHOLE)).toEqual({ grade: 3, yes: 'yes' });
  });

  it('fit their question', () => {
    const values: AnswerValue[] = [1, 4, 'yes', 'no', 'not-applicable', null];
    const fitting = (id: string) =>
      values.filter((value) =>
        fitsQuestion(
          TOOL.questions.find((one) => one.id === id)!,
          value,
        ),
      );
    expect(fitting('grade')).toEqual([1, 4, 'not-applicable', null]);
    expect(fitting('yes')).toEqual(['yes', 'no', 'not-applicable', null]);
    expect(fitting('words')).toEqual(['not-applicable', null]);
  });
});

describe('an audit as it is kept', () => {
  it('is read as it was written, empty and whole', () => {
    expect(AuditReturnSchema.parse(emptyReturn())).toEqual(emptyReturn());
    expect(AuditReturnSchema.parse(WHOLE)).toEqual(WHOLE);
  });

  it.each<[string, unknown]>([
    ['another format', { ...WHOLE, format: 2 }],
    ['a fifth grade', { ...WHOLE, overall: 5 }],
    ['half a grade', { ...WHOLE, overall: 2.5 }],
    ['a grade as text', { ...WHOLE, answers: { grade: { value: '3', note: '' } } }],
    ['an answer that there is not', { ...WHOLE, answers: { yes: { value: 'perhaps', note: '' } } }],
    ['an answer without its note', { ...WHOLE, answers: { yes: { value: 'yes' } } }],
    ['a field that there is not', { ...WHOLE, child: 'C1' }],
    ['a sign that no database keeps', { ...WHOLE, overallBecause: 'a\u0000b' }],
    ['half a sign', { ...WHOLE, limitBecause: '\uD83D' }],
    ['too many strengths', { ...WHOLE, strengths: Array.from({ length: 21 }, () => 'Care.') }],
    ['a note that is too long', { ...WHOLE, answers: { grade: { value: 3, note: 'x'.repeat(6001) } } }],
  ])('refuses %s', (_what, made) => {
    expect(AuditReturnSchema.safeParse(made).success).toBe(false);
  });
});

it('takes nothing that every object has for an answer', () => {
  const of = tool({ questions: [question({ id: 'constructor' })] });
  expect(completionProblems(of, emptyReturn())).toContainEqual({ kind: 'unanswered', question: 'constructor' });
});
