import { formatDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { assess, type CompiledPolicy, type Duty } from '@plumbline/domain/rules';
import { slowChain } from './chain.ts';
import type { Stepping } from './world.ts';

/** What the two evaluators are compared by. What opened a requirement is seen by its day; the word for it is a label. */
export interface Result {
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly rule: string;
  readonly metOn: string | null;
  readonly endedOn: string | null;
  readonly judged: string;
}

/** The engine's requirements of one clock. */
export function engineResults(policy: CompiledPolicy, series: string, ref: string, facts: Facts): Result[] {
  const only = { persons: new Set([ref]), children: new Set([ref]) };
  return assess(policy, facts, 20_000, only)
    .duties.filter((duty) => duty.series === series && duty.about.ref === ref && duty.dueOn !== null)
    .toSorted((a, b) => a.openedOn - b.openedOn || lastDayOf(a) - lastDayOf(b))
    .map(resultOf);
}

function resultOf(duty: Duty): Result {
  const text = (day: number | null): string | null => (day === null ? null : formatDay(day));
  return {
    openedOn: formatDay(duty.openedOn),
    dueOn: text(duty.dueOn),
    rule: duty.rule,
    metOn: text(duty.metOn),
    endedOn: text(duty.endedOn),
    judged: duty.judged,
  };
}

/** The slow evaluator's, in the same form. */
export function slowResults(
  pack: PolicyPack,
  series: string,
  kind: 'person' | 'child',
  ref: string,
  facts: Facts,
  stepping: Stepping = 'every-day',
): Result[] {
  return slowChain(pack, series, kind, ref, facts, stepping);
}

function lastDayOf(duty: Duty): number {
  return duty.metOn ?? duty.endedOn ?? Infinity;
}
