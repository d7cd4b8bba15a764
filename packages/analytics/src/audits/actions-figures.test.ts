import { expect, it } from 'vitest';
import { actionFigures, type AuditActionRow } from './actions-figures.ts';

const TODAY = '2026-06-10';
const action = (own: Partial<AuditActionRow>): AuditActionRow => ({
  state: 'open',
  dueOn: '2026-06-30',
  raisedOn: '2026-05-01',
  closedOn: null,
  team: 'T1',
  isReaudited: false,
  hasHeld: null,
  ...own,
});

it('says what is open, overdue, waiting, closed in time, and has held', () => {
  const closed = { state: 'closed', dueOn: '2026-05-20' } as const;
  const figures = actionFigures(
    [
      action({ dueOn: TODAY }),
      action({ dueOn: '2026-06-09' }),
      action({ dueOn: '2026-05-31' }),
      action({ dueOn: '2026-06-05' }),
      action({ dueOn: '2026-02-28' }),
      action({ state: 'shown', dueOn: '2026-01-01' }),
      action({ state: 'dropped', dueOn: '2026-01-01' }),
      action({ raisedOn: '2026-06-11', dueOn: '2026-06-09' }),
      action({ ...closed, closedOn: '2026-05-20', isReaudited: true, hasHeld: true }),
      action({ ...closed, closedOn: '2026-05-21', isReaudited: true, hasHeld: false }),
      action({ ...closed, closedOn: '2026-05-02', isReaudited: true }),
      action({ ...closed, closedOn: null }),
    ],
    TODAY,
  );
  expect(figures).toEqual({
    open: 5,
    overdue: 4,
    mostDaysOverdue: 102,
    medianDaysOverdue: 7.5,
    shown: 1,
    closed: 4,
    closedInTime: 2,
    closedInTimeShare: 0.5,
    reaudited: 3,
    held: 1,
    notHeld: 1,
  });
});

it('claims nothing of nothing', () => {
  expect(actionFigures([], TODAY)).toMatchObject({
    open: 0,
    mostDaysOverdue: null,
    medianDaysOverdue: null,
    closedInTimeShare: null,
  });
});
