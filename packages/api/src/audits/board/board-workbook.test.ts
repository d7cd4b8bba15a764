import { describe, expect, it } from 'vitest';
import { figureOf } from './board-workbook.ts';

describe('a cell of the workbook', () => {
  it('is a number where the page shows one', () => {
    expect(figureOf('26')).toEqual({ value: 26, format: null });
    expect(figureOf('0.032')).toEqual({ value: 0.032, format: null });
    expect(figureOf('73%')).toEqual({ value: 0.73, format: '0%' });
    expect(figureOf('+9')).toEqual({ value: 9, format: '+0;−0;0' });
    expect(figureOf('−3')).toEqual({ value: -3, format: '+0;−0;0' });
  });

  it('is a text where the page shows words, and never a formula', () => {
    for (const text of ['59% to 83%', '–', 'under 0.001', '14 July 2026', 'all on the list'])
      expect(figureOf(text)).toEqual({ value: text, format: null });
    expect(figureOf('=1+1').value).toBe("'=1+1");
    expect(figureOf('-cmd').value).toBe("'-cmd");
  });

  it('is empty where there is nothing, and never a nought', () => {
    expect(figureOf('').value).toBeNull();
    expect(figureOf('0').value).toBe(0);
  });
});
