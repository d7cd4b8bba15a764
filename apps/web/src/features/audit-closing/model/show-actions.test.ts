import { describe, expect, it } from 'vitest';
import { countActions, shownActions } from './show-actions.ts';

const ME = 'me';

function action(
  name: string,
  state: 'open' | 'shown' | 'closed' | 'dropped',
  dueOn: string,
  more: { overdue?: true; mine?: true } = {},
) {
  return { name, state, dueOn, isOverdue: more.overdue === true, owner: { id: more.mine === true ? ME : 'somebody-else' } };
}

const ACTIONS = [
  action('later', 'open', '2026-12-20', { mine: true }),
  action('shown late', 'shown', '2026-11-20', { overdue: true }),
  action('closed early', 'closed', '2026-09-01', { mine: true }),
  action('late', 'open', '2026-11-02', { overdue: true }),
  action('sooner', 'shown', '2026-12-01', { mine: true }),
  action('given up', 'dropped', '2026-10-01'),
];

const names = (show: Parameters<typeof shownActions>[1]): string[] => shownActions(ACTIONS, show, ME).map(({ name }) => name);

describe('shownActions', () => {
  it('shows what is not closed, the overdue before the rest and each by its day', () => {
    expect(names(undefined)).toEqual(['late', 'shown late', 'sooner', 'later']);
  });

  it('shows one’s own, the overdue, what waits to be closed, and what is over', () => {
    expect(names('mine')).toEqual(['sooner', 'later']);
    expect(names('overdue')).toEqual(['late', 'shown late']);
    expect(names('waiting')).toEqual(['shown late', 'sooner']);
    expect(names('closed')).toEqual(['given up', 'closed early']);
  });
});

describe('countActions', () => {
  it('counts what each choice shows', () => {
    expect(countActions(ACTIONS, ME)).toEqual({ open: 4, mine: 2, overdue: 2, waiting: 2, closed: 2 });
    expect(countActions([], ME)).toEqual({ open: 0, mine: 0, overdue: 0, waiting: 0, closed: 0 });
  });
});
