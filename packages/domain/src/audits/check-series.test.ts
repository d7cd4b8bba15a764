import { describe, expect, it } from 'vitest';
import { seriesOf, type MaybeCheck } from './check-series.ts';

const CHECK: MaybeCheck = { basis: 'own-line', createdBy: 'S7', lead: 'S7', teams: ['NORTH'], startsOn: '2026-05-31' };

describe('seriesOf', () => {
  it('puts a check that a manager began into the row of its team and month', () => {
    expect(seriesOf(CHECK, ['S7'])).toEqual({ team: 'NORTH', month: '2026-05-01' });
    expect(seriesOf({ ...CHECK, startsOn: '2026-06-01' }, ['S7'])).toEqual({ team: 'NORTH', month: '2026-06-01' });
  });

  it.each([
    ['planned by somebody else', { createdBy: 'S1' }, ['S7']],
    ['of several teams', { teams: ['NORTH', 'SOUTH'] }, ['S7']],
    ['of all teams', { teams: [] }, ['S7']],
    ['of several files', {}, ['S7', 'S7']],
    ['without a file yet', {}, []],
    ['given to somebody else', {}, ['S8']],
    ['given to nobody yet', {}, [null]],
    ['drawn', { basis: 'random' as const }, ['S7']],
    ['picked', { basis: 'targeted' as const }, ['S7']],
  ])('leaves alone what is %s', (_, part, auditors) => {
    expect(seriesOf({ ...CHECK, ...part }, auditors)).toBeNull();
  });
});
