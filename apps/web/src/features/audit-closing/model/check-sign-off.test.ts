import { describe, expect, it } from 'vitest';
import { checkSignOff, isTyped, type TypedAction } from './check-sign-off.ts';

const TODAY = '2026-11-22';
const ACTION: TypedAction = {
  key: 'a',
  what: 'Book the two that are late',
  ownerId: 'p1',
  ownerName: 'Sam',
  team: 'NORTH',
  dueOn: '5 December 2026',
};

describe('checkSignOff', () => {
  it('sends what was typed, with dates as dates', () => {
    expect(checkSignOff({ comment: '  Two are late.  ', actions: [ACTION] }, TODAY)).toEqual({
      checked: {
        comment: 'Two are late.',
        actions: [{ what: 'Book the two that are late', ownerId: 'p1', team: 'NORTH', dueOn: '2026-12-05' }],
      },
    });
  });

  it('takes an action that is due today', () => {
    expect(checkSignOff({ comment: 'Fine.', actions: [{ ...ACTION, dueOn: '22/11/2026' }] }, TODAY)).toHaveProperty('checked');
  });

  it('says of each field what is to mend, in the order of the form', () => {
    const empty = { key: 'b', what: ' ', ownerId: '', ownerName: '', team: '', dueOn: '' };
    const read = checkSignOff(
      { comment: ' ', actions: [ACTION, empty, { ...ACTION, key: 'c', dueOn: '21 November 2026' }] },
      TODAY,
    );
    expect('problems' in read && read.problems.map(({ entry }) => entry)).toEqual([
      'comment',
      'b-what',
      'b-ownerId',
      'b-team',
      'b-dueOn',
      'c-dueOn',
    ]);
    expect('problems' in read && read.problems.at(-1)?.message).toBe(
      'Action 3: this day has passed. Give one that is still to come.',
    );
  });
});

describe('isTyped', () => {
  it('does not keep a page on which nothing was typed, whatever team was filled in', () => {
    const blank = { key: 'b', what: '', ownerId: '', ownerName: '', team: 'NORTH', dueOn: '' };
    expect(isTyped({ comment: ' ', actions: [blank] })).toBe(false);
    expect(isTyped({ comment: '', actions: [{ ...blank, ownerId: 'p1' }] })).toBe(true);
    expect(isTyped({ comment: 'Two', actions: [] })).toBe(true);
  });
});
