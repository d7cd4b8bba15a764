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
  smallint,
  text,
  timestamp,
  uniqueIndex,
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

/** The questions of an audit as they are worked on. */
export const auditTool = pgTable(
  'audit_tool',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    draft: jsonb('draft').notNull(),
    version: integer('version').notNull().default(1),
    /** The number of the version that was published last; null before the first. */
    published: integer('published'),
    isDiscarded: boolean('is_discarded').notNull().default(false),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.councilId, table.id] })],
);

/** Published versions of a tool; only ever added. An audit keeps the version with which it was opened. */
export const auditToolVersion = pgTable(
  'audit_tool_version',
  {
    councilId: uuid('council_id').notNull(),
    toolId: uuid('tool_id').notNull(),
    number: integer('number').notNull(),
    content: jsonb('content').notNull(),
    contentHash: text('content_hash').notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.toolId, table.number] }),
    foreignKey({ columns: [table.councilId, table.toolId], foreignColumns: [auditTool.councilId, auditTool.id] }),
  ],
);

/** One audit of the programme: what is looked at, when and by whom, and the list from which it was drawn. */
export const audit = pgTable(
  'audit',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    kind: text('kind').notNull(),
    about: text('about', { enum: ['person', 'child', 'action'] }).notNull(),
    basis: text('basis', { enum: ['random', 'targeted', 'own-line'] }).notNull(),
    toolId: uuid('tool_id').notNull(),
    toolNumber: integer('tool_number').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** Teams that it covers; none stands for all. */
    teams: text('teams').array().notNull(),
    lead: text('lead').notNull(),
    /** Who answers the same day where a file is graded inadequate. */
    responder: text('responder').notNull(),
    state: text('state', { enum: ['planned', 'drawn', 'open', 'closed', 'dropped'] }).notNull(),
    size: integer('size').notNull(),
    reserves: integer('reserves').notNull(),
    /** The draw: the text from which the order followed, the fingerprint of the list, the day whose list it was, and the list itself. */
    seed: text('seed'),
    listHash: text('list_hash'),
    listedOn: date('listed_on', { mode: 'string' }),
    list: jsonb('list'),
    /** What was left off the list, with the reason for each. */
    excluded: jsonb('excluded'),
    version: integer('version').notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    foreignKey({
      columns: [table.councilId, table.toolId, table.toolNumber],
      foreignColumns: [auditToolVersion.councilId, auditToolVersion.toolId, auditToolVersion.number],
    }),
    index('audit_by_day').on(table.councilId, table.startsOn),
  ],
);

/** One file that was drawn, and what its auditor made of it. */
export const auditItem = pgTable(
  'audit_item',
  {
    councilId: uuid('council_id').notNull(),
    id: uuid('id').notNull(),
    auditId: uuid('audit_id').notNull(),
    kind: text('kind', { enum: ['person', 'child', 'action'] }).notNull(),
    ref: text('ref').notNull(),
    /** Whose practice it is: the person themself, or who held the child's case when it was drawn. */
    person: text('person'),
    team: text('team').notNull(),
    place: integer('place').notNull(),
    isForSecondGrade: boolean('is_for_second_grade').notNull(),
    state: text('state', { enum: ['reserve', 'waiting', 'begun', 'completed', 'fed-back', 'put-aside'] }).notNull(),
    auditor: text('auditor'),
    putAsideBecause: text('put_aside_because'),
    /** The key under which everything written of it is sealed, itself sealed under one that is kept outside the database. */
    dataKey: bytes('data_key').notNull(),
    content: bytes('content').notNull(),
    version: integer('version').notNull().default(1),
    /** The key of the last save, so that an answer that never arrived can be asked for again. */
    savedKey: uuid('saved_key'),
    overall: smallint('overall'),
    /** Answers that can be counted, from when it is completed: no words. */
    answers: jsonb('answers'),
    completedOn: date('completed_on', { mode: 'string' }),
    fedBackOn: date('fed_back_on', { mode: 'string' }),
    feedback: bytes('feedback'),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    foreignKey({ columns: [table.councilId, table.auditId], foreignColumns: [audit.councilId, audit.id] }),
    index('audit_item_audit').on(table.councilId, table.auditId),
    index('audit_item_auditor').on(table.councilId, table.auditor),
    index('audit_item_person').on(table.councilId, table.person),
    index('audit_item_completed').on(table.councilId, table.completedOn),
    // What was put aside may stand beside another of the same.
    uniqueIndex('audit_item_once')
      .on(table.councilId, table.auditId, table.kind, table.ref)
      .where(sql`state <> 'put-aside'`),
  ],
);

/** What stood in an audit before each save; only ever added. */
export const auditItemVersion = pgTable(
  'audit_item_version',
  {
    councilId: uuid('council_id').notNull(),
    itemId: uuid('item_id').notNull(),
    version: integer('version').notNull(),
    content: bytes('content').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.itemId, table.version] }),
    foreignKey({ columns: [table.councilId, table.itemId], foreignColumns: [auditItem.councilId, auditItem.id] }),
  ],
);

