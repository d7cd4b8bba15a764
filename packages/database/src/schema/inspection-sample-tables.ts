import { sql } from 'drizzle-orm';
import { date, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const now = sql`now()`;

/** What inspectors asked to see of whom, and beside whom they read it. Holds nothing of the records; a row is only ever added. */
export const inspectionSample = pgTable(
  'inspection_sample',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: uuid('id').notNull(),
    inspectorate: text('inspectorate').notNull(),
    /** The role of whoever asks, and why they ask: free text. */
    askedBy: text('asked_by').notNull(),
    purpose: text('purpose').notNull(),
    /** Staff number of whoever is to sit beside the inspector. */
    beside: text('beside').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    /** The last day on which it may be opened. */
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    takenBy: text('taken_by').notNull(),
    takenAt: instant('taken_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('inspection_sample_taken').on(table.councilId, table.takenAt),
  ],
);

/** Whom a sample names: staff number or case reference, in the order in which they were asked for. */
export const inspectionSampleSubject = pgTable(
  'inspection_sample_subject',
  {
    councilId: uuid('council_id').notNull(),
    sampleId: uuid('sample_id').notNull(),
    kind: text('kind', { enum: ['person', 'child'] }).notNull(),
    ref: text('ref').notNull(),
    place: integer('place').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.sampleId, table.kind, table.ref] }),
    foreignKey({
      columns: [table.councilId, table.sampleId],
      foreignColumns: [inspectionSample.councilId, inspectionSample.id],
      name: 'inspection_sample_subject_sample',
    }),
  ],
);

/** That a sample was ended by hand before its last day; once, and never taken back. */
export const inspectionSampleEnd = pgTable(
  'inspection_sample_end',
  {
    councilId: uuid('council_id').notNull(),
    sampleId: uuid('sample_id').notNull(),
    endedBy: text('ended_by').notNull(),
    endedAt: instant('ended_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.sampleId] }),
    foreignKey({
      columns: [table.councilId, table.sampleId],
      foreignColumns: [inspectionSample.councilId, inspectionSample.id],
      name: 'inspection_sample_end_sample',
    }),
  ],
);
