import { expect, it } from 'vitest';
import { checksInWords, seriesStanding, seriesTitle } from './check-series.ts';

const NONE = { drawn: 0, completed: 0, fedBack: 0, begun: 0, reserve: 0, putAside: 0, withoutAuditor: 0 };

it('names the team and the month', () => {
  expect(seriesTitle({ team: 'Duty North', month: '2026-06-01' })).toBe('Managers’ own checks, Duty North, June 2026');
  expect([checksInWords(1), checksInWords(12)]).toEqual(['1 check', '12 checks']);
});

it('says how far they are, with what is past its day first to be seen', () => {
  const of = (drawn: number, completed: number, overdue: number) => {
    const { look, words } = seriesStanding({ progress: { ...NONE, drawn, completed }, overdue });
    return [look.kind, words];
  };
  expect(of(5, 3, 0)).toEqual(['due-soon', '3 of 5 completed']);
  expect(of(5, 3, 1)).toEqual(['overdue', '3 of 5 completed, 1 past its last day']);
  expect(of(5, 3, 2)).toEqual(['overdue', '3 of 5 completed, 2 past their last day']);
  expect(of(5, 5, 0)).toEqual(['done', '5 of 5 completed']);
});
