import { factsBehind } from '../policy/check/attributes.ts';
import {
  attributesOf,
  FACT_OF_ITEM,
  kindOfField,
  type Condition,
  type ItemKind,
  type Rule,
  type RuleOf,
} from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { keptFor } from './kept.ts';

/** The kinds of rule that look at single things. */
export type ItemRule = RuleOf<'deadline' | 'threshold' | 'completeness' | 'sequence' | 'eligibility' | 'evidence'>;

/** A rule about single things with what has to be recorded before it can say anything. */
export interface ItemPlan {
  readonly rule: ItemRule;
  readonly of: ItemKind;
  /** The same for rules that are about the same kind of thing and the same sessions; null where any session will do. */
  readonly sessions: string | null;
  /** Kinds of fact that somebody has to feed. */
  readonly feeds: readonly string[];
  /** Columns without which it can say nothing. */
  readonly columns: readonly string[];
}

export interface ItemPlans {
  readonly plans: readonly ItemPlan[];
  /** The kinds of thing that any of them asks about. */
  readonly kinds: ReadonlySet<ItemKind>;
}

/** The rules of a policy about single things, worked out once. */
export const itemPlans = keptFor((policy: CompiledPolicy): ItemPlans => {
  const plans = policy.rules.flatMap((rule) => planOf(rule) ?? []);
  return { plans, kinds: new Set(plans.map(({ of }) => of)) };
});

function planOf(rule: Rule): ItemPlan | null {
  switch (rule.kind) {
    case 'deadline':
    case 'threshold':
    case 'completeness':
    case 'sequence':
    case 'eligibility':
      return plan(rule, rule.of);
    case 'evidence':
      return rule.field === undefined || rule.of === undefined || rule.of === 'pack' ? null : plan(rule, rule.of);
    default:
      return null;
  }
}

/** A rule about single things of a kind, with everything that has to be recorded before it can say anything. */
export function plan(rule: ItemRule, of: ItemKind): ItemPlan {
  const columns = columnsRead(rule);
  const fields = [...columns, ...Object.keys(rule.where ?? {}), ...Object.keys(rule.unless ?? {})];
  const feeds = new Set<string>([FACT_OF_ITEM[of], ...fields.flatMap(feedsOfField), ...furtherFeeds(rule)]);
  const sessions = rule.which === undefined || of === 'relationship' ? null : `${of} ${JSON.stringify(rule.which)}`;
  return { rule, of, sessions, feeds: [...feeds], columns };
}

/** Moments that are worked out, each with what it is worked out from beside its own kind. */
const FEEDS_OF_MOMENT: Readonly<Record<string, readonly string[]>> = {
  'relationship.firstBookedAt': [],
  'relationship.firstSessionOn': ['session'],
  'relationship.agreementSharedOn': ['agreement'],
  'relationship.agreementDiscussedOn': ['agreement'],
  'relationship.agreementSignedOn': ['agreement'],
  'record.signedByBothAt': ['session'],
  'action.progressNotedOn': ['action-progress'],
};

function feedsOfField(field: string): readonly string[] {
  const known = FEEDS_OF_MOMENT[field];
  if (known !== undefined) return known;
  const kind = kindOfField(field);
  return kind === null ? [] : [kind];
}

function furtherFeeds(rule: ItemRule): string[] {
  switch (rule.kind) {
    case 'deadline':
      return typeof rule.metBy === 'string' ? [] : ['event'];
    case 'eligibility':
      return [...behind(rule.whoIs), ...behind(rule.needs), ...(rule.levelsAbove === undefined ? [] : ['post'])];
    default:
      return [];
  }
}

/** Kinds of fact behind a condition about a person: while nobody records them, it cannot be said to fail. */
export function behind(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  return attributesOf(condition).flatMap((attribute) => factsBehind('person', attribute) ?? []);
}

/** The columns without which a rule about an item can say nothing. */
function columnsRead(rule: ItemRule): string[] {
  switch (rule.kind) {
    case 'deadline':
      return typeof rule.metBy === 'string' ? [rule.metBy] : [];
    case 'threshold':
      return columnsMeasured(rule);
    case 'completeness':
      return [
        ...(rule.requires ?? []),
        ...(rule.anyOf ?? []),
        ...Object.keys(rule.oneOf ?? {}),
        ...Object.keys(rule.holds ?? {}),
        ...(rule.confirmed ?? []),
        ...(rule.absent ?? []),
      ];
    case 'sequence':
      return [...rule.order];
    case 'eligibility':
      return [rule.who];
    case 'evidence':
      return rule.field === undefined ? [] : [rule.field];
  }
}

function columnsMeasured(rule: RuleOf<'threshold'>): string[] {
  switch (rule.measures) {
    case 'casesDiscussed':
    case 'participants':
      return [];
    case 'inDepthCases':
      return ['discussion.isReflective'];
    case 'field':
      return rule.field === undefined ? [] : [rule.field];
    default:
      return ['session.minutes'];
  }
}
