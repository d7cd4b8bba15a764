import { describe, expect, it } from 'vitest';
import { question, tool } from './_tool.ts';
import { isUnchanged, toolChanges } from './diff-tools.ts';

const ALL_FOUR = { 1: 'None.', 2: 'Some.', 3: 'Most.', 4: 'All.' };
const NOTHING = { added: [], removed: [], reworded: [], descriptions: [], answering: [] };
const [a, b, c] = [question({ id: 'a', describes: ALL_FOUR }), question({ id: 'b' }), question({ id: 'c' })];
const BEFORE = tool({ questions: [a, b, c] });

describe('what changed between two versions', () => {
  it('is nothing where only the order, the title or the computed rules changed', () => {
    const after = {
      ...BEFORE,
      title: 'Files',
      questions: [c, a, b],
      computed: [{ rule: 'R', clause: '1', says: 'Every month.' }],
    };
    expect(toolChanges(BEFORE, after)).toEqual(NOTHING);
    expect(isUnchanged(toolChanges(BEFORE, after))).toBe(true);
  });

  it('is what came, what went and what is worded otherwise, by id', () => {
    const d = question({ id: 'd', asks: c.asks });
    const after = { ...BEFORE, questions: [d, { ...b, asks: 'Is it there?' }, a] };
    expect(toolChanges(BEFORE, after)).toEqual({
      ...NOTHING,
      added: [d],
      removed: [c],
      reworded: [{ id: 'b', before: 'Is there something under point b?', after: 'Is it there?' }],
    });
    expect(isUnchanged(toolChanges(BEFORE, after))).toBe(false);
  });

  it('is what a grade means, of the whole and of a question', () => {
    const after = {
      ...BEFORE,
      overall: { ...BEFORE.overall, 4: 'Others learn from it.' },
      questions: [{ ...a, describes: { ...ALL_FOUR, 1: 'Nothing.' } }, b, c],
    };
    expect(toolChanges(BEFORE, after).descriptions).toEqual([
      { question: null, grade: 4, before: 'Strong.', after: 'Others learn from it.' },
      { question: 'a', grade: 1, before: 'None.', after: 'Nothing.' },
    ]);
  });

  it('is a description that was added or taken away, for all four grades', () => {
    const after = { ...BEFORE, questions: [{ ...a, describes: null }, b, c] };
    expect(toolChanges(BEFORE, after).descriptions.map(({ before, after: now }) => [before, now])).toEqual([
      ['None.', null],
      ['Some.', null],
      ['Most.', null],
      ['All.', null],
    ]);
    expect(toolChanges(after, BEFORE).descriptions).toHaveLength(4);
  });

  it('is how a question is answered, and whether it limits', () => {
    const after = { ...BEFORE, questions: [{ ...a, isLimiting: true }, { ...b, answeredBy: 'yes-no' as const }, c] };
    expect(toolChanges(BEFORE, after)).toEqual({
      ...NOTHING,
      answering: [
        { id: 'a', part: 'isLimiting' },
        { id: 'b', part: 'answeredBy' },
      ],
    });
  });
});
