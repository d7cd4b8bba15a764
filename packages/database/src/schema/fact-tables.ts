import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  type ExtraConfigColumn,
  type PgColumnBuilderBase,
} from 'drizzle-orm/pg-core';
import { factColumnName, factTableName, lookupColumns } from './fact-columns.ts';

/**
 * What every fact carries beside its own values. One row is one version of one fact: `known_from` and `known_to` say while
 * we took it for true, and `known_to` is null for what is known now. `feed_key` is the key under which a feed knows a fact
 * whose key was corrected by hand.
 */
const versionColumns = () => ({
  councilId: uuid('council_id').notNull(),
  id: uuid('id').notNull(),
  version: integer('version').notNull(),
  key: text('key').notNull(),
  feedKey: text('feed_key'),
  source: text('source', { enum: ['feed', 'hand'] }).notNull(),
  recordedBy: text('recorded_by'),
  importId: uuid('import_id'),
  because: text('because'),
  knownFrom: timestamp('known_from', { withTimezone: true, mode: 'string' }).notNull(),
  knownTo: timestamp('known_to', { withTimezone: true, mode: 'string' }),
});

function valueColumn(name: string, type: string, isRequired: boolean): PgColumnBuilderBase {
  const required = <Builder extends { notNull(): PgColumnBuilderBase }>(builder: Builder): PgColumnBuilderBase =>
    isRequired ? builder.notNull() : (builder as unknown as PgColumnBuilderBase);
  switch (type) {
    case 'date':
      return required(date(name, { mode: 'string' }));
    case 'instant':
      return required(timestamp(name, { withTimezone: true, mode: 'string' }));
    case 'boolean':
      return required(boolean(name));
    case 'integer':
      return required(integer(name));
    case 'decimal':
      return required(numeric(name));
    case 'list':
      return required(text(name).array());
    default:
      return required(text(name));
  }
}

/** The table of one kind of fact, made from the declaration of the kind. */
function factTable(kind: FactKindName) {
  const name = factTableName(kind);
  const values: Record<string, PgColumnBuilderBase> = {};
  for (const [column, declared] of Object.entries(kindOf(kind).columns)) {
    values[`value_${column}`] = valueColumn(factColumnName(column), declared.type, declared.isRequired);
  }
  return pgTable(name, { ...versionColumns(), ...values }, (columns) => {
    const valueOf = (column: string): ExtraConfigColumn => valueColumnOf(columns, column);
    const isCurrent = sql`known_to is null`;
    return [
      primaryKey({ name: `${name}_pk`, columns: [columns.councilId, columns.id, columns.version] }),
      uniqueIndex(`${name}_current`).on(columns.councilId, columns.key).where(isCurrent),
      // Asking about another day's knowledge reads the few versions that were superseded since.
      index(`${name}_superseded`)
        .on(columns.councilId, columns.knownTo)
        .where(sql`known_to is not null`),
      index(`${name}_feed_key`)
        .on(columns.councilId, columns.feedKey)
        .where(sql`known_to is null and feed_key is not null`),
      ...lookupColumns(kind).map((column) =>
        index(`${name}_${factColumnName(column)}`)
          .on(columns.councilId, valueOf(column), ...datesBehind(kind, column).map(valueOf))
          .where(isCurrent),
      ),
    ];
  });
}

function valueColumnOf(columns: object, name: string): ExtraConfigColumn {
  const found = (columns as Record<string, ExtraConfigColumn | undefined>)[`value_${name}`];
  if (found === undefined) throw new RangeError(`There is no column "${name}".`);
  return found;
}

/** Pages ask for the latest discussions of many children: the day in the index spares reading years of older ones. */
function datesBehind(kind: FactKindName, column: string): string[] {
  return kind === 'discussion' && column === 'child' ? ['discussedOn'] : [];
}

export const factTeam = factTable('team');
export const factPerson = factTable('person');
export const factPost = factTable('post');
export const factRegistration = factTable('registration');
export const factTraining = factTable('training');
export const factAbsence = factTable('absence');
export const factShift = factTable('shift');
export const factSupervisionPair = factTable('supervision-pair');
export const factFamily = factTable('family');
export const factChild = factTable('child');
export const factChildStatus = factTable('child-status');
export const factPlacement = factTable('placement');
export const factChildFlag = factTable('child-flag');
export const factAllocation = factTable('allocation');
export const factAgreedInterval = factTable('agreed-interval');
export const factStageDecision = factTable('stage-decision');
export const factAgreement = factTable('agreement');
export const factDeviation = factTable('deviation');
export const factEvent = factTable('event');
export const factGroup = factTable('group');
export const factAttendance = factTable('attendance');
export const factSession = factTable('session');
export const factDiscussion = factTable('discussion');
export const factFrontDoorContact = factTable('front-door-contact');
export const factRecord = factTable('record');
export const factAction = factTable('action');
export const factActionProgress = factTable('action-progress');
export const factAccessRequest = factTable('access-request');
export const factConfirmation = factTable('confirmation');
export const factAuditResult = factTable('audit-result');
export const factAuditAnswer = factTable('audit-answer');
export const factRivalEvent = factTable('rival-event');
export const factContextFigure = factTable('context-figure');
