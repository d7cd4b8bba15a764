import type { DecidingRule, HeldToday } from '@plumbline/analytics/prepare';
import type { Day } from '@plumbline/domain/calendar';
import type { Owner, Rule } from '@plumbline/domain/policy';
import {
  clockFacts,
  columnsOf,
  conditionStretches,
  NO_DAY,
  personAttributes,
  Segments,
  type AttributeSpan,
  type CompiledPolicy,
  type FactIndex,
  type Stretch,
} from '@plumbline/domain/rules';

/** The person asked about, whose children they are, and what their posts make them answer for. */
export interface Asker {
  readonly person: string;
  readonly children: readonly string[];
  readonly isLineManager: boolean;
  readonly isPolicyOwner: boolean;
}

/** Which rules hold for somebody on a day, by the engine that works out what is due. */
export function heldToday(policy: CompiledPolicy, index: FactIndex, asker: Asker, on: Day): HeldToday {
  const spans = personAttributes(index, asker.person, policy.pack.conventions);
  const attributes = [...new Set(spans.filter((span) => isOn(span, on)).map(({ attribute }) => attribute))];
  return {
    attributes,
    deciding: decidingRules(policy, index, 'person', asker.person, on),
    holding: policy.rules.filter((rule) => holds(rule, spans, on)).map(({ id }) => id),
    children: asker.children.flatMap((child) => decidingRules(policy, index, 'child', child, on)),
    owes: ownersOf(asker, attributes),
  };
}

function isOn({ from, to }: Stretch, day: Day): boolean {
  return from <= day && day <= to;
}

/** The rule of each clock of a subject that decides on a day, as the clock itself finds it. */
function decidingRules(policy: CompiledPolicy, index: FactIndex, kind: 'person' | 'child', ref: string, on: Day): DecidingRule[] {
  return policy.series.flatMap((series) => {
    if (series.series.subject !== kind) return [];
    const columns = columnsOf(series, [clockFacts(policy, series, index, ref)], NO_DAY);
    const segments = new Segments(policy, series, columns.agreed);
    segments.build(columns, 0);
    for (let k = 0; k < segments.count; k += 1) {
      if (!isOn({ from: segments.from[k] ?? 0, to: segments.to[k] ?? 0 }, on)) continue;
      const rule = policy.rules[segments.rule[k] ?? -1];
      return rule === undefined ? [] : [{ rule: rule.id, every: segments.intervals[segments.interval[k] ?? -1] ?? null }];
    }
    return [];
  });
}

/** Rules about a person that hold while a condition does. */
function holds(rule: Rule, spans: readonly AttributeSpan[], on: Day): boolean {
  const isOfPerson = (rule.kind === 'standing' || rule.kind === 'quota' || rule.kind === 'scope') && rule.subject === 'person';
  if (!isOfPerson || rule.when === undefined) return false;
  return conditionStretches(rule.when, spans).some((stretch) => isOn(stretch, on));
}

function ownersOf({ isLineManager, isPolicyOwner }: Asker, attributes: readonly string[]): Owner[] {
  return [
    ...(attributes.includes('employed') ? (['supervisee'] as const) : []),
    ...(attributes.includes('case-holding') ? (['worker'] as const) : []),
    ...(attributes.includes('supervises') ? (['supervisor', 'session-supervisor'] as const) : []),
    ...(isLineManager ? (['line-manager'] as const) : []),
    ...(isPolicyOwner ? (['policy-owner'] as const) : []),
  ];
}
