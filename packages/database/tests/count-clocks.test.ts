import { toDay, formatDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answersOn,
  countAnswers,
  countClocks,
  inCouncil,
  listAlerts,
  listOpenDuties,
  monthsSoFar,
  monthsToday,
  type TeamMonth,
} from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { fact, smallWorld } from './_world.ts';

const PACK = loadPack('wirral');
const TEAMS = ['T1', 'T2', 'T3'];
const QUERY = { teams: TEAMS, series: PACK.series.map(({ id }) => id), from: '2026-01-01', to: '2026-12-31' };
/** The day on which one worker and her children go from the first team to the third. */
const MOVED_ON = '2026-06-20';
/** Five months, every fourth day: before, within and after absence and move. */
const DAYS = Array.from({ length: 36 }, (_, i) => formatDay(toDay('2026-03-02') + 4 * i));

let test: TestDatabase;
let council: string;

beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, changingWorld(), PACK);
});
afterAll(() => test.close());

/** The usual small team: one worker changes team, another is away for a month, a third loses a child to nobody. */
function changingWorld(): Facts {
  const world = smallWorld(4, 3);
  const post = world.post.flatMap((row) =>
    row.person === 'W1'
      ? [
          { ...row, to: '2026-06-19' },
          { ...row, post: 'P-W1-2', from: MOVED_ON, team: 'T3' },
        ]
      : [row],
  );
  const allocation = world.allocation.map((row) => (row.child === 'C301' ? { ...row, endedOn: '2026-05-10' } : row));
  return {
    ...world,
    post,
    allocation,
    team: [...world.team, fact('team', { team: 'T3', name: 'Third team', service: 'Assessment', kind: 'assessment' })],
    absence: [fact('absence', { person: 'W2', from: '2026-05-04', to: '2026-06-05' })],
  };
}

const asOfNoon = (day: string) => ({ on: toDay(day), at: toDay(day) * 1440 + 12 * 60 });

it('counts what a list of the same clocks shows, on any day', async () => {
  let most = 0;
  for (const day of DAYS) {
    const query = { ...QUERY, asOf: asOfNoon(day) };
    const { standing, listed } = await inCouncil(test.db, council, async (tx) => ({
      standing: await countClocks(tx, query.asOf),
      listed: await listOpenDuties(tx, { asOf: query.asOf, teams: TEAMS, measures: QUERY.series, limit: 1000 }),
    }));
    expect(
      standing.reduce((sum, { count }) => sum + count, 0),
      day,
    ).toBe(listed.total);
    const named = Map.groupBy(listed.rows, ({ team, duty }) => `${team} ${duty.series}`);
    const counted = Map.groupBy(standing, ({ team, measure }) => `${team} ${measure}`);
    const total = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
    expect(new Map([...counted].map(([key, rows]) => [key, total(rows)]))).toEqual(
      new Map([...named].map(([key, rows]) => [key, rows.length])),
    );
    most = Math.max(most, listed.total);
  }
  expect(most).toBeGreaterThan(10);
});

it('makes of the stored figures what a count of all clocks comes to, on any day', async () => {
  let early = 0;
  for (const day of DAYS) {
    const query = { ...QUERY, asOf: asOfNoon(day) };
    const { today, counted } = await inCouncil(test.db, council, async (tx) => ({
      today: await monthsToday(tx, query),
      counted: await monthsSoFar(tx, query),
    }));
    expect(addedUp(today), day).toEqual(addedUp(counted));
    if (day < MOVED_ON) early += today.filter(({ team, due }) => team === 'T3' && due < 0).length;
  }
  // What falls due after the move is taken from the team of that day, although another answers until then.
  expect(early).toBeGreaterThan(0);
});

it('counts whom a team answers for, and the children of a list of alerts', async () => {
  const kinds = new Set<string>();
  for (const on of DAYS) {
    const { counts, answers, alerts } = await inCouncil(test.db, council, async (tx) => ({
      counts: await countAnswers(tx, { on, teams: TEAMS }),
      answers: await answersOn(tx, { on, teams: TEAMS }),
      alerts: await listAlerts(tx, { on, teams: TEAMS }),
    }));
    for (const { team, kind, count, alerts: own } of counts) {
      expect(count, `${on} ${team} ${kind}`).toBe(
        answers.filter((answer) => answer.team === team && answer.kind === kind).length,
      );
      const listed = kind === 'child' ? alerts.filter((alert) => alert.team === team) : [];
      expect(own, `${on} ${team} ${kind}`).toBe(listed.length);
    }
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length);
    for (const { kind } of alerts) kinds.add(kind);
  }
  expect(kinds).toContain('worker-away');
  expect(kinds).toContain('no-worker');
});

it('counts nothing of a team that was not asked about', async () => {
  const query = { ...QUERY, teams: ['T3'], asOf: asOfNoon('2026-05-20') };
  const found = await inCouncil(test.db, council, async (tx) => [
    ...(await monthsToday(tx, query)),
    ...(await countAnswers(tx, { on: '2026-07-01', teams: ['T3'] })),
  ]);
  expect(new Set(found.map(({ team }) => team))).toEqual(new Set(['T3']));
});

/** Team and month with the sum of each count; what comes to nothing is left out. */
function addedUp(months: readonly TeamMonth[]): Map<string, readonly number[]> {
  const sums = Map.groupBy(months, ({ team, month }) => `${team} ${month}`);
  const added = [...sums].map(([key, rows]) => {
    const sum = (of: (row: TeamMonth) => number): number => rows.reduce((total, row) => total + of(row), 0);
    return [key, [sum((row) => row.due), sum((row) => row.onTime), sum((row) => row.late), sum((row) => row.excused)]] as const;
  });
  return new Map(added.filter(([, counts]) => counts.some((count) => count !== 0)));
}
