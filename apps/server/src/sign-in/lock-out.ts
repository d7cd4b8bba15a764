import { createHash } from 'node:crypto';

/** How many wrong passwords for one name close it, and for how long. */
export const FAILURES_ALLOWED = 8;
export const LOCKED_FOR_MS = 15 * 60 * 1000;

/** Where failures are counted: one row a name, changed in single statements, so that attempts at once are all counted. */
export interface FailureStore {
  get(key: string): Promise<{ count: number; lastAt: number } | null>;
  /** Adds one, starting again at one where the last was before `since`. */
  add(key: string, at: number, since: number): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface LockOut {
  isLocked(name: string): Promise<boolean>;
  recordFailure(name: string): Promise<void>;
  forget(name: string): Promise<void>;
}

/**
 * Closes a name for a while after too many wrong passwords, whether or not anybody has that name, so that the answer says
 * nothing about who exists here.
 */
export function makeLockOut(store: FailureStore, now: () => number = Date.now): LockOut {
  return {
    async isLocked(name) {
      const found = await store.get(keyOf(name));
      return found !== null && found.count >= FAILURES_ALLOWED && now() - found.lastAt < LOCKED_FOR_MS;
    },
    async recordFailure(name) {
      await store.add(keyOf(name), now(), now() - LOCKED_FOR_MS);
    },
    async forget(name) {
      await store.remove(keyOf(name));
    },
  };
}

function keyOf(name: string): string {
  return `failures:${createHash('sha256').update(name).digest('hex')}`;
}
