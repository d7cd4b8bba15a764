import { describe, expect, it } from 'vitest';
import { audit, question, tool } from './_audit.ts';
import { byArea, markOf, neighbour } from './question-marks.ts';

describe('how questions stand', () => {
  it('is answered, open, or answered without what has to be said of it', () => {
    const of = (value: 1 | 3 | 'no' | 'not-applicable' | null, note: string) => audit({ answers: { q: { value, note } } });
    expect(markOf(question('q'), audit())).toBe('open');
    expect(markOf(question('q'), of(3, ''))).toBe('answered');
    expect(markOf(question('q'), of(1, ' '))).toBe('needs-note');
    expect(markOf(question('q'), of(1, 'Nothing there.'))).toBe('answered');
    expect(markOf(question('q', { answeredBy: 'yes-no' }), of('no', ''))).toBe('needs-note');
    expect(markOf(question('q', { answeredBy: 'words' }), of(null, ''))).toBe('open');
    expect(markOf(question('q', { answeredBy: 'words' }), of(null, 'Said.'))).toBe('answered');
    expect(markOf(question('q', { answeredBy: 'words' }), of('not-applicable', ''))).toBe('answered');
  });

  it('keeps areas together and questions with their numbers, and goes from one to the next in that order', () => {
    const mixed = tool([
      question('a', { area: 'agenda/template' }),
      question('b', { area: 'Our own' }),
      question('c', { area: 'agenda' }),
    ]);
    expect(byArea(mixed).map(({ area, questions }) => [area, questions.map(({ number }) => number)])).toEqual([
      ['What is talked about', [1, 3]],
      ['Our own', [2]],
    ]);
    expect([neighbour(mixed, 'a', 1), neighbour(mixed, 'c', 1), neighbour(mixed, 'b', 1), neighbour(mixed, 'a', -1)]).toEqual([
      'c',
      'b',
      'whole',
      'a',
    ]);
  });
});
