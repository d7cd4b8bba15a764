import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Work for later, in a schema and under a login role of its own. Only the function `jobs.enqueue` adds to it. */
export const jobs = pgSchema('jobs');

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const job = jobs.table(
  'job',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    councilId: uuid('council_id').notNull(),
    /** On whose behalf it runs. */
    principal: text('principal').notNull(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    runAt: instant('run_at')
      .notNull()
      .default(sql`now()`),
    attempts: integer('attempts').notNull().default(0),
    claimedUntil: instant('claimed_until'),
    doneAt: instant('done_at'),
    lastError: text('last_error'),
  },
  (table) => [
    index('job_waiting')
      .on(table.runAt)
      .where(sql`done_at is null`),
  ],
);
