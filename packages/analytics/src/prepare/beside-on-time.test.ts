import { describe, expect, it } from 'vitest';
import { prepareBeside } from './beside-on-time.ts';

const team = (code: string, held: number, inFull: number, people: number, withoutPlan: number) => ({
  team: code,
  held,
  inFull,
  people,
  withoutPlan,
});

describe('beside “done on time”', () => {
  it('adds the teams up in two figures, and has a line for each', () => {
    const { figures, teams } = prepareBeside({
      from: '2026-08-01',
      to: '2026-10-31',
      teams: [team('A', 22, 14, 9, 3), team('B', 18, 16, 5, 0)],
    });
    expect(figures).toEqual([
      {
        title: 'Held in full',
        value: '75%',
        detail: '30 of 40 held in these months: long enough, recorded, shared and filed in time',
      },
      { title: 'Next one not booked', value: '3', detail: 'of 14 people whose next supervision is due' },
    ]);
    expect(Object.fromEntries(teams)).toEqual({
      A: '64% of 22 in full, 3 of 9 not booked',
      B: '89% of 18 in full, 0 of 5 not booked',
    });
  });

  it('says that there is nothing to count, and never divides by it', () => {
    const { figures, teams } = prepareBeside({ from: '2026-08-01', to: '2026-10-31', teams: [team('A', 0, 0, 0, 0)] });
    expect(figures.map(({ value, detail }) => [value, detail])).toEqual([
      ['–', 'no supervision was held in these months'],
      ['0', 'nobody waits for a supervision of their own'],
    ]);
    expect(teams.get('A')).toBe('none held, nobody waits');
  });
});
