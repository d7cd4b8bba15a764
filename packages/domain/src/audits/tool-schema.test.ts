import { describe, expect, it } from 'vitest';
import { AuditToolSchema } from './tool-schema.ts';
import { MOST_QUESTIONS } from './tool.ts';
import type { AuditTool } from './tool.ts';
import { question, tool } from './tools/_tool.ts';

const ALL_FOUR = { 1: 'Weak.', 2: 'Thin.', 3: 'Sound.', 4: 'Strong.' };
const WHOLE: AuditTool = tool({
  questions: [
    question({ id: 'BCP-A1-6.due', origin: { kind: 'policy', rule: 'BCP-A1-6.due', clause: 'appendix 1', pack: 'bcp 1.0.0' } }),
    question({ id: 'shipped_record', origin: { kind: 'shipped' }, describes: ALL_FOUR }),
    question({ id: 'own-1' }),
  ],
  computed: [{ rule: 'BCP-formal-1', clause: '4', says: 'Every month.' }],
});

const many = (count: number) => Array.from({ length: count }, (_, at) => question({ id: `q${at}` }));

describe('a tool as it is kept', () => {
  it('is read as it was written', () => {
    expect(AuditToolSchema.parse(WHOLE)).toEqual(WHOLE);
    expect(AuditToolSchema.safeParse(tool({ questions: many(MOST_QUESTIONS) })).success).toBe(true);
    expect(AuditToolSchema.safeParse(tool({ questions: [] })).success).toBe(true);
  });

  it.each<[string, unknown]>([
    ['another format', { ...WHOLE, format: 2 }],
    ['a kind that there is not', { ...WHOLE, kind: 'inspection' }],
    ['something else to look at', { ...WHOLE, about: 'team' }],
    ['more questions than anybody answers', { ...WHOLE, questions: many(MOST_QUESTIONS + 1) }],
    ['a field that there is not', { ...WHOLE, council: 'B' }],
    ['a title that is too long', { ...WHOLE, title: 'x'.repeat(201) }],
    ['a title with a sign that no database keeps', { ...WHOLE, title: 'a\u0000' }],
    ['three grades described', { ...WHOLE, overall: { 1: 'a', 2: 'b', 3: 'c' } }],
    ['five grades described', { ...WHOLE, overall: { ...ALL_FOUR, 5: 'e' } }],
    ['an id with a space', { ...WHOLE, questions: [question({ id: 'a b' })] }],
    ['an id that begins with a low line', { ...WHOLE, questions: [question({ id: '__proto__' })] }],
    ['an empty id', { ...WHOLE, questions: [question({ id: '' })] }],
    ['an id that is too long', { ...WHOLE, questions: [question({ id: 'a'.repeat(81) })] }],
    ['another way of answering', { ...WHOLE, questions: [{ ...question({ id: 'a' }), answeredBy: 'points' }] }],
    ['a question that is too long', { ...WHOLE, questions: [question({ id: 'a', asks: 'x'.repeat(601) })] }],
    [
      'a question of a policy without its clause',
      { ...WHOLE, questions: [{ ...question({ id: 'a' }), origin: { kind: 'policy', rule: 'R', pack: 'p' } }] },
    ],
    [
      'a shipped question with a rule',
      { ...WHOLE, questions: [{ ...question({ id: 'a' }), origin: { kind: 'shipped', rule: 'R' } }] },
    ],
    ['a computed rule without its words', { ...WHOLE, computed: [{ rule: 'R', clause: '1' }] }],
  ])('refuses %s', (_what, made) => {
    expect(AuditToolSchema.safeParse(made).success).toBe(false);
  });

  it('refuses two questions with one id, and says so', () => {
    const made = AuditToolSchema.safeParse(
      tool({ questions: [question({ id: 'a' }), question({ id: 'b' }), question({ id: 'a' })] }),
    );
    expect(made.error?.issues.map(({ message }) => message)).toEqual(['Two questions have the same id.']);
  });
});
