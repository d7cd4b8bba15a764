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
import { council } from './council-tables.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const councilId = () =>
  uuid('council_id')
    .notNull()
    .references(() => council.id);
const now = sql`now()`;

/** A focus group with its record. `record` is emptied when the group is retired; what was coded of it stays. */
export const focusGroup = pgTable(
  'focus_group',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    state: text('state', { enum: ['planned', 'invited', 'held', 'written-up', 'with-members', 'agreed', 'retired'] }).notNull(),
    heldOn: date('held_on', { mode: 'string' }),
    retainedUntil: date('retained_until', { mode: 'string' }),
    version: integer('version').notNull().default(1),
    /** The key under which everything said in it is sealed, itself sealed under one that is kept outside the database. */
    dataKey: bytes('data_key').notNull(),
    record: bytes('record').notNull(),
    /** The file that it was brought in from, and its words as they came. */
    sourceName: text('source_name'),
    sourceText: bytes('source_text'),
    /** When it was sent to its members last; null before. */
    sentAt: instant('sent_at'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('focus_group_recent').on(table.councilId, table.updatedAt),
  ],
);

/** The record as it stood before each change. */
export const focusGroupVersion = pgTable(
  'focus_group_version',
  {
    councilId: uuid('council_id').notNull(),
    groupId: uuid('group_id').notNull(),
    version: integer('version').notNull(),
    state: text('state').notNull(),
    record: bytes('record').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.groupId, table.version] }),
    foreignKey({ columns: [table.councilId, table.groupId], foreignColumns: [focusGroup.councilId, focusGroup.id] }),
  ],
);

/** Who was invited, whether they came, and what they said of the record. */
export const focusGroupMember = pgTable(
  'focus_group_member',
  {
    councilId: uuid('council_id').notNull(),
    groupId: uuid('group_id').notNull(),
    person: text('person').notNull(),
    roleFamily: text('role_family').notNull(),
    wasPresent: boolean('was_present').notNull().default(false),
    /** The version of the record that they agreed to. */
    agreedVersion: integer('agreed_version'),
    agreedOn: date('agreed_on', { mode: 'string' }),
    invitedAt: instant('invited_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.groupId, table.person] }),
    foreignKey({ columns: [table.councilId, table.groupId], foreignColumns: [focusGroup.councilId, focusGroup.id] }),
    index('focus_group_member_person').on(table.councilId, table.person),
  ],
);

/** What a member would have written otherwise, and what became of it. */
export const focusGroupCorrection = pgTable(
  'focus_group_correction',
  {
    councilId: uuid('council_id').notNull(),
    id: uuid('id').notNull(),
    groupId: uuid('group_id').notNull(),
    person: text('person').notNull(),
    questionId: text('question_id'),
    version: integer('version').notNull(),
    says: bytes('says').notNull(),
    state: text('state', { enum: ['open', 'taken', 'declined'] })
      .notNull()
      .default('open'),
    reply: bytes('reply'),
    createdAt: instant('created_at').notNull().default(now),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    foreignKey({ columns: [table.councilId, table.groupId], foreignColumns: [focusGroup.councilId, focusGroup.id] }),
    index('focus_group_correction_group').on(table.councilId, table.groupId),
  ],
);

/** Versions of the council's codebook; only ever added. Without one, the shipped codebook holds. */
export const codebookVersion = pgTable(
  'codebook_version',
  {
    councilId: councilId(),
    number: integer('number').notNull(),
    content: jsonb('content').notNull(),
    /** What changed, in the person's own words. */
    note: text('note').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.number] })],
);

/** A piece of what was said, cut out to be coded. Its words go when the group is retired. */
export const codedExtract = pgTable(
  'coded_extract',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    source: text('source', { enum: ['focus-group', 'survey-comment', 'audit-note'] }).notNull(),
    groupId: uuid('group_id'),
    questionId: text('question_id'),
    construct: integer('construct'),
    band: text('band', { enum: ['one', 'some', 'most', 'all'] }),
    /** Null once they were erased. */
    words: bytes('words'),
    isVerbatim: boolean('is_verbatim').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    foreignKey({ columns: [table.councilId, table.groupId], foreignColumns: [focusGroup.councilId, focusGroup.id] }),
    index('coded_extract_group').on(table.councilId, table.groupId),
  ],
);

/** What one coder made of an extract: one row a coder, under the version of the codebook that held. */
export const extractCoding = pgTable(
  'extract_coding',
  {
    councilId: uuid('council_id').notNull(),
    extractId: uuid('extract_id').notNull(),
    coder: text('coder').notNull(),
    isSecond: boolean('is_second').notNull(),
    codes: text('codes').array().notNull(),
    direction: text('direction', { enum: ['positive', 'negative', 'mixed'] }).notNull(),
    evidence: text('evidence', { enum: ['E0', 'E1', 'E2', 'E3'] }).notNull(),
    codebookNumber: integer('codebook_number').notNull(),
    version: integer('version').notNull().default(1),
    codedAt: instant('coded_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.extractId, table.coder] }),
    foreignKey({ columns: [table.councilId, table.extractId], foreignColumns: [codedExtract.councilId, codedExtract.id] }),
  ],
);

/** What several extracts say together, in the council's own words. */
export const theme = pgTable(
  'theme',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    says: text('says').notNull(),
    codes: text('codes').array().notNull(),
    questions: integer('questions').array().notNull(),
    figures: text('figures').array().notNull(),
    version: integer('version').notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().default(now),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.id] })],
);
