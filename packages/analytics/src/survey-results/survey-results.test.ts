import { describe, expect, it } from 'vitest';
import { shownComments, type SettledComment } from './comments.ts';
import { harmless } from '../prepare/spreadsheet-cell.ts';
import { csvOf } from './result-rows.ts';

const ITEM = { item: 'q', text: 'What gets in the way?' };
const THEMES = [
  { id: 't1', item: 'q', label: 'Time' },
  { id: 't2', item: 'q', label: 'Rooms' },
];

function some(count: number, themeId: string | null, more: Partial<SettledComment> = {}): SettledComment[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `${themeId ?? 'none'}-${i}`,
    item: 'q',
    themeId,
    mayQuote: true,
    text: `${themeId ?? 'none'} ${i}`,
    isParaphrase: false,
    ...more,
  }));
}

describe('comments', () => {
  it('are not shown below ten replies, whatever was released', () => {
    const [below] = shownComments([{ ...ITEM, replies: 9 }], THEMES, some(9, 't1'), 10);
    expect(below).toEqual({ ...ITEM, state: 'not-shown', themes: [] });
    expect(shownComments([{ ...ITEM, replies: 10 }], THEMES, some(9, 't1'), 10)[0]?.state).toBe('shown');
  });

  it('of a theme with fewer than three join “other”, and nobody in it is quoted', () => {
    const [shown] = shownComments([{ ...ITEM, replies: 12 }], THEMES, [...some(3, 't1'), ...some(2, 't2'), ...some(1, null)], 10);
    expect(shown?.themes.map(({ label, count, comments }) => [label, count, comments.length])).toEqual([
      ['Time', null, 3],
      ['Other', null, 0],
    ]);
  });

  it('are quoted only where the writer allowed it; a paraphrase may stand anywhere', () => {
    const comments = [...some(5, 't1', { mayQuote: false }), ...some(1, 't2', { isParaphrase: true, mayQuote: false })];
    const [shown] = shownComments([{ ...ITEM, replies: 12 }], THEMES, comments, 10);
    expect(
      shown?.themes.map(({ label, count, comments: own }) => [label, count, own.map(({ isParaphrase }) => isParaphrase)]),
    ).toEqual([
      ['Time', 5, []],
      ['Other', null, [true]],
    ]);
  });
});

describe('tables as files', () => {
  it('hold nothing that a spreadsheet works out', () => {
    for (const start of ['=', '+', '-', '@', '\t']) expect(harmless(`${start}1+1`)).toBe(`'${start}1+1`);
    expect(harmless('More than 10')).toBe('More than 10');
    const csv = csvOf({
      name: 'x',
      columns: ['a', 'b'],
      rows: [
        ['=HYPERLINK("x")', 1],
        ['one, two', null],
      ],
    });
    expect(csv).toBe('a,b\r\n"\'=HYPERLINK(""x"")",1\r\n"one, two",\r\n');
  });
});
