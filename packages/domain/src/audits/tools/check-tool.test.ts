import { describe, expect, it } from 'vitest';
import type { AuditTool } from '../tool.ts';
import { question, tool } from './_tool.ts';
import { checkTool, TOOL_FINDING_KINDS } from './check-tool.ts';

const found = (made: AuditTool): string[] =>
  checkTool(made).findings.map(({ kind, weight, question: id }) => `${weight}: ${kind}${id === null ? '' : ` ${id}`}`);
const asked = (...texts: string[]): AuditTool =>
  tool({ questions: texts.map((asks, at) => question({ id: `q${at + 1}`, asks, isLimiting: at === 0 })) });

describe('a tool before it is published', () => {
  it('has nothing to be said of it where all is well', () => {
    expect(checkTool(tool())).toEqual({ canPublish: true, findings: [] });
  });

  it('needs a title, a question and all four overall grades', () => {
    expect(found(tool({ title: ' \n' }))).toEqual(['must: no-title']);
    expect(found(tool({ questions: [] }))).toEqual(['must: no-questions']);
    expect(found(tool({ overall: { 1: 'Weak.', 2: '', 3: 'Sound.', 4: 'Strong.' } }))).toEqual(['must: no-overall']);
    expect(checkTool(tool({ title: '' })).canPublish).toBe(false);
  });

  it('is about something that its kind can be about', () => {
    expect(found(tool({ about: 'child' }))).toEqual(['must: wrong-about']);
    expect(found(tool({ kind: 'thematic', about: 'child' }))).toEqual([]);
    expect(found(tool({ kind: 'thematic', about: 'action' }))).toEqual(['must: wrong-about']);
  });

  it('asks for no grade, no limit and no overall words where nothing is graded', () => {
    const questions = [question({ id: 'a', answeredBy: 'yes-no' }), question({ id: 'b', answeredBy: 'words' })];
    const talk = tool({ kind: 'staff-conversation', questions, overall: { 1: '', 2: '', 3: '', 4: '' } });
    expect(found(talk)).toEqual([]);
    expect(found({ ...talk, questions: [...questions, question({ id: 'c' })] })).toEqual(['must: grade-not-asked c']);
  });

  it('may be short of a limiting question, and still be published', () => {
    const made = tool({ questions: [question({ id: 'a' })] });
    expect(found(made)).toEqual(['may: no-limiting']);
    expect(checkTool(made).canPublish).toBe(true);
  });

  it('is long from the forty-first question', () => {
    const many = (count: number) =>
      tool({ questions: Array.from({ length: count }, (_, at) => question({ id: `q${at}`, isLimiting: at === 0 })) });
    expect(found(many(40))).toEqual([]);
    expect(found(many(41))).toEqual(['may: long']);
    expect(checkTool(many(41)).canPublish).toBe(true);
  });
});

describe('a question', () => {
  it('needs words, and is not asked twice, whatever its signs and capitals', () => {
    expect(found(asked('Is it signed?', ' '))).toEqual(['must: no-words q2']);
    expect(found(asked('Is it signed?', 'IS it  signed', 'Is it signed by both?'))).toEqual(['must: same-question q2']);
    expect(found(asked('', ''))).toEqual(['must: no-words q1', 'must: no-words q2']);
  });

  it.each([
    'Is the record signed, and did the person have it in time?',
    'Is there a reason or does the manager give one?',
    'Who decided and why?',
    'Was it signed? When?',
  ])('may ask two things: %s', (asks) => {
    expect(found(asked(asks))).toEqual(['may: asks-two-things q1']);
  });

  it.each([
    'Can a reader see the strengths and the risks of this family?',
    'Is there an agreement that both signed and that fits how they work together now?',
    'Was it late, missed or moved?',
    'Did the two talk about health and safety?',
  ])('asks one thing: %s', (asks) => {
    expect(found(asked(asks))).toEqual([]);
  });

  it('has too many words from the thirty-first', () => {
    const words = (count: number) => `${Array.from({ length: count }, (_, at) => `word${at}`).join(' ')}?`;
    expect(found(asked(words(30)))).toEqual([]);
    expect(found(asked(words(31)))).toEqual(['may: many-words q1']);
  });
});

it('finds every kind of finding somewhere in these tests', () => {
  const all = [
    tool({ title: '', about: 'action', questions: [], overall: { 1: '', 2: '', 3: '', 4: '' } }),
    asked('Is it signed?', 'Is it signed?', '', 'Who and why?', `${'word '.repeat(40)}?`),
    tool({ questions: Array.from({ length: 41 }, (_, at) => question({ id: `q${at}` })) }),
    tool({ kind: 'workload-check' }),
  ].flatMap((made) => checkTool(made).findings.map(({ kind }) => kind));
  expect([...new Set(all)].toSorted()).toEqual([...TOOL_FINDING_KINDS].toSorted());
});
