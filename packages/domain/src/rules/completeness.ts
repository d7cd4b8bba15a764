import type { RuleOf } from '../policy/index.ts';
import type { FactIndex } from './fact-index.ts';
import { fieldOf, isEmpty } from './field-values.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import type { Item, ItemFacts } from './items.ts';
import { keptFor } from './kept.ts';

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
  const { requires, anyOf, confirmed, absent } = rule;
  const { oneOf, holds } = valuesOf(rule);
  const missing: string[] = [];
  const given = (field: string): boolean => !isEmpty(fieldOf(field, facts));
  if (requires !== undefined) missing.push(...requires.filter((field) => !given(field)));
  if (anyOf !== undefined && !anyOf.some(given)) missing.push(...anyOf);
  for (const [field, values] of oneOf) {
    const value = fieldOf(field, facts);
    if (typeof value !== 'string' || !values.includes(value)) missing.push(field);
  }
  for (const [field, values] of holds) {
    const value = fieldOf(field, facts);
    const held: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!values.every((one) => held.includes(one))) missing.push(field);
  }
  if (confirmed !== undefined) missing.push(...confirmed.filter((field) => fieldOf(field, facts) !== true));
  if (absent !== undefined) missing.push(...absent.filter((field) => given(field) && fieldOf(field, facts) !== false));
  return missing;
}

/** The values that a rule asks for by field, as lists taken apart once. */
const valuesOf = keptFor(({ oneOf, holds }: RuleOf<'completeness'>) => ({
  oneOf: Object.entries(oneOf ?? {}),
  holds: Object.entries(holds ?? {}),
}));
