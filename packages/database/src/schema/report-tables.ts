import { sql } from 'drizzle-orm';
import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Files for reports that were written, are asked for, or could not be written. By the clock at most one row a day. */
export const reportRun = pgTable(
  'report_run',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: uuid('id').notNull(),
    /** The day in London. */
    onDay: date('on_day', { mode: 'string' }).notNull(),
    how: text('how', { enum: ['clock', 'hand'] }).notNull(),
    askedBy: text('asked_by'),
    state: text('state', { enum: ['waiting', 'written', 'failed'] }).notNull(),
    /** How often it was tried. */
    tries: integer('tries').notNull(),
    /** The folder's name within that of the council. */
    folder: text('folder'),
    files: integer('files'),
    rows: integer('rows'),
    bytes: bigint('bytes', { mode: 'number' }),
    /** SHA-256 of the list of the files' own. */
    checksum: text('checksum'),
    /** Why it could not be written. */
    problem: text('problem', { enum: ['no-folder', 'not-allowed', 'no-space', 'other'] }),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    uniqueIndex('report_run_of_day')
      .on(table.councilId, table.onDay)
      .where(sql`how = 'clock'`),
    uniqueIndex('report_run_waiting')
      .on(table.councilId)
      .where(sql`state = 'waiting'`),
  ],
);
