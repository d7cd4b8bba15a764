import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { surveyRound } from './survey-round-tables.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const day = (name: string) => date(name, { mode: 'string' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const now = sql`now()`;

/** By what a round's results are to be broken down, chosen before it closes. Without a row the usual choice holds. */
export const surveyPlan = pgTable(
  'survey_plan',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    version: integer('version').notNull().default(1),
    choice: jsonb('choice').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId] }),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_plan_round',
    }),
  ],
);

/** Published results. A row is only ever added; a trigger refuses anything else to everybody. */
export const surveyRelease = pgTable(
  'survey_release',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    /** 1 for the round's first, then one more each time. */
    sequence: integer('sequence').notNull(),
    /** All of it but the proof. */
    content: jsonb('content').notNull(),
    proof: jsonb('proof').notNull(),
    contentHash: text('content_hash').notNull(),
    previousHash: text('previous_hash'),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId, table.sequence] }),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_release_round',
    }),
  ],
);

/** What comments on one question are about, as its screeners sort them. */
export const surveyTheme = pgTable(
  'survey_theme',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    id: uuid('id').notNull(),
    item: text('item').notNull(),
    label: text('label').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId, table.id] }),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_theme_round',
    }),
  ],
);

/**
 * How far the screening of one comment has come. What was written stays in the box until it is settled and is then destroyed
 * there; here stand what was taken out (places, not words), what one person proposes (sealed) and what was released.
 */
export const surveyComment = pgTable(
  'survey_comment',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    /** The comment's random key in the box. */
    key: uuid('key').notNull(),
    item: text('item').notNull(),
    mayQuote: boolean('may_quote').notNull(),
    state: text('state', { enum: ['waiting', 'proposed', 'released', 'withheld', 'referred'] }).notNull(),
    version: integer('version').notNull().default(1),
    /** What the first person proposes: text, whether it is to be shown, theme; sealed, and emptied when it is settled. */
    proposal: bytes('proposal'),
    themeId: uuid('theme_id'),
    /** With square brackets for what was taken out, or a paraphrase. Only once it is released. */
    text: text('text'),
    isParaphrase: boolean('is_paraphrase').notNull().default(false),
    screenedBy: text('screened_by'),
    screenedOn: day('screened_on'),
    settledBy: text('settled_by'),
    settledOn: day('settled_on'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId, table.key] }),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_comment_round',
    }),
    foreignKey({
      columns: [table.councilId, table.roundId, table.themeId],
      foreignColumns: [surveyTheme.councilId, surveyTheme.roundId, surveyTheme.id],
      name: 'survey_comment_theme',
    }),
  ],
);

/** A comment about somebody's safety or wrongdoing, handed to the round's named person. Its words are sealed, and emptied when it is closed. */
export const surveyConcern = pgTable(
  'survey_concern',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    key: uuid('key').notNull(),
    kind: text('kind', { enum: ['safeguarding', 'whistleblowing'] }).notNull(),
    words: bytes('words'),
    referredBy: text('referred_by').notNull(),
    referredOn: day('referred_on').notNull(),
    readOn: day('read_on'),
    closedOn: day('closed_on'),
    outcome: text('outcome', { enum: ['passed-on', 'known-already', 'cannot-be-followed'] }),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId, table.key] }),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_concern_round',
    }),
  ],
);

/** What was said, decided, changed and checked after a round: every version of every entry, the highest being the one that holds. */
export const surveyDecision = pgTable(
  'survey_decision',
  {
    councilId: uuid('council_id').notNull(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    roundId: uuid('round_id').notNull(),
    content: jsonb('content').notNull(),
    isWithdrawn: boolean('is_withdrawn').notNull().default(false),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id, table.version] }),
    index('survey_decision_round').on(table.councilId, table.roundId),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_decision_round_fk',
    }),
  ],
);
