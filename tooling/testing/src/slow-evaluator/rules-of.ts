import type { Condition, FieldTest, PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';

const SORTED = new WeakMap<PolicyPack, Map<string, readonly Rule[]>>();

/** A pack's rules of some kinds, picked out once for each pack, with what further rules say of whom they are for. */
export function rulesOf<K extends Rule['kind']>(pack: PolicyPack, ...kinds: readonly K[]): readonly Asked<K>[] {
  let sorted = SORTED.get(pack);
  if (sorted === undefined) SORTED.set(pack, (sorted = new Map()));
  const key = kinds.join(' ');
  let rules = sorted.get(key);
  if (rules === undefined) {
    rules = pack.rules.filter((rule) => (kinds as readonly string[]).includes(rule.kind)).map((rule) => asked(pack, rule));
    sorted.set(key, rules);
  }
  return rules as readonly Asked<K>[];
}

/** A rule with the scopes that name it. Their conditions stand in its own; their fields have to be asked of each thing. */
export type Asked<K extends Rule['kind']> = RuleOf<K> & { readonly scopes?: readonly RuleOf<'scope'>[] };

function asked(pack: PolicyPack, rule: Rule): Rule {
  const scopes = pack.rules.filter((one): one is RuleOf<'scope'> => one.kind === 'scope' && (one.rules ?? []).includes(rule.id));
  if (scopes.length === 0) return rule;
  const conditions = [(rule as { when?: Condition }).when, ...scopes.map(({ when }) => when)].filter(
    (when) => when !== undefined,
  );
  const when = conditions.length < 2 ? conditions[0] : { all: conditions };
  return Object.assign({ ...rule, when }, { scopes }) as Rule;
}

/** Every test of a field that decides whether a thing is asked about: those that must read so, and those that must not. */
export function fieldTestsOf(rule: Asked<'deadline' | 'threshold' | 'completeness' | 'sequence' | 'eligibility' | 'evidence'>): {
  readonly must: readonly (readonly [string, FieldTest])[];
  readonly mustNot: readonly (readonly [string, FieldTest])[];
} {
  const all = [rule, ...(rule.scopes ?? [])];
  return {
    must: all.flatMap(({ where }) => Object.entries(where ?? {})),
    mustNot: all.flatMap(({ unless }) => Object.entries(unless ?? {})),
  };
}
