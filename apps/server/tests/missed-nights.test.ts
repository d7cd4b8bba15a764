import { createCaller, makeImportJobs, type Services } from '@plumbline/api';
import { isFresh, openAhead, OPENED_AHEAD_DAYS } from '@plumbline/database';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '@plumbline/database/testing';
import { demoCast, makeCouncil, type CastMember } from '@plumbline/demo';
import type { Role } from '@plumbline/domain/access';
import { formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFreshness } from '../src/upkeep/freshness.ts';

const MADE_ON = toDay('2026-06-15');
let test: TestDatabase;
let council: string;
let today: Day = MADE_ON;

beforeAll(async () => {
  test = await openTestDatabase();
  const facts = makeCouncil({ seed: 7, packId: 'shropshire', size: 'small', today: formatDay(MADE_ON) });
  council = await seedTestCouncil(test.db, facts, loadPack('shropshire'), formatDay(MADE_ON + OPENED_AHEAD_DAYS));
});
afterAll(() => test.close());

function callerAs({ personRef: person, roles }: CastMember) {
  const clock = { now: () => (today * 1440 + 12 * 60) * 60_000 };
  const onFailure = (error: unknown): never => {
    throw error;
  };
  const services: Services = { database: test.db, clock, imports: makeImportJobs({ database: test.db, clock, onFailure }) };
  const signedIn = { identityId: person, councilId: council, person, roles: roles as Role[], until: '2099-01-01T00:00:00Z' };
  return createCaller({ services, signedIn });
}

/** What three people see on a day: their own, a team's, a service's. */
async function answersOn(day: Day): Promise<unknown[]> {
  today = day;
  const of = (role: CastMember['role']) => {
    const member = demoCast('shropshire').find((one) => one.role === role);
    if (member === undefined) throw new Error(`There is no ${role}.`);
    return callerAs(member);
  };
  return [
    await of('social-worker').mine.view(),
    await of('team-manager').team.view({}),
    await of('team-manager').home.get(),
    await of('service-manager').service.view({}),
    await of('service-manager').service.rows({}),
  ];
}

it('shows everybody the same on any day of three months in which no night looked', async () => {
  const days = [1, 40, 75, OPENED_AHEAD_DAYS - 100].map((later) => MADE_ON + later);
  const missed = [];
  for (const day of days) missed.push(await answersOn(day));
  for (const [i, day] of days.entries()) {
    await openAhead(test.db, council, day);
    expect(await answersOn(day), formatDay(day)).toEqual(missed[i]);
  }
});

it('looks with the first call of a day, once for all who call, and makes up for what was missed before it answers', async () => {
  today = MADE_ON + 500;
  expect(await isFresh(test.db, council, today)).toBe(false);
  const freshness = makeFreshness(test.db, () => today);
  await Promise.all([freshness(council), freshness(council), freshness(council)]);
  expect(await isFresh(test.db, council, today)).toBe(true);
  await freshness(council);
});
