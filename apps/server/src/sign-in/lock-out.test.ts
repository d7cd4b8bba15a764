import { expect, it } from 'vitest';
import { FAILURES_ALLOWED, FAILURES_ALLOWED_IN_ALL, LOCKED_FOR_MS, makeLockOut, type AttemptStore } from './lock-out.ts';

/** The same counting as the database does it, in memory. */
function inMemory(): AttemptStore {
  const rows = new Map<string, { count: number; last: number }>();
  return {
    async count(key, at, since, most) {
      const row = rows.get(key) ?? { count: 0, last: at };
      const count = row.last < since ? 0 : row.count;
      if (count >= most) return false;
      rows.set(key, { count: count + 1, last: at });
      return true;
    },
    async remove(keys) {
      for (const key of keys) rows.delete(key);
    },
  };
}

const stranger = { name: 'mar.tarn', address: '203.0.113.9' };
const owner = { name: 'mar.tarn', address: '198.51.100.4' };

it('closes a name for the address from which it was tried, and not for whoever has it', async () => {
  const lockOut = makeLockOut(inMemory());
  const answers = await Promise.all(Array.from({ length: 40 }, () => lockOut.admits(stranger)));
  expect(answers.filter(Boolean)).toHaveLength(FAILURES_ALLOWED);
  expect(await lockOut.admits(owner)).toBe(true);
});

it('closes a name for everybody where it is tried from many addresses', async () => {
  const lockOut = makeLockOut(inMemory());
  let admitted = 0;
  for (let i = 0; i < 400; i += 1) admitted += Number(await lockOut.admits({ name: 'mar.tarn', address: `203.0.113.${i % 40}` }));
  expect(admitted).toBe(FAILURES_ALLOWED_IN_ALL);
  expect(await lockOut.admits(owner)).toBe(false);
});

it('opens again when the time is over, however often it was tried meanwhile, and at once after the right password', async () => {
  let now = 1_000_000;
  const lockOut = makeLockOut(inMemory(), () => now);
  for (let i = 0; i < FAILURES_ALLOWED; i += 1) await lockOut.admits(stranger);
  for (let minute = 1; minute < 15; minute += 1) {
    now += 60_000;
    expect(await lockOut.admits(stranger)).toBe(false);
  }
  now += LOCKED_FOR_MS - 14 * 60_000 + 1;
  expect(await lockOut.admits(stranger)).toBe(true);
  await lockOut.forget(stranger);
  for (let i = 0; i < FAILURES_ALLOWED; i += 1) expect(await lockOut.admits(stranger)).toBe(true);
});
