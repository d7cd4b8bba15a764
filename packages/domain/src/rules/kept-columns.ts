import { FACT_KINDS, kindOf, type FactKindName } from '../facts/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { itemPlans, type ItemRule } from './item-plans.ts';

/** A column that may be kept later than its kind, or not at all, and the rules that then say nothing. */
export interface ReadColumn {
  readonly kind: FactKindName;
  readonly column: string;
  readonly rules: readonly ItemRule[];
}

/**
 * The columns without which rules of a policy cannot say anything about a single thing, in the order of the registry. Left out
 * is what every file has to hold: who feeds the kind at all feeds that.
 */
export function columnsToKeep(policy: CompiledPolicy): ReadColumn[] {
  const rules = new Map<string, ItemRule[]>();
  for (const plan of itemPlans(policy).plans)
    for (const column of plan.columns) rules.set(column, [...(rules.get(column) ?? []), plan.rule]);
  return (Object.keys(FACT_KINDS) as FactKindName[]).flatMap((kind) =>
    Object.entries(kindOf(kind).columns).flatMap(([column, { isRequired }]): ReadColumn[] => {
      const found = isRequired ? undefined : rules.get(`${kind}.${column}`);
      return found === undefined ? [] : [{ kind, column, rules: found }];
    }),
  );
}
