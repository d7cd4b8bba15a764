import type { RuleOf } from '../policy/index.ts';
import type { FactIndex } from './fact-index.ts';
import { fieldOf, isEmpty } from './field-values.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import type { Item, ItemFacts } from './items.ts';

/** These must be filled, hold one of some values, or say yes. */
export function judgeCompleteness(rule: RuleOf<'completeness'>, item: Item, index: FactIndex): Duty | null {
  const missing = missingFields(rule, item.facts);
  if (missing.length === 0) return null;
  // A choice that nobody has stated asks to be stated; only the wrong one fails.
  const isUnsaid = missing.every((field) => rule.oneOf?.[field] !== undefined && isEmpty(fieldOf(field, item.facts)));
  const judged = rule.missingIs ?? (isUnsaid ? 'needs-evidence' : failing(rule));
  return dutyOf(rule, item, index, { openedOn: item.day, judged });
}

/** Fields that a completeness rule asks for and that do not hold what they should. */
export function missingFields(rule: RuleOf<'completeness'>, facts: ItemFacts): string[] {
  const missing = (rule.requires ?? []).filter((field) => isEmpty(fieldOf(field, facts)));
  const anyOf = rule.anyOf ?? [];
  if (anyOf.length > 0 && anyOf.every((field) => isEmpty(fieldOf(field, facts)))) missing.push(...anyOf);
  for (const [field, values] of Object.entries(rule.oneOf ?? {})) {
    const value = fieldOf(field, facts);
    if (typeof value !== 'string' || !values.includes(value)) missing.push(field);
  }
  for (const [field, values] of Object.entries(rule.holds ?? {})) {
    const value = fieldOf(field, facts);
    const held: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!values.every((one) => held.includes(one))) missing.push(field);
  }
  missing.push(...(rule.confirmed ?? []).filter((field) => fieldOf(field, facts) !== true));
  missing.push(...(rule.absent ?? []).filter((field) => !isEmpty(fieldOf(field, facts)) && fieldOf(field, facts) !== false));
  return missing;
}
