import type { Day } from '../calendar/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { childAttributes, personAttributes, type AttributeSpan } from './attributes.ts';
import { countedStretches, recordsBeginOn, sessionMatches } from './clocks.ts';
import { judgeCompleteness } from './completeness.ts';
import { judgeDeadline } from './deadline.ts';
import { excusedBy } from './deviations.ts';
import { judgeEligibility } from './eligibility.ts';
import { judgeField } from './evidence.ts';
import type { FactIndex, Stretch } from './fact-index.ts';
import { reads } from './field-values.ts';
import type { Duty } from './finding.ts';
import { keptFor, keptWith } from './kept.ts';
import { itemPlans, type ItemPlan, type ItemRule } from './item-plans.ts';
import { childItems, personItems, stretchItem, type Item } from './items.ts';
import { judgeSequence } from './sequence.ts';
import { judgeThreshold } from './threshold.ts';

/** Everything that rules about single things ask of what happened to a person: their sessions, pairs, records, actions … */
export function personItemDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const { kinds } = itemPlans(policy);
  if (kinds.size === 0) return [];
  return itemDuties(policy, index, personItems(index, ref, kinds), () => personAttributes(index, ref, policy.pack.conventions));
}

/** Everything that rules about single things ask of what happened to a child: discussions, allocations, actions … */
export function childItemDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const { kinds } = itemPlans(policy);
  if (kinds.size === 0) return [];
  return itemDuties(policy, index, childItems(index, ref, kinds), () => childAttributes(index, ref));
}

function itemDuties(
  policy: CompiledPolicy,
  index: FactIndex,
  items: readonly Item[],
  spansOf: () => readonly AttributeSpan[],
): Duty[] {
  if (items.length === 0) return [];
  const duties: Duty[] = [];
  const listed = new Lists(items, index);
  for (const { plan, begin } of plansOn(index, policy)) {
    const { rule } = plan;
    const own = listed.for(plan);
    if (own.length === 0) continue;
    const held = rule.when === undefined && rule.phase === undefined ? null : countedStretches(policy, rule, spansOf());
    for (const item of asked(own, held)) {
      if (item.day < begin || !passes(rule, item, index)) continue;
      const duty = judge(policy, plan, item, index);
      if (duty !== null) duties.push(excusedBy(policy, index, rule, item, duty));
    }
  }
  return duties;
}

const NONE: readonly Item[] = [];

/** Somebody's things, listed once for all rules that are about the same kind and the same sessions. */
class Lists {
  private readonly byKind: ReadonlyMap<string, readonly Item[]>;
  private readonly bySession = new Map<string, readonly Item[]>();
  private readonly index: FactIndex;

  constructor(items: readonly Item[], index: FactIndex) {
    this.byKind = Map.groupBy(items, ({ kind }) => kind);
    this.index = index;
  }

  for({ rule, of, sessions }: ItemPlan): readonly Item[] {
    const all = this.byKind.get(of) ?? NONE;
    if (sessions === null || all.length === 0) return all;
    let found = this.bySession.get(sessions);
    if (found === undefined) this.bySession.set(sessions, (found = all.filter((item) => isOfSession(rule, item, this.index))));
    return found;
  }
}

/** A plan, and the day from which on everything that it needs is recorded. */
interface PlanOn {
  readonly plan: ItemPlan;
  readonly begin: Day;
}

/**
 * The plans that can say anything of these facts: the same for everybody in them. What nobody keeps a record of is not known, so
 * that nothing is said of it item by item; some columns have a first day of their own, later than their kind's.
 */
const plansOn = keptWith((index, policy: CompiledPolicy): readonly PlanOn[] =>
  itemPlans(policy).plans.flatMap((plan) => {
    const begin = recordsBeginOn(index, [...plan.feeds, ...plan.columns.filter((column) => column in index.facts.feeds)]);
    return begin === null ? [] : [{ plan, begin }];
  }),
);

type AskedItem = Item & { readonly opening?: string; readonly until?: number };

/** Items as far as a rule holds for them: on their day, or for what somebody is, from each day on which it begins to hold. */
function asked(items: readonly Item[], held: readonly Stretch[] | null): readonly AskedItem[] {
  if (held === null) return items;
  const [first] = items;
  if (first?.kind === 'person' || first?.kind === 'child')
    return items.flatMap((item) => held.map(({ from, to }) => ({ ...stretchItem(item, from), until: to })));
  return items.filter((item) => held.some(({ from, to }) => from <= item.day && item.day <= to));
}

/** The tests of a rule's fields as lists, taken apart once. */
const testsOf = keptFor(({ where, unless }: ItemRule) => ({
  where: Object.entries(where ?? {}),
  unless: Object.entries(unless ?? {}),
}));

/** Whether a rule is about an item, by the session that it belongs to and by its fields. */
export function isSelected(rule: ItemRule, item: Item, index: FactIndex): boolean {
  return isOfSession(rule, item, index) && passes(rule, item, index);
}

/** For a pair, `which` says what its first session is. */
function isOfSession({ which }: ItemRule, { kind, facts }: Item, index: FactIndex): boolean {
  if (which === undefined || kind === 'relationship') return true;
  return facts.session !== null && sessionMatches(which, facts.session, index);
}

function passes(rule: ItemRule, item: Item, index: FactIndex): boolean {
  if (rule.where === undefined && rule.unless === undefined) return true;
  const { where, unless } = testsOf(rule);
  return (
    where.every(([field, test]) => reads(index, item, field, test)) &&
    !unless.some(([field, test]) => reads(index, item, field, test))
  );
}

function judge(policy: CompiledPolicy, { rule }: ItemPlan, item: Item, index: FactIndex): Duty | null {
  switch (rule.kind) {
    case 'deadline':
      return judgeDeadline(rule, item, index);
    case 'threshold':
      return judgeThreshold(policy, rule, item, index);
    case 'completeness':
      return judgeCompleteness(rule, item, index);
    case 'sequence':
      return judgeSequence(rule, item, index);
    case 'eligibility':
      return judgeEligibility(policy, rule, item, index);
    case 'evidence':
      return judgeField(rule, item, index);
  }
}
