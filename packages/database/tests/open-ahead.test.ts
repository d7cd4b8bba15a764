import { formatDay, toDay } from '@plumbline/domain/calendar';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { checkDuties, inCouncil, isFresh, openAhead, openDatabase, OPENED_AHEAD_DAYS } from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { smallWorld } from './_world.ts';

const TODAY = toDay('2026-06-15');
let test: TestDatabase;
let council: string;
beforeAll(async () => {
  test = await openTestDatabase();
});
beforeEach(async () => {
  const until = formatDay(TODAY + OPENED_AHEAD_DAYS);
  council = await seedTestCouncil(test.db, smallWorld(), loadPack('shropshire'), until);
});
afterAll(() => test.close());

/** Every stored requirement that is open on or before a day: what somebody can see on it. */
async function seenOn(day: number): Promise<unknown[]> {
  return await inCouncil(test.db, council, async (tx) => [
    ...(await tx.sql`select id, rule, about_ref, opened_on, due_on, met_on from duty where opened_on <= ${formatDay(day)} order by id`),
  ]);
}
const countAll = async (): Promise<number> => (await inCouncil(test.db, council, (tx) => tx.sql`select 1 from duty`)).length;

it('changes nothing the second time, nor while there is enough ahead', async () => {
  expect(await openAhead(test.db, council, TODAY)).toEqual({ subjects: 0, differences: 0 });
  // 200 days from here lie in the second quarter of 2027, of which nothing is open yet.
  const later = TODAY + 95;
  const before = await countAll();
  expect((await openAhead(test.db, council, later)).differences).toBeGreaterThan(0);
  const opened = await countAll();
  expect(opened).toBeGreaterThan(before);
  expect(await openAhead(test.db, council, later)).toEqual({ subjects: 0, differences: 0 });
  expect(await countAll()).toBe(opened);
  expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
});

it('shows on any day the same whether every night looked, or none for three months', async () => {
  const days = [TODAY, TODAY + 30, TODAY + 60, TODAY + OPENED_AHEAD_DAYS - 100];
  const skipped = [];
  for (const day of days) skipped.push(await seenOn(day));
  expect(new Set(skipped.map((rows) => rows.length)).size).toBeGreaterThan(1);
  for (const [i, day] of days.entries()) {
    expect(await isFresh(test.db, council, day)).toBe(true);
    expect(await seenOn(day)).toEqual(skipped[i]);
    await openAhead(test.db, council, day);
    expect(await seenOn(day)).toEqual(skipped[i]);
  }
  expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
});

it('knows when so many nights were missed that somebody would see it', async () => {
  const late = TODAY + OPENED_AHEAD_DAYS - 99;
  expect(await isFresh(test.db, council, late)).toBe(false);
  await openAhead(test.db, council, late);
  expect(await isFresh(test.db, council, late)).toBe(true);
});

it('is done once where two servers look at the same time, and never goes back', async () => {
  const other = openDatabase(test.urls.app, { connections: 2 });
  const later = TODAY + 60;
  const both = await Promise.all([openAhead(test.db, council, later), openAhead(other, council, later)]);
  expect(both.filter((replaced) => replaced.subjects > 0)).toHaveLength(1);
  const count = await countAll();
  await openAhead(other, council, TODAY);
  expect(await countAll()).toBe(count);
  await other.close();
});

it('makes everything again that an older engine made', async () => {
  await inCouncil(
    test.db,
    council,
    (tx) => tx.sql`update duty set engine = engine - 1, due_on = due_on + 3 where due_on is not null`,
  );
  expect(await isFresh(test.db, council, TODAY)).toBe(false);
  expect((await openAhead(test.db, council, TODAY)).differences).toBeGreaterThan(0);
  expect(await isFresh(test.db, council, TODAY)).toBe(true);
  expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
});
