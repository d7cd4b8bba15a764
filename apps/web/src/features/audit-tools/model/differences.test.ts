import { describe, expect, it } from 'vitest';
import { question, tool } from './_tool.ts';
import { toolDifferences } from './differences.ts';
import { withChanged, withMoved, withoutQuestion } from './edit-tool.ts';

describe('where two differ', () => {
  it('is nowhere where nothing does', () => {
    expect(toolDifferences(tool(), tool())).toEqual([]);
  });

  it('names questions that only one of them has', () => {
    const rows = toolDifferences(withoutQuestion(tool(), 'a'), withoutQuestion(tool(), 'b'));
    expect(rows.map(({ before, after }) => [before, after])).toEqual([
      ['Not among the questions', 'Is a there?'],
      ['Is b there?', 'Not among the questions'],
    ]);
  });

  it('tells apart words, area, answering and descriptions', () => {
    const mine = withChanged(tool(), 'a', (one) => ({
      ...one,
      asks: 'Is it?',
      area: 'log',
      isLimiting: true,
      describes: { 1: 'None.', 2: '', 3: '', 4: '' },
    }));
    expect(toolDifferences(tool(), mine).map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Words of a question', 'Is a there?', 'Is it?'],
      ['Area: “Is it?”', 'Recording', 'The supervision log'],
      ['How it is answered: “Is it?”', 'One of the four grades', 'One of the four grades, limits the overall grade'],
      ['What “Inadequate” looks like: “Is it?”', 'Nothing', 'None.'],
      ['Order of the questions', 'Another order', 'Another order'],
    ]);
  });

  it('tells title, introduction and overall grades, and the last only where there are grades', () => {
    const mine = tool({ title: 'Other', introduction: '', overall: { ...tool().overall, 4: 'Best.' } });
    expect(toolDifferences(tool(), mine).map(({ label }) => label)).toEqual([
      'Title',
      'Introduction',
      'What “Outstanding” means overall',
    ]);
    const talk = { kind: 'staff-conversation', overall: { 1: 'x', 2: '', 3: '', 4: '' } } as const;
    expect(toolDifferences(tool({ kind: talk.kind }), tool(talk))).toEqual([]);
  });

  it('tells another order alone, where all the questions are the same', () => {
    expect(toolDifferences(withMoved(tool(), 'a', 1), tool()).map(({ name }) => name)).toEqual(['order']);
    const grown = tool({ questions: [question('x', 'Our own'), ...tool().questions] });
    expect(toolDifferences(grown, tool()).map(({ name }) => name)).toEqual(['x']);
  });
});
