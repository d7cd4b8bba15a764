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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { council } from './council-tables.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const day = (name: string) => date(name, { mode: 'string' });

/**
 * One opening of a survey, on the register's side: who is asked, never what was answered. It keeps its own copy of the
 * questions, so that a later version of the design changes nothing about it.
 */
export const surveyRound = pgTable(
  'survey_round',
  {
    councilId: uuid('council_id')
      .notNull()
      .references(() => council.id),
    id: uuid('id').notNull(),
    version: integer('version').notNull().default(1),
    state: text('state', { enum: ['drafted', 'frozen', 'open', 'closed', 'mixed', 'discarded'] })
      .notNull()
      .default('drafted'),
    designId: uuid('design_id').notNull(),
    designVersion: integer('design_version').notNull(),
    instrument: jsonb('instrument').notNull(),
    title: text('title').notNull(),
    opensOn: day('opens_on').notNull(),
    closesOn: day('closes_on').notNull(),
    reportBy: day('report_by').notNull(),
    paperBy: text('paper_by').array().notNull(),
    screeners: text('screeners').array().notNull(),
    safeguardingTo: text('safeguarding_to').notNull(),
    createdBy: text('created_by').notNull(),
    /** Staff who stood in no post on the day of freezing. */
    withoutPost: integer('without_post').notNull().default(0),
    merged: jsonb('merged')
      .notNull()
      .default(sql`'[]'`),
    manifest: jsonb('manifest'),
    manifestHash: text('manifest_hash'),
    frozenOn: day('frozen_on'),
    openedOn: day('opened_on'),
    closedOn: day('closed_on'),
    remindedOn: day('reminded_on'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('survey_round_recent').on(table.councilId, table.opensOn),
  ],
);

/** A group of people whose answers cannot be told apart, with the pair of keys that is its own for this round. */
export const surveyCell = pgTable(
  'survey_cell',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    id: text('id').notNull(),
    label: text('label').notNull(),
    services: text('services').array().notNull(),
    roleFamilies: text('role_families').array().notNull(),
    headCount: integer('head_count').notNull(),
    /** SubjectPublicKeyInfo in base64, and its SHA-256 in hexadecimal. */
    publicKey: text('public_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** Sealed under a key outside the database; destroyed when the round closes. */
    privateKey: bytes('private_key'),
    issued: integer('issued'),
    received: integer('received'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId, table.id] }),
    uniqueIndex('survey_cell_fingerprint').on(table.councilId, table.fingerprint),
    foreignKey({
      columns: [table.councilId, table.roundId],
      foreignColumns: [surveyRound.councilId, surveyRound.id],
      name: 'survey_cell_round',
    }),
  ],
);

/** One person on the frozen list. `issued_on` is a day and nothing finer: when exactly somebody came is nobody's business. */
export const surveyInvitation = pgTable(
  'survey_invitation',
  {
    councilId: uuid('council_id').notNull(),
    roundId: uuid('round_id').notNull(),
    /** Staff number. */
    person: text('person').notNull(),
    cell: text('cell').notNull(),
    service: text('service').notNull(),
    roleFamily: text('role_family').notNull(),
    team: text('team').notNull(),
    issuedOn: day('issued_on'),
    how: text('how', { enum: ['self', 'paper'] }),
    /** SHA-256 of the blinded value that was signed, so that an answer lost on the way can be asked for again. */
    blindedHash: text('blinded_hash'),
    remindedOn: day('reminded_on'),
    remindersStopped: boolean('reminders_stopped').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.roundId, table.person] }),
    index('survey_invitation_person').on(table.councilId, table.person),
    foreignKey({
      columns: [table.councilId, table.roundId, table.cell],
      foreignColumns: [surveyCell.councilId, surveyCell.roundId, surveyCell.id],
      name: 'survey_invitation_cell',
    }),
  ],
);
