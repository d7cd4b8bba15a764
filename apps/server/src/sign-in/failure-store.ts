import { randomUUID } from 'node:crypto';
import type { IdentityDatabase } from '@plumbline/database';
import { eq, sql } from 'drizzle-orm';
import type { FailureStore } from './lock-out.ts';

/** Failed sign-ins, kept beside the other counters of how often something was tried. */
export function failureStore({ db, schema: { rateLimit } }: IdentityDatabase): FailureStore {
  return {
    async get(key) {
      const [found] = await db.select().from(rateLimit).where(eq(rateLimit.key, key));
      return found === undefined ? null : { count: found.count, lastAt: found.lastRequest };
    },
    async add(key, at, since) {
      const count = sql`case when ${rateLimit.lastRequest} < ${since} then 1 else ${rateLimit.count} + 1 end`;
      const row = { id: randomUUID(), key, count: 1, lastRequest: at };
      await db
        .insert(rateLimit)
        .values(row)
        .onConflictDoUpdate({ target: rateLimit.key, set: { count, lastRequest: at } });
    },
    async remove(key) {
      await db.delete(rateLimit).where(eq(rateLimit.key, key));
    },
  };
}
