import { formatDay } from '../calendar/index.ts';
import type { Rule, RuleOf } from '../policy/index.ts';
import { turnBefore } from './alternation.ts';
import type { CompiledPolicy } from './compile.ts';
import { contactsLookedAt, openActions } from './coverage.ts';
import { eligibilityOn } from './eligibility.ts';
import type { ExplanationStep } from './explanation.ts';
import { toDay } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import { fieldOf } from './field-values.ts';
import type { Duty } from './finding.ts';
import type { Item } from './items.ts';
import { counter } from './ratio.ts';

/** What an item is about, as it was judged. */
export interface Judged {
  readonly item: Item;
  /** The person supervised, or who holds the child. */
  readonly person: string | null;
}

/** Why a requirement on people, numbers, turns or what nobody may leave out was not kept. */
export function explainFurther(
  policy: CompiledPolicy,
  index: FactIndex,
  rule: Rule,
  duty: Duty,
  { item, person }: Judged,
): ExplanationStep[] {
  const on = formatDay(duty.openedOn);
  switch (rule.kind) {
    case 'eligibility': {
      const who = fieldOf(rule.who, item.facts);
      if (typeof who !== 'string') return [];
      const found = eligibilityOn(policy, rule, index, who, { person, session: item.facts.session }, item.day);
      const unmet = Array.isArray(found) ? (found as readonly string[]) : [];
      return [{ kind: 'not-eligible', on, field: rule.who, who, unmet }];
    }
    case 'ratio': {
      const value = counter(rule, index, duty.subject).numberOn(duty.openedOn);
      return [
        { kind: 'counted-from', on, what: 'start', ref: null },
        { kind: 'measured', measure: rule.of, value, atLeast: rule.atLeast ?? null, atMost: rule.atMost ?? null },
      ];
    }
    case 'coverage':
      return coverageSteps(index, rule, duty);
    case 'trigger':
      return [{ kind: 'set-off', on, by: typeof rule.on === 'string' ? rule.on : rule.on.event }];
    case 'alternation': {
      const before = item.facts.session === null ? null : turnBefore(rule, index, item.facts.session);
      return [{ kind: 'same-turn', on, before: before === null ? null : `session:${before.session}` }];
    }
    default:
      return [];
  }
}

function coverageSteps(index: FactIndex, rule: RuleOf<'coverage'>, duty: Duty): ExplanationStep[] {
  const on = formatDay(duty.openedOn);
  if (rule.covers === 'front-door') {
    const { count } = contactsLookedAt(index, duty.subject);
    return [{ kind: 'measured', measure: 'contacts', value: count, atLeast: rule.atLeast ?? null, atMost: rule.atMost ?? null }];
  }
  if (rule.covers !== 'open-actions') return [{ kind: 'left-out', on, covers: rule.covers, refs: [] }];
  const before = index.discussionsOf
    .get(duty.about.ref)
    .map((discussion) => toDay(discussion.discussedOn))
    .filter((day) => day < duty.openedOn);
  const actions = before.length === 0 ? [] : openActions(index, duty.about.ref, Math.max(...before), duty.openedOn);
  return [{ kind: 'left-out', on, covers: rule.covers, refs: actions.map((action) => action.action) }];
}
