import type { Rule, RuleOf } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { keptFor } from './kept.ts';

type Kind = Rule['kind'];

const byKind = keptFor(({ rules }: CompiledPolicy): ReadonlyMap<Kind, readonly Rule[]> => Map.groupBy(rules, ({ kind }) => kind));

/** The rules of one kind, in the policy's order: sorted once, for they are asked for at every person and child. */
export function rulesOfKind<Name extends Kind>(policy: CompiledPolicy, kind: Name): readonly RuleOf<Name>[] {
  return (byKind(policy).get(kind) ?? []) as readonly RuleOf<Name>[];
}
