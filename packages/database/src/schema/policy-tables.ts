import { sql } from 'drizzle-orm';
import {
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const councilId = () =>
  uuid('council_id')
    .notNull()
    .references(() => council.id);

/**
 * A published version of a council's policy; its rows are only ever added. It is in force from its first day until the next
 * version begins. `number` counts the versions of a council: requirements name the one under which they stand by it.
 */
export const councilPolicy = pgTable(
  'council_policy',
  {
    councilId: councilId(),
    contentHash: text('content_hash').notNull(),
    number: integer('number').notNull(),
    packId: text('pack_id').notNull(),
    version: text('version').notNull(),
    pack: jsonb('pack').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    publishedAt: instant('published_at')
      .notNull()
      .default(sql`now()`),
    publishedBy: text('published_by'),
    draftedBy: text('drafted_by')
      .array()
      .notNull()
      .default(sql`'{}'`),
    note: text('note'),
    /** Why it holds from a day before it was published. */
    because: text('because'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.contentHash] }),
    uniqueIndex('council_policy_version').on(table.councilId, table.packId, table.version),
    uniqueIndex('council_policy_number').on(table.councilId, table.number),
  ],
);

/** A version in the making. `pack` is what can be read of it; `source_text` its text as typed, where that is how it was written last. */
export const policyDraft = pgTable(
  'policy_draft',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    origin: text('origin', { enum: ['blank', 'in-force', 'shelf', 'file'] }).notNull(),
    /** The published version that it began with, if one. */
    baseHash: text('base_hash'),
    pack: jsonb('pack').notNull(),
    sourceText: text('source_text'),
    version: integer('version').notNull().default(1),
    state: text('state', { enum: ['open', 'offered', 'published', 'discarded'] })
      .notNull()
      .default('open'),
    /** Everybody who has changed it. */
    editors: text('editors').array().notNull(),
    documentId: uuid('document_id'),
    /** What was offered for publishing: number, first day, note, reason for a day in the past. */
    offer: jsonb('offer'),
    publishedHash: text('published_hash'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`now()`),
    updatedBy: text('updated_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('policy_draft_recent').on(table.councilId, table.updatedAt),
  ],
);

/** Who has read which version. */
export const policyReading = pgTable(
  'policy_reading',
  {
    councilId: uuid('council_id').notNull(),
    contentHash: text('content_hash').notNull(),
    person: text('person').notNull(),
    readAt: instant('read_at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.contentHash, table.person] }),
    foreignKey({
      columns: [table.councilId, table.contentHash],
      foreignColumns: [councilPolicy.councilId, councilPolicy.contentHash],
    }),
  ],
);

/** The council's own document, as it came, with its text where that can be taken out of it. */
export const policyDocument = pgTable(
  'policy_document',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    hash: text('hash').notNull(),
    bytes: bytes('bytes').notNull(),
    text: text('text'),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.id] })],
);

/** Which document stands beside which version. */
export const councilPolicyDocument = pgTable(
  'council_policy_document',
  {
    councilId: uuid('council_id').notNull(),
    contentHash: text('content_hash').notNull(),
    documentId: uuid('document_id').notNull(),
    attachedBy: text('attached_by').notNull(),
    attachedAt: instant('attached_at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.contentHash] }),
    foreignKey({
      columns: [table.councilId, table.contentHash],
      foreignColumns: [councilPolicy.councilId, councilPolicy.contentHash],
    }),
    foreignKey({
      columns: [table.councilId, table.documentId],
      foreignColumns: [policyDocument.councilId, policyDocument.id],
    }),
  ],
);
