import { describe, expect, it } from 'vitest';
import type { NeedRow } from '../../compliance/index.ts';
import { aDuty, aNeed } from '../_rows.ts';
import { needInWords } from './needs.ts';

const words = (given: Partial<NeedRow>) => {
  const { headline, detail, action } = needInWords(aNeed(given), '2026-11-22');
  return [headline, detail, action.kind];
};

describe('what waits for whoever runs surveys, audits and the policy', () => {
  it('is said with its number, in the singular and the plural', () => {
    expect(words({ kind: 'survey-to-close', count: 1, on: '2026-11-20' })).toEqual([
      '1 survey round has passed the last day and can be closed',
      'The last day was Friday 20 November 2026.',
      'see-round',
    ]);
    expect(words({ kind: 'action-late', count: 4, on: '2026-11-02' }).slice(0, 2)).toEqual([
      '4 actions after audits are past their day',
      'The first was due on 2 November 2026. Its owner is asked too.',
    ]);
    expect(words({ kind: 'sign-off-due', count: 1, on: '2026-10-31' })[0]).toBe(
      'Last month’s supervision figures wait for your sign-off',
    );
    expect(words({ kind: 'pack-approve', count: 1, on: '2026-11-19' })[0]).toBe(
      'An inspection pack was checked and waits to be approved',
    );
  });
});

describe('many of a kind', () => {
  it('are one line with how many and which is the most pressing', () => {
    expect(words({ kind: 'overdue', folded: 'child', count: 12, duty: aDuty({ daysLate: 40 }) })).toEqual([
      '12 case supervisions are overdue',
      'The longest by 40 days.',
      'see-team',
    ]);
    expect(words({ kind: 'due-soon', folded: 'person', count: 6, on: '2026-11-24' })).toEqual([
      '6 requirements for your people are due within a week',
      'The first on Tuesday 24 November 2026.',
      'see-team',
    ]);
    expect(words({ kind: 'outcome-missing', folded: 'person', count: 7, on: '2026-11-10' })[0]).toBe(
      'Say how 7 supervisions went',
    );
  });
});
