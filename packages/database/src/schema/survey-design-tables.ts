import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** A survey that is being made or has been made: its draft, which can be changed, beside the versions published so far. */
export const surveyDesign = pgTable(
  'survey_design',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    origin: text('origin', { enum: ['full', 'pulse', 'blank', 'copy', 'version', 'limesurvey', 'surveyjs'] }).notNull(),
    state: text('state', { enum: ['open', 'discarded'] })
      .notNull()
      .default('open'),
    /** Counts up with every save: whoever saves says on which one their page stood. */
    version: integer('version').notNull().default(1),
    draft: jsonb('draft').notNull(),
    /** The published version that the draft builds on, whose lineages it keeps. */
    draftFrom: integer('draft_from'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('survey_design_recent').on(table.councilId, table.updatedAt),
  ],
);

/** A version that rounds can be run on; its rows are only ever added. */
export const surveyDesignVersion = pgTable(
  'survey_design_version',
  {
    councilId: uuid('council_id').notNull(),
    designId: uuid('design_id').notNull(),
    number: integer('number').notNull(),
    instrument: jsonb('instrument').notNull(),
    /** SHA-256 of the canonical instrument, in hexadecimal. */
    contentHash: text('content_hash').notNull(),
    /** The version on which it was built; null for a first one. */
    basedOn: integer('based_on'),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.designId, table.number] }),
    foreignKey({
      columns: [table.councilId, table.designId],
      foreignColumns: [surveyDesign.councilId, surveyDesign.id],
      name: 'survey_design_version_design',
    }),
  ],
);
