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
  it('adds the teams up in sentences, and has a line for each', () => {
    const { sentences, teams } = prepareBeside({
      from: '2026-08-01',
      to: '2026-10-31',
      teams: [team('A', 22, 14, 9, 3), team('B', 18, 16, 5, 0)],
    });
    expect(sentences).toEqual([
      'Of 40 supervisions held, 30 (75%) were in full: long enough, recorded, shared and filed in time.',
      'Of 14 people whose next supervision is due, 3 have none booked.',
    ]);
    expect(Object.fromEntries(teams)).toEqual({
      A: '64% of 22 in full, 3 of 9 not booked',
      B: '89% of 18 in full, 0 of 5 not booked',
    });
  });

  it('says that there is nothing to count, and never divides by it', () => {
    const { sentences, teams } = prepareBeside({ from: '2026-08-01', to: '2026-10-31', teams: [team('A', 0, 0, 0, 0)] });
    expect(sentences[0]).toBe('No supervision was held in these months.');
    expect(teams.get('A')).toBe('none held, nobody waits');
  });
});