/** The blind second grade of a completed audit, and the grade that both agreed on. */
export const auditSecondGrade = pgTable(
  'audit_second_grade',
  {
    councilId: uuid('council_id').notNull(),
    itemId: uuid('item_id').notNull(),
    basis: text('basis', { enum: ['random', 'extreme', 'new-auditor'] }).notNull(),
    moderator: text('moderator'),
    state: text('state', { enum: ['waiting', 'graded', 'agreed'] }).notNull(),
    overall: smallint('overall'),
    because: bytes('because'),
    gradedOn: date('graded_on', { mode: 'string' }),
    agreed: smallint('agreed'),
    agreedBecause: bytes('agreed_because'),
    agreedBy: text('agreed_by'),
    agreedOn: date('agreed_on', { mode: 'string' }),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.itemId] }),
    foreignKey({ columns: [table.councilId, table.itemId], foreignColumns: [auditItem.councilId, auditItem.id] }),
    index('audit_second_grade_moderator').on(table.councilId, table.moderator),
  ],
);

/** A file graded inadequate: who answers, by when, and what they did. */
export const auditAlert = pgTable(
  'audit_alert',
  {
    councilId: uuid('council_id').notNull(),
    itemId: uuid('item_id').notNull(),
    responder: text('responder').notNull(),
    raisedAt: instant('raised_at').notNull().default(now),
    respondBy: instant('respond_by').notNull(),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    says: bytes('says'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.itemId] }),
    foreignKey({ columns: [table.councilId, table.itemId], foreignColumns: [auditItem.councilId, auditItem.id] }),
    index('audit_alert_responder').on(table.councilId, table.responder),
  ],
);

/** Who was asked before, where somebody else came to answer for an inadequate file; only ever added. */
export const auditAlertPassed = pgTable(
  'audit_alert_passed',
  {
    councilId: uuid('council_id').notNull(),
    itemId: uuid('item_id').notNull(),
    passedAt: instant('passed_at').notNull().default(now),
    fromResponder: text('from_responder').notNull(),
    toResponder: text('to_responder').notNull(),
    passedBy: text('passed_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.itemId, table.passedAt] }),
    foreignKey({
      name: 'audit_alert_passed_alert',
      columns: [table.councilId, table.itemId],
      foreignColumns: [auditAlert.councilId, auditAlert.itemId],
    }),
  ],
);

/** A service manager's signature under the supervision figures of a period; only ever added. */
export const figuresSignOff = pgTable(
  'figures_sign_off',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    service: text('service').notNull(),
    /** The first day of the period and the last. */
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    /** The figures as they stood when they were signed. */
    figures: jsonb('figures').notNull(),
    policyVersion: text('policy_version'),
    dataKey: bytes('data_key').notNull(),
    comment: bytes('comment').notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: instant('signed_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    index('figures_sign_off_period').on(table.councilId, table.service, table.toOn),
    uniqueIndex('figures_sign_off_once').on(table.councilId, table.service, table.fromOn, table.toOn),
  ],
);

/** What is done after an audit: by whom, by when, shown to be done, and closed by somebody else. */
export const auditAction = pgTable(
  'audit_action',
  {
    councilId: councilId(),
    id: uuid('id').notNull(),
    auditId: uuid('audit_id'),
    itemId: uuid('item_id'),
    /** Agreed when the figures of a period were signed off. */
    signOffId: uuid('sign_off_id'),
    team: text('team').notNull(),
    owner: text('owner').notNull(),
    raisedBy: text('raised_by').notNull(),
    raisedOn: date('raised_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    state: text('state', { enum: ['open', 'shown', 'closed', 'dropped'] }).notNull(),
    dataKey: bytes('data_key').notNull(),
    /** What is to be done, what shows that it was, and what was said of it. */
    content: bytes('content').notNull(),
    closedBy: text('closed_by'),
    closedOn: date('closed_on', { mode: 'string' }),
    version: integer('version').notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    foreignKey({ columns: [table.councilId, table.auditId], foreignColumns: [audit.councilId, audit.id] }),
    foreignKey({ columns: [table.councilId, table.itemId], foreignColumns: [auditItem.councilId, auditItem.id] }),
    foreignKey({ columns: [table.councilId, table.signOffId], foreignColumns: [figuresSignOff.councilId, figuresSignOff.id] }),
    index('audit_action_owner').on(table.councilId, table.owner),
    index('audit_action_item').on(table.councilId, table.itemId),
  ],
);

/** Good practice and learning that an audit found: sent to the person, and beyond the team only with their consent. */
export const auditLearning = pgTable(
  'audit_learning',
  {
    councilId: uuid('council_id').notNull(),
    id: uuid('id').notNull(),
    itemId: uuid('item_id').notNull(),
    kind: text('kind', { enum: ['good-practice', 'learning'] }).notNull(),
    person: text('person').notNull(),
    says: bytes('says').notNull(),
    state: text('state', { enum: ['asked', 'shared', 'kept'] }).notNull(),
    raisedBy: text('raised_by').notNull(),
    raisedOn: date('raised_on', { mode: 'string' }).notNull(),
    answeredOn: date('answered_on', { mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.id] }),
    foreignKey({ columns: [table.councilId, table.itemId], foreignColumns: [auditItem.councilId, auditItem.id] }),
    index('audit_learning_person').on(table.councilId, table.person),
  ],
);
