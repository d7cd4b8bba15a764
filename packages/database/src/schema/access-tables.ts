import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

/**
 * Who looked at whose record, when and on which ground. Staff numbers and references, no names and no free text. Rows are
 * only ever added.
 */
export const recordRead = pgTable(
  'record_read',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: timestamp('at', { withTimezone: true, mode: 'string' })
      .notNull()
      .default(sql`now()`),
    /** Staff number. */
    reader: text('reader').notNull(),
    aboutKind: text('about_kind', { enum: ['person', 'child'] }).notNull(),
    aboutRef: text('about_ref').notNull(),
    what: text('what').notNull(),
    ground: text('ground').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('record_read_about').on(table.councilId, table.aboutKind, table.aboutRef, table.at),
  ],
);
