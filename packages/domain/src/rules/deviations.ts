import type { Day } from '../calendar/index.ts';
import type { Condition, Rule } from '../policy/index.ts';
import { personAttributes } from './attributes.ts';
import type { CompiledPolicy } from './compile.ts';
import { holds } from './condition-stretches.ts';
import { endDay, toDay } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import type { Item } from './items.ts';

/** Whether a condition holds of a person on a day. */
export function holdsOf(policy: CompiledPolicy, index: FactIndex, person: string, day: Day, condition: Condition): boolean {
  const spans = personAttributes(index, person, policy.pack.conventions);
  return holds(condition, {
    has: (attribute) => spans.some((span) => span.attribute === attribute && span.from <= day && day <= span.to),
  });
}

/** A failing that somebody with the right agreed to, with the reason noted, is excused. */
export function excusedBy(
  policy: CompiledPolicy,
  index: FactIndex,
  rule: Rule,
  item: Pick<Item, 'about' | 'day'>,
  duty: Duty,
): Duty {
  if (duty.judged === 'by-date' || duty.judged === 'unknown') return duty;
  return hasDeviation(policy, index, rule, item.about, item.day) ? { ...duty, judged: 'excused' } : duty;
}

/** Whether a departure from a rule was agreed for a person and holds on a day. */
export function hasDeviation(policy: CompiledPolicy, index: FactIndex, rule: Rule, about: Duty['about'], day: Day): boolean {
  const { deviation } = rule as { deviation?: { agreedBy: Condition } | undefined };
  if (deviation === undefined || about.kind !== 'person') return false;
  return index.deviationsOf.get(about.ref).some((one) => {
    if (one.rule !== rule.id || toDay(one.from) > day || endDay(one.to) < day) return false;
    if (one.hasReason !== true || one.agreedBy === null || one.agreedOn === null) return false;
    return holdsOf(policy, index, one.agreedBy, toDay(one.agreedOn), deviation.agreedBy);
  });
}
