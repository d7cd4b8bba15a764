import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDuties } from '../src/index.ts';
import { interleaveWrites, openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { smallWorld } from './_world.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it('leaves every due date right, however writers on the same people and children interleave', async () => {
  const council = await seedTestCouncil(test.db, smallWorld(3, 2), loadPack('wirral'));
  const outcome = await interleaveWrites(test.db, council, { writes: 300, writers: 8, seed: 7 });
  expect(outcome.written).toBeGreaterThan(100);
  expect(outcome.failed).toEqual([]);
  expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0, examples: [] });
}, 180_000);
