import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
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

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const councilId = () =>
  uuid('council_id')
    .notNull()
    .references(() => council.id);

/** A council. `salt` goes into the ids of its requirements, so that an id in an address tells nothing of a reference. */
export const council = pgTable('council', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  isDemonstration: boolean('is_demonstration').notNull().default(false),
  salt: uuid('salt')
    .notNull()
    .default(sql`gen_random_uuid()`),
  /** Duties that open by the calendar (a quarter) are stored up to this day. */
  dutiesOpenUntil: date('duties_open_until', { mode: 'string' }),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`now()`),
});

/** From which day a kind of fact is recorded here, as said from `known_from` until `known_to`. */
export const feed = pgTable(
  'feed',
  {
    councilId: councilId(),
    kind: text('kind').notNull(),
    /** Null for a single column that nobody records, however long its kind is. */
    fromOn: date('from_on', { mode: 'string' }),
    knownFrom: instant('known_from')
      .notNull()
      .default(sql`now()`),
    knownTo: instant('known_to'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.kind, table.knownFrom] }),
    uniqueIndex('feed_now')
      .on(table.councilId, table.kind)
      .where(sql`known_to is null`),
  ],
);

/** What a code of the case system means in ours. `ours` is null until somebody says. */
export const codeMapping = pgTable(
  'code_mapping',
  {
    councilId: councilId(),
    kind: text('kind').notNull(),
    column: text('column_name').notNull(),
    theirs: text('theirs').notNull(),
    ours: text('ours'),
    timesSeen: integer('times_seen').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.kind, table.column, table.theirs] })],
);

/** The random id under which addresses and calls know a person or a child. */
export const subject = pgTable(
  'subject',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    kind: text('kind', { enum: ['person', 'child'] }).notNull(),
    ref: text('ref').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    uniqueIndex('subject_ref').on(table.councilId, table.kind, table.ref),
  ],
);

/** Which sign-in belongs to which person of which council, and what they may do there. */
export const membership = pgTable(
  'membership',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    userId: text('user_id').notNull(),
    person: text('person').notNull(),
    roles: text('roles').array().notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('membership_user').on(table.userId),
    uniqueIndex('membership_person').on(table.councilId, table.userId, table.person, table.fromOn),
  ],
);

/** Answers already given to a call, by the key that its sender chose. */
export const idempotency = pgTable(
  'idempotency',
  {
    councilId: councilId(),
    key: uuid('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    response: jsonb('response'),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.key] })],
);

/** Who did what and how much, without names and free text. Rows are only ever added. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    councilId: councilId(),
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    kind: text('kind'),
    factId: uuid('fact_id'),
    importId: uuid('import_id'),
    counts: jsonb('counts').notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.id] }), index('audit_entry_at').on(table.councilId, table.at)],
);

/** What has to be told to the outside once the change stands: mails, messages to other systems. */
export const outbox = pgTable(
  'outbox',
  {
    councilId: councilId(),
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    sentAt: instant('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Not tried again before. */
    notBefore: instant('not_before'),
    /** Nobody tries again: refused for good, or too often. */
    givenUpAt: instant('given_up_at'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('outbox_waiting')
      .on(table.councilId, table.id)
      .where(sql`sent_at is null`),
  ],
);

/** A fact that somebody withdrew by hand, so that the next feed does not bring it back. */
export const factWithdrawal = pgTable(
  'fact_withdrawal',
  {
    councilId: councilId(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    factId: uuid('fact_id').notNull(),
    because: text('because').notNull(),
    recordedBy: text('recorded_by').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.kind, table.key] })],
);
