import { policyForMe, type HeldToday } from '@plumbline/analytics/prepare';
import { loadPack } from '@plumbline/policies';
import { describe, expect, it } from 'vitest';

const WIRRAL = loadPack('wirral');
const NOBODY: HeldToday = { attributes: [], deciding: [], holding: [], children: [], owes: [] };

describe('policyForMe', () => {
  it('tells the rule that decides with its interval, and children in one line for each rule', () => {
    const mine = policyForMe(WIRRAL, {
      ...NOBODY,
      attributes: ['employed', 'qualified', 'role:social-worker'],
      deciding: [{ rule: 'WIR-6.2e', every: { months: 1 } }],
      holding: ['WIR-3.4', 'WIR-S.1'],
      children: [
        { rule: 'WIR-11.T4', every: { months: 1 } },
        { rule: 'WIR-11.T1', every: { months: 2 } },
        { rule: 'WIR-11.T1', every: { months: 2 } },
      ],
    });
    expect(mine.because).toEqual(['a qualified social worker', 'social worker']);
    expect(mine.groups.map(({ id, items }) => [id, items.map(({ rule, words }) => [rule, words])])).toEqual([
      [
        'own',
        [
          ['WIR-6.2e', 'Every month'],
          ['WIR-3.4', null],
        ],
      ],
      [
        'children',
        [
          ['WIR-11.T1', 'Two children, every two months'],
          ['WIR-11.T4', 'One child, every month'],
        ],
      ],
    ]);
  });

  it('gives what one owes to those who owe it alone', () => {
    const groupsOf = (owes: HeldToday['owes']) => policyForMe(WIRRAL, { ...NOBODY, owes }).groups.map(({ id }) => id);
    expect(groupsOf([])).toEqual([]);
    expect(groupsOf(['supervisee', 'worker'])).toEqual(['mine-to-do']);
    expect(groupsOf(['supervisor', 'session-supervisor', 'line-manager'])).toEqual(['as-supervisor', 'as-manager']);
  });

  it('says when nobody of the policy’s scope is meant', () => {
    expect(policyForMe(WIRRAL, NOBODY).isInScope).toBe(false);
  });
});
