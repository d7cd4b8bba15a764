import { isFresh, openAhead, type Database } from '@plumbline/database';
import type { Day } from '@plumbline/domain/calendar';

/** Resolves once what is stored for a council is what its facts and this version say today. */
export type Freshness = (councilId: string) => Promise<void>;

/**
 * Looks at a council's stored requirements with its first call of each day. Nearly always there is nothing to do: the job
 * of some night has done it. Where none has for months, or an update reckons otherwise, the call waits rather than shows
 * what is out of date.
 */
export function makeFreshness(database: Database, today: () => Day): Freshness {
  const looked = new Map<string, { readonly on: Day; readonly done: Promise<void> }>();
  return async (councilId) => {
    const on = today();
    const before = looked.get(councilId);
    if (before?.on === on) return before.done;
    const done = lookAt(database, councilId, on);
    looked.set(councilId, { on, done });
    try {
      await done;
    } catch (error) {
      // The next call tries again.
      looked.delete(councilId);
      throw error;
    }
  };
}

async function lookAt(database: Database, councilId: string, today: Day): Promise<void> {
  if (!(await isFresh(database, councilId, today))) await openAhead(database, councilId, today);
}
