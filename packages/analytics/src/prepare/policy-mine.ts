import type { Interval } from '@plumbline/domain/calendar';
import { partsOf } from '@plumbline/domain/calendar';
import type { Owner, PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';
import { attributeInWords, conditionInWords } from './policy-words.ts';
import { capitalised, clauseInWords, countInWords, everyInWords } from './wording/index.ts';

/** The rule of one clock that decides today, and its interval: the agreed one where one was agreed. */
export interface DecidingRule {
  readonly rule: string;
  readonly every: Interval | null;
}

/** What the engine says of somebody today: the material of {@link policyForMe}. */
export interface HeldToday {
  /** Attributes of the person, such as `role:social-worker`. */
  readonly attributes: readonly string[];
  readonly deciding: readonly DecidingRule[];
  /** Rules about the person whose condition holds today: standing ones, quotas and scopes. */
  readonly holding: readonly string[];
  /** One entry for each child the person is the worker of, and each clock of that child. */
  readonly children: readonly DecidingRule[];
  /** In which parts the person owes something to others. */
  readonly owes: readonly Owner[];
}

export interface MineItem {
  readonly rule: string;
  readonly clause: string;
  readonly says: string;
  readonly strength: Rule['strength'];
  /** "every two weeks", "3 children, every month". */
  readonly words: string | null;
}

export interface MineGroup {
  readonly id: 'own' | 'children' | 'mine-to-do' | 'as-supervisor' | 'as-manager' | 'as-owner';
  readonly title: string;
  readonly items: readonly MineItem[];
}

/** What the policy asks of one person today, in plain words. */
export interface PolicyForMe {
  /** "a qualified social worker", "full time", "holding cases". */
  readonly because: readonly string[];
  /** Whether the policy's scope covers the person; null where it draws no line by what its records show. */
  readonly isInScope: boolean | null;
  readonly groups: readonly MineGroup[];
}

/** Puts the rules that hold for somebody today under what they mean for them. */
export function policyForMe(pack: PolicyPack, held: HeldToday): PolicyForMe {
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const ruleOf = (id: string): Rule[] => [rules.get(id) ?? []].flat();
  const own = [
    ...held.deciding.flatMap(({ rule, every }) => ruleOf(rule).map((one) => itemOf(one, everyOf(every)))),
    ...held.holding
      .flatMap(ruleOf)
      .filter(({ kind }) => kind !== 'scope')
      .map((one) => itemOf(one, null)),
  ];
  const groups: MineGroup[] = [
    { id: 'own', title: 'Your own supervision', items: own },
    { id: 'children', title: 'The children you work with', items: childItems(held.children, ruleOf) },
    ...OWED.map(({ id, title, owners }) => ({
      id,
      title,
      items: owedBy(
        pack,
        owners.filter((owner) => held.owes.includes(owner)),
      ),
    })),
  ];
  const scopes = pack.rules.filter(
    (rule) => rule.kind === 'scope' && rule.subject === 'person' && rule.when !== undefined && rule.rules === undefined,
  );
  return {
    because: held.attributes.filter((attribute) => attribute !== 'employed').map(attributeInWords),
    isInScope: scopes.length === 0 ? null : scopes.some(({ id }) => held.holding.includes(id)),
    groups: groups.filter(({ items }) => items.length > 0),
  };
}

const OWED: readonly { readonly id: MineGroup['id']; readonly title: string; readonly owners: readonly Owner[] }[] = [
  { id: 'mine-to-do', title: 'What you do', owners: ['supervisee', 'worker'] },
  { id: 'as-supervisor', title: 'What you do for those you supervise', owners: ['supervisor', 'session-supervisor'] },
  { id: 'as-manager', title: 'What you see to as a line manager', owners: ['line-manager'] },
  { id: 'as-owner', title: 'What you see to as the owner of the policy', owners: ['policy-owner'] },
];

type Owed = Extract<Rule, { owes?: unknown }>;

function owedBy(pack: PolicyPack, owners: readonly Owner[]): MineItem[] {
  return pack.rules
    .filter((rule): rule is Owed => 'owes' in rule && rule.owes !== undefined && owners.includes(rule.owes))
    .map((rule) => itemOf(rule, forWhom(rule)));
}

/** What must hold for others depends on who they are: the condition says for whom. */
function forWhom(rule: Owed): string | null {
  return rule.kind === 'standing' || rule.kind === 'quota'
    ? `for anybody who is ${conditionInWords((rule as RuleOf<'standing'>).when)}`
    : null;
}

function childItems(children: readonly DecidingRule[], ruleOf: (id: string) => Rule[]): MineItem[] {
  const groups = new Map<string, { count: number; deciding: DecidingRule }>();
  for (const deciding of children) {
    const key = `${deciding.rule} ${JSON.stringify(deciding.every)}`;
    groups.set(key, { count: (groups.get(key)?.count ?? 0) + 1, deciding });
  }
  return [...groups.values()]
    .toSorted((a, b) => b.count - a.count)
    .flatMap(({ count, deciding }) => {
      const many = `${countInWords(count)} ${count === 1 ? 'child' : 'children'}`;
      const every = everyOf(deciding.every);
      return ruleOf(deciding.rule).map((rule) => itemOf(rule, every === null ? many : `${many}, ${every}`));
    });
}

function everyOf(every: Interval | null): string | null {
  return every === null ? null : everyInWords(partsOf(every));
}

function itemOf({ id, clause, says, strength }: Rule, words: string | null): MineItem {
  return { rule: id, clause: clauseInWords(clause), says, strength, words: words === null ? null : capitalised(words) };
}
