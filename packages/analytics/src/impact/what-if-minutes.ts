import type { Day } from '@plumbline/domain/calendar';
import type { RuleOf } from '@plumbline/domain/policy';
import {
  countedStretches,
  personAttributes,
  type CompiledPolicy,
  type CompiledSeries,
  type FactIndex,
} from '@plumbline/domain/rules';
import { ALONE } from './what-if-council.ts';

/** How long a policy wants the supervisions of a clock to be, person by person. */
export interface MinutesAsked {
  /** The most minutes that any rule asks of this person on a day; null where none does. */
  of(series: string, person: string, day: Day): number | null;
}

/**
 * The length that a policy's own rules ask of a supervision ("ninety minutes or more"): rules that measure minutes, by the
 * condition under which each holds. Rules about groups only are passed over, because hours here are of supervision alone.
 */
export function minutesAsked(policy: CompiledPolicy, index: FactIndex): MinutesAsked {
  const bySeries = new Map(policy.series.map((series) => [series.series.id, lengthRules(policy, series)]));
  return {
    of(series, person, day) {
      let most: number | null = null;
      for (const rule of bySeries.get(series) ?? []) {
        if (rule.atLeast === undefined || (most !== null && rule.atLeast <= most)) continue;
        if (holdsOn(policy, rule, index, person, day)) most = rule.atLeast;
      }
      return most;
    },
  };
}

function holdsOn(policy: CompiledPolicy, rule: RuleOf<'threshold'>, index: FactIndex, person: string, day: Day): boolean {
  if (rule.when === undefined && rule.phase === undefined) return true;
  const held = countedStretches(policy, rule, personAttributes(index, person, policy.pack.conventions));
  return held === null || held.some(({ from, to }) => from <= day && day <= to);
}

function lengthRules(policy: CompiledPolicy, { series, counting }: CompiledSeries): RuleOf<'threshold'>[] {
  if (series.subject !== 'person') return [];
  const counted = counting.some(({ counts }) => counts.kinds === undefined)
    ? [...ALONE]
    : counting.flatMap(({ counts }) => counts.kinds ?? []).filter((kind) => ALONE.has(kind));
  return policy.rules.filter((rule): rule is RuleOf<'threshold'> => {
    if (rule.kind !== 'threshold' || rule.of !== 'session' || rule.atLeast === undefined) return false;
    if (rule.measures !== 'netMinutes' && rule.measures !== 'longestUninterruptedMinutes') return false;
    return rule.which?.kinds === undefined || rule.which.kinds.some((kind) => counted.includes(kind));
  });
}
