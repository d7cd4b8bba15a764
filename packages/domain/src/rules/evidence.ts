import type { RuleOf } from '../policy/index.ts';
import type { FactIndex } from './fact-index.ts';
import { fieldOf, isEmpty } from './field-values.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import type { Item } from './items.ts';

/** A field that shows the evidence: empty asks for it, no fails. */
export function judgeField(rule: RuleOf<'evidence'>, item: Item, index: FactIndex): Duty | null {
  const value = rule.field === undefined ? undefined : fieldOf(rule.field, item.facts);
  if (isEmpty(value)) return dutyOf(rule, item, index, { openedOn: item.day, judged: 'needs-evidence' });
  return value === false ? dutyOf(rule, item, index, { openedOn: item.day, judged: failing(rule) }) : null;
}
