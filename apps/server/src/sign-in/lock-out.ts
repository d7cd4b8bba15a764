import { createHash } from 'node:crypto';

/** How many wrong passwords close a name for whoever sends them, how many in all close it for everybody, and for how long. */
export const FAILURES_ALLOWED = 8;
export const FAILURES_ALLOWED_IN_ALL = 60;
export const LOCKED_FOR_MS = 15 * 60 * 1000;

/** Where attempts are counted: one row a key, changed in single statements, so that attempts at once are all counted. */
export interface AttemptStore {
  /**
   * Counts one more attempt, beginning again at one where the last was before `since`. Where `most` are counted already it
   * counts nothing and says false, so that whoever goes on trying does not make the wait longer.
   */
  count(key: string, at: number, since: number, most: number): Promise<boolean>;
  remove(keys: readonly string[]): Promise<void>;
}

/** Somebody who tries to sign in: the name that they gave and the address from which they call. */
export interface Attempt {
  readonly name: string;
  readonly address: string;
}

export interface LockOut {
  /** Counts an attempt before its password is looked at; false where there were too many. */
  admits(attempt: Attempt): Promise<boolean>;
  /** The password was right: what was counted is forgotten. */
  forget(attempt: Attempt): Promise<void>;
}

/**
 * Closes a name for a while after too many wrong passwords, whether or not anybody has that name, so that the answer says
 * nothing about who exists here. It closes for the address that sent them first: a stranger cannot so easily shut out whoever
 * knows the password.
 */
export function makeLockOut(store: AttemptStore, now: () => number = Date.now): LockOut {
  return {
    async admits(attempt) {
      const at = now();
      const { here, everywhere } = keysOf(attempt);
      const since = at - LOCKED_FOR_MS;
      return (
        (await store.count(here, at, since, FAILURES_ALLOWED)) &&
        (await store.count(everywhere, at, since, FAILURES_ALLOWED_IN_ALL))
      );
    },
    async forget(attempt) {
      await store.remove(Object.values(keysOf(attempt)));
    },
  };
}

function keysOf({ name, address }: Attempt): { here: string; everywhere: string } {
  const digest = (...parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return { here: `failures:${digest(name, address)}`, everywhere: `failures:${digest(name)}` };
}
