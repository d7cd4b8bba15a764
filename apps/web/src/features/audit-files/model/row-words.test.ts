import { expect, it } from 'vitest';
import { actionStanding } from './action-words.ts';
import { computedInWords } from './evidence-words.ts';
import { dueInWords } from './file-row-words.ts';

it('says how a rule that is worked out stands, and never that nothing was late where nothing is known', () => {
  expect(computedInWords({ met: 3, late: 1, notMet: 0, unknown: 2, of: 6 })).toBe(
    'Met 3 of 6, met late 1 of 6, not known 2 of 6.',
  );
  expect(computedInWords({ met: 0, late: 0, notMet: 0, unknown: 0, of: 0 })).toBe('Nothing recorded here to work it out from.');
  expect(computedInWords({ met: 0, late: 0, notMet: 0, unknown: 0, of: 2 })).toBe(
    'Neither met nor missed: not due yet, or only advised.',
  );
});

it('says by when with the weekday and how far off it is', () => {
  const today = '2026-11-22';
  expect(dueInWords({ dueOn: '2026-12-04', state: 'begun' }, today)).toBe('Begun. Due Friday 4 December 2026, in 12 days');
  expect(dueInWords({ dueOn: '2026-11-20', state: 'waiting' }, today)).toBe(
    'Not begun. Was due Friday 20 November 2026, 2 days ago',
  );
  const open = { state: 'open', dueOn: '2026-11-23', isOverdue: false, closedBy: null, closedOn: null } as const;
  expect(actionStanding(open, today)).toBe('Due Monday 23 November 2026, tomorrow');
  const closed = { ...open, state: 'closed', closedBy: { id: '1', name: 'R. Ashdown' }, closedOn: '2026-11-21' } as const;
  expect(actionStanding(closed, today)).toBe('Closed by R. Ashdown on 21 November 2026');
});
