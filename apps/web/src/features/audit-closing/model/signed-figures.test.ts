import { describe, expect, it } from 'vitest';
import { fellDue, stoodOn } from './signed-figures.ts';

const NONE = { met: 0, metLate: 0, due: 0, overdue: 0, notMet: 0, excused: 0, unknown: 0 };
const OCTOBER = { fromOn: '2026-10-01', toOn: '2026-10-31' };

function team(code: string, more: Partial<Parameters<typeof fellDue>[0][number]> = {}) {
  return { code, name: code, people: 0, children: 0, own: NONE, cases: NONE, months: [], ...more };
}

function month(onTime: number, late: number, notDone: number, excused = 0) {
  return { month: '2026-10-01', due: onTime + late + notDone + excused, onTime, late, notDone, excused };
}

describe('fellDue', () => {
  it('counts by team and together, with absence beside the denominator and not in it', () => {
    const { rows, total, sentence } = fellDue(
      [team('North', { months: [month(30, 1, 2, 3)] }), team('South', { months: [month(8, 6, 3)] })],
      OCTOBER,
    );
    expect(rows.map(({ name, counted, away }) => [name, counted, away])).toEqual([
      ['North', 33, 3],
      ['South', 17, 0],
    ]);
    expect(total).toMatchObject({ counted: 50, onTime: 38, late: 7, notDone: 5, away: 3 });
    expect(sentence).toBe(
      'Of what fell due in October 2026, 38 of 50 were done on time (76%), 7 late, and 5 not at all. 3 are left out because somebody was away.',
    );
  });

  it('says that nothing fell due', () => {
    expect(fellDue([team('North')], OCTOBER).sentence).toBe('Nothing that counts fell due in October 2026.');
  });
});

describe('stoodOn', () => {
  it('counts people’s own supervision apart from children’s, and leaves out what is away or not known', () => {
    const teams = [
      team('North', {
        people: 9,
        children: 78,
        own: { ...NONE, due: 7, overdue: 1, excused: 1 },
        cases: { ...NONE, due: 75, overdue: 2 },
      }),
      team('South', { people: 4, children: 3, own: { ...NONE, due: 2, unknown: 2 }, cases: { ...NONE, notMet: 1, due: 2 } }),
    ];
    const own = stoodOn(teams, 'own');
    expect(own.total).toMatchObject({ of: 13, counted: 10, notDueYet: 9, overdue: 1, away: 1, notKnown: 2 });
    expect(own.sentence).toBe(
      'Of 10 open requirements, 1 was overdue and 9 not due yet. 1 is left out because somebody was away. 2 are not known and left out as well.',
    );
    const cases = stoodOn(teams, 'cases');
    expect(cases.rows.map(({ of, counted }) => [of, counted])).toEqual([
      [78, 77],
      [3, 3],
    ]);
    expect(cases.sentence).toBe('Of 80 open requirements, 2 were overdue, 1 not met and 77 not due yet.');
  });

  it('says that nothing was open, and what is not known', () => {
    const teams = [team('North', { own: { ...NONE, unknown: 1 } })];
    expect(stoodOn(teams, 'own').sentence).toBe('No requirement that counts was open. 1 is not known and left out.');
  });
});
