import { randomUUID } from 'node:crypto';
import type { IdentityDatabase } from '@plumbline/database';
import { inArray, sql } from 'drizzle-orm';
import type { AttemptStore } from './lock-out.ts';

/** Attempts to sign in, kept beside the other counters of how often something was tried. */
export function attemptStore({ db, schema: { rateLimit } }: IdentityDatabase): AttemptStore {
  return {
    async count(key, at, since, most) {
      const count = sql`case when ${rateLimit.lastRequest} < ${since} then 1 else ${rateLimit.count} + 1 end`;
      const counted = await db
        .insert(rateLimit)
        .values({ id: randomUUID(), key, count: 1, lastRequest: at })
        .onConflictDoUpdate({
          target: rateLimit.key,
          set: { count, lastRequest: at },
          setWhere: sql`${rateLimit.lastRequest} < ${since} or ${rateLimit.count} < ${most}`,
        })
        .returning({ key: rateLimit.key });
      return counted.length > 0;
    },
    async remove(keys) {
      await db.delete(rateLimit).where(inArray(rateLimit.key, [...keys]));
    },
  };
}
