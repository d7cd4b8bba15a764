import type { Columns, FactKind, ValuesOf } from './fact-kind.ts';
import { agreedInterval, stageDecision, supervisionPair } from './kinds/arrangements.ts';
import { auditAnswer, auditResult } from './kinds/audits.ts';
import { contextFigure, rivalEvent } from './kinds/beside-the-policy.ts';
import { allocation, child, childFlag, childStatus, family, frontDoorContact, placement } from './kinds/children.ts';
import { confirmation } from './kinds/confirmations.ts';
import { attendance, group } from './kinds/groups.ts';
import { accessRequest, deviation, event } from './kinds/oversight.ts';
import { person, post, team } from './kinds/people.ts';
import { action, actionProgress, agreement, record } from './kinds/records.ts';
import { discussion, session } from './kinds/supervision.ts';
import { absence, registration, shift, training } from './kinds/working-life.ts';

/** Every kind of fact that Plumbline holds, in the order in which files are best imported. */
export const FACT_KINDS = {
  team,
  person,
  post,
  registration,
  training,
  absence,
  shift,
  'supervision-pair': supervisionPair,
  family,
  child,
  'child-status': childStatus,
  placement,
  'child-flag': childFlag,
  allocation,
  'agreed-interval': agreedInterval,
  'stage-decision': stageDecision,
  agreement,
  deviation,
  event,
  group,
  attendance,
  session,
  discussion,
  'front-door-contact': frontDoorContact,
  record,
  action,
  'action-progress': actionProgress,
  'access-request': accessRequest,
  confirmation,
  'audit-result': auditResult,
  'audit-answer': auditAnswer,
  'rival-event': rivalEvent,
  'context-figure': contextFigure,
} as const;

export type FactKindName = keyof typeof FACT_KINDS;

/** The values of one fact of a named kind. */
export type FactOf<Name extends FactKindName> = (typeof FACT_KINDS)[Name] extends FactKind<string, infer C> ? ValuesOf<C> : never;

/** One value of a fact: text, number, yes/no, list of texts, or not given. */
export type FactValue = string | number | boolean | readonly string[] | null;

/** A fact whose kind is known only at run time. */
export type AnyFact = Readonly<Record<string, FactValue>>;

/** A column of a kind of fact: `session.bookedAt`. */
export type FactColumnName = `${FactKindName}.${string}`;

/** From which day a kind of fact, or one column of it, is recorded here. */
export type Feeds = Readonly<Partial<Record<FactKindName, string>> & Partial<Record<FactColumnName, string | null>>>;

/**
 * The facts of a council, or of the part of it that a question needs, as they were known at one moment. Arrays need no
 * order. `feeds` holds the first day from which each kind is recorded here; a kind without an entry is fed by nobody.
 * One column may begin later than its kind (`session.bookedAt`), or be kept by nobody: null.
 */
export type Facts = { readonly [Name in FactKindName]: readonly FactOf<Name>[] } & {
  readonly feeds: Feeds;
};

export const FACT_KIND_NAMES = Object.keys(FACT_KINDS) as FactKindName[];

/** Facts with nothing in them: where factories and tests begin. */
export function noFacts(): Facts {
  const facts: Record<string, unknown> = { feeds: {} };
  for (const name of FACT_KIND_NAMES) facts[name] = [];
  return facts as unknown as Facts;
}

/** The declaration of a kind, with its columns as a plain record. */
export function kindOf(name: FactKindName): FactKind<FactKindName, Columns> {
  return FACT_KINDS[name] as unknown as FactKind<FactKindName, Columns>;
}

/**
 * What identifies a fact within its kind: its key columns as canonical JSON. Two rows with the same key are the same
 * fact, possibly corrected.
 */
export function factKey(name: FactKindName, fact: AnyFact): string {
  return JSON.stringify(kindOf(name).key.map((column) => fact[column] ?? null));
}
