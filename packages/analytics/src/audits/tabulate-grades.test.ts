import { describe, expect, it } from 'vitest';
import r from '../../fixtures/audits-r.json' with { type: 'json' };
import { anAudit, auditsOf, gradesOf } from './_rows.ts';
import { quarterOf, tabulateGrades } from './tabulate-grades.ts';

describe('tabulateGrades', () => {
  it.each(r.grades)('counts $counts of a list of $population as R has it', ({ counts, population, good, share, low, high }) => {
    const rows = auditsOf(gradesOf(counts));
    const { total } = tabulateGrades(rows, { by: 'team', basis: 'random', ...(population === null ? {} : { population }) });
    expect(total).toMatchObject({ counts, good, without: null });
    expect(total.share).toBeCloseTo(share, 9);
    expect(total.interval?.low).toBeCloseTo(low, 9);
    expect(total.interval?.high).toBeCloseTo(high, 9);
  });

  it('takes the agreed grade where there is one, and counts what has no grade as completed only', () => {
    const rows = [
      anAudit({ overall: 4, agreed: 2 }),
      anAudit({ overall: 4, isImported: true }),
      anAudit({ kind: 'staff-conversation', overall: null }),
    ];
    const { total } = tabulateGrades(rows, { by: 'kind', basis: 'random' });
    expect(total).toMatchObject({ completed: 3, imported: 1, graded: 2, counts: [0, 1, 0, 1], good: 1, share: 0.5 });
  });

  it('never pools what was drawn with what was picked, of which it gives counts alone', () => {
    const rows = [
      ...auditsOf([1, 3, 4]),
      ...auditsOf([1, 1], { basis: 'targeted' }),
      ...auditsOf([3], { basis: 'own-line', kind: 'observation' }),
    ];
    const of = (basis: 'random' | 'targeted' | 'own-line') => tabulateGrades(rows, { by: 'team', basis }).total;
    expect(of('random')).toMatchObject({ counts: [1, 0, 1, 1], share: 2 / 3, without: null });
    expect(of('targeted')).toMatchObject({ counts: [2, 0, 0, 0], share: null, interval: null, without: 'not-random' });
    expect(of('own-line')).toMatchObject({ counts: [0, 0, 1, 0], share: null, interval: null, without: 'not-random' });
  });

  it('has groups by team, service, kind and quarter that add up to the total', () => {
    const rows = [
      anAudit({ team: 'T2', service: 'S2', kind: 'dip-sample', completedOn: '2026-03-31', overall: 2 }),
      anAudit({ team: 'T1', service: 'S2', kind: 'supervision-file', completedOn: '2026-04-01', overall: 4 }),
      anAudit({ team: 'T2', service: 'S1', kind: 'dip-sample', completedOn: '2025-12-31', overall: 3 }),
    ];
    const groupsOf = (by: 'team' | 'service' | 'kind' | 'quarter') =>
      tabulateGrades(rows, { by, basis: 'random' }).groups.map(({ key, tally }) => [key, tally.counts.join('')]);
    expect(groupsOf('team')).toEqual([
      ['T1', '0001'],
      ['T2', '0110'],
    ]);
    expect(groupsOf('service')).toEqual([
      ['S1', '0010'],
      ['S2', '0101'],
    ]);
    expect(groupsOf('kind')).toEqual([
      ['supervision-file', '0001'],
      ['dip-sample', '0110'],
    ]);
    expect(groupsOf('quarter')).toEqual([
      ['2025-Q4', '0010'],
      ['2026-Q1', '0100'],
      ['2026-Q2', '0001'],
    ]);
  });

  it('estimates nothing where the whole list was looked at, or nothing was graded', () => {
    const whole = tabulateGrades(auditsOf([3, 3, 1]), { by: 'team', basis: 'random', population: 3 }).total;
    expect(whole).toMatchObject({ share: 2 / 3, interval: null, without: 'census' });
    expect(tabulateGrades([], { by: 'team', basis: 'random' })).toMatchObject({
      total: { completed: 0, share: null, without: 'nothing-graded' },
      groups: [],
    });
    expect(() => tabulateGrades(auditsOf([3, 3]), { by: 'team', basis: 'random', population: 1 })).toThrow(RangeError);
  });
});

it.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-06-30', '2026-Q2'],
  ['2026-07-01', '2026-Q3'],
  ['2026-12-31', '2026-Q4'],
])('%s lies in %s', (date, quarter) => expect(quarterOf(date)).toBe(quarter));
