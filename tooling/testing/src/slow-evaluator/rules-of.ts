import type { PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';

const SORTED = new WeakMap<PolicyPack, Map<string, readonly Rule[]>>();

/** A pack's rules of some kinds, picked out once for each pack. */
export function rulesOf<K extends Rule['kind']>(pack: PolicyPack, ...kinds: readonly K[]): readonly RuleOf<K>[] {
  let sorted = SORTED.get(pack);
  if (sorted === undefined) SORTED.set(pack, (sorted = new Map()));
  const key = kinds.join(' ');
  let rules = sorted.get(key);
  if (rules === undefined)
    sorted.set(key, (rules = pack.rules.filter((rule) => (kinds as readonly string[]).includes(rule.kind))));
  return rules as readonly RuleOf<K>[];
}
