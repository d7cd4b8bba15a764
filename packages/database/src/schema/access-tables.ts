import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';
import { inspectionSample } from './inspection-sample-tables.ts';

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
    /** For a look of inspectors: in which sample it was named, and the staff number of whoever sat beside them. */
    sampleId: uuid('sample_id'),
    beside: text('beside'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('record_read_about').on(table.councilId, table.aboutKind, table.aboutRef, table.at),
    index('record_read_in_sample')
      .on(table.councilId, table.sampleId)
      .where(sql`sample_id is not null`),
    foreignKey({
      columns: [table.councilId, table.sampleId],
      foreignColumns: [inspectionSample.councilId, inspectionSample.id],
      name: 'record_read_sample',
    }),
    check(
      'record_read_inspection',
      sql`(ground = 'inspection') = (sample_id is not null) and (sample_id is null) = (beside is null)`,
    ),
  ],
);
