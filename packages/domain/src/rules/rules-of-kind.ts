import type { Rule, RuleOf } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';

type Kind = Rule['kind'];

const BY_KIND = new WeakMap<CompiledPolicy, ReadonlyMap<Kind, readonly Rule[]>>();

/** The rules of one kind, in the policy's order: sorted once, for they are asked for at every person and child. */
export function rulesOfKind<Name extends Kind>(policy: CompiledPolicy, kind: Name): readonly RuleOf<Name>[] {
  let byKind = BY_KIND.get(policy);
  if (byKind === undefined) BY_KIND.set(policy, (byKind = Map.groupBy(policy.rules, (rule) => rule.kind)));
  return (byKind.get(kind) ?? []) as readonly RuleOf<Name>[];
}
