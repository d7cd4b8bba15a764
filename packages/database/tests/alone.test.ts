import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alone, openDatabase, type Database } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.ts';

let test: TestDatabase;
/** The connections of another process. */
let other: Database;
beforeAll(async () => {
  test = await openTestDatabase();
  other = openDatabase(test.urls.app, { connections: 2 });
});
afterAll(async () => {
  await other.close();
  await test.close();
});

/** Something that takes a moment, and what it saw: who else was in the middle of it. */
function busy(within: { now: number; most: number }): () => Promise<void> {
  return async () => {
    within.now += 1;
    within.most = Math.max(within.most, within.now);
    await sleep(30);
    within.now -= 1;
  };
}

it('lets one after the other do it, whichever process they are in', async () => {
  const within = { now: 0, most: 0 };
  await Promise.all([test.db, other, test.db, other].map((db) => alone(db, 'once', busy(within))));
  expect(within).toEqual({ now: 0, most: 1 });
});

it('keeps different things apart', async () => {
  const within = { now: 0, most: 0 };
  await Promise.all([alone(test.db, 'one', busy(within)), alone(other, 'two', busy(within))]);
  expect(within.most).toBe(2);
});

it('hands the turn on where the work fails', async () => {
  const failing = alone(test.db, 'once', () => Promise.reject(new Error('broken off')));
  await expect(failing).rejects.toThrow('broken off');
  expect(await alone(other, 'once', async () => 'done')).toBe('done');
});
