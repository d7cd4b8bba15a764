import { assessCadence } from './assess-cadence.ts';
import { NO_DAY } from './cadence-columns.ts';
import { clockDuty, unknownDuty } from './clock-duty.ts';
import { clockFacts, columnsOf, recordsBeginOn } from './clocks.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { keptFor, keptWith } from './kept.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/** The requirements of one subject's clock: those of a series on which other rules rest are worked out once. */
export function clockDutiesOf(policy: CompiledPolicy, series: CompiledSeries, index: FactIndex, ref: string): readonly Duty[] {
  return keptOf(index, series).get(ref) ?? clockDuties(policy, series, index, [ref]);
}

const keptOf = keptWith((_index, _series: CompiledSeries) => new Map<string, Duty[]>());

/** Series that another rule of the policy asks about. */
const restedOn = keptFor(
  (policy: CompiledPolicy): ReadonlySet<string> => new Set(rulesOfKind(policy, 'coverage').flatMap((rule) => rule.series ?? [])),
);

/** Requirements of one series for the given subjects, as duties. Where nobody feeds a needed kind, one "not known" each. */
export function clockDuties(policy: CompiledPolicy, series: CompiledSeries, index: FactIndex, refs: readonly string[]): Duty[] {
  if (refs.length === 0) return [];
  const clocks = refs.map((ref) => clockFacts(policy, series, index, ref));
  const recordsFrom = recordsBeginOn(index, series.series.needs);
  const columns = columnsOf(series, clocks, recordsFrom ?? NO_DAY);
  const found = assessCadence(policy, series, columns);
  const duties: Duty[] = [];
  let previous = -1;
  for (let i = 0; i < found.count; i += 1) {
    const subject = found.subject[i] ?? 0;
    const ref = refs[subject] ?? '';
    const isFirst = subject !== previous;
    previous = subject;
    if (recordsFrom === null) {
      if (isFirst) duties.push(unknownDuty(policy, series, ref, found.opened[i] ?? 0, found.rule[i] ?? 0));
      continue;
    }
    const duty = clockDuty(policy, series, index, ref, {
      openedBy: found.openedBy[i] ?? 0,
      opened: found.opened[i] ?? 0,
      due: found.due[i] ?? 0,
      met: found.met[i] ?? NO_DAY,
      ended: found.ended[i] ?? NO_DAY,
      rule: found.rule[i] ?? 0,
    });
    if (duty !== null) duties.push(duty);
  }
  if (restedOn(policy).has(series.series.id)) keep(index, series, refs, duties);
  return duties;
}

function keep(index: FactIndex, series: CompiledSeries, refs: readonly string[], duties: readonly Duty[]): void {
  const kept = keptOf(index, series);
  for (const ref of refs) kept.set(ref, []);
  for (const duty of duties) kept.get(duty.about.ref)?.push(duty);
}
