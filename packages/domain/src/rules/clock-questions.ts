import { ORDINARY_WEEK, type Day, type Interval } from '../calendar/index.ts';
import { Clock } from './assess-cadence.ts';
import { NO_DAY } from './cadence-columns.ts';
import { clockFacts, columnsOf } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import type { FactIndex } from './fact-index.ts';

/** A clock of one subject, set to the stretch that holds a day; null where nothing is asked on that day. */
function clockOn(policy: CompiledPolicy, index: FactIndex, series: string, ref: string, day: Day) {
  const compiled = policy.series.find((one) => one.series.id === series);
  if (compiled === undefined) return null;
  const facts = clockFacts(policy, compiled, index, ref);
  const clock = new Clock(policy, compiled, columnsOf(compiled, [facts], NO_DAY));
  clock.segments.build(columnsOf(compiled, [facts], NO_DAY), 0);
  const { segments } = clock;
  for (let k = 0; k < segments.count; k += 1) {
    if ((segments.to[k] ?? 0) < day) continue;
    return (segments.from[k] ?? 0) > day || (segments.interval[k] ?? -1) < 0 ? null : { clock, segment: k, facts };
  }
  return null;
}

/** The interval that a clock asks for of a subject on a day; null where it asks for none. */
export function intervalAskedOn(
  policy: CompiledPolicy,
  index: FactIndex,
  series: string,
  ref: string,
  day: Day,
): Interval | null {
  const found = clockOn(policy, index, series, ref, day);
  return found === null ? null : (found.clock.segments.intervals[found.clock.segments.interval[found.segment] ?? -1] ?? null);
}

/** The day by which a clock asks for the next one after a day on which it was reset; null where it asks for none. */
export function dueAfter(policy: CompiledPolicy, index: FactIndex, series: string, ref: string, day: Day): Day | null {
  const found = clockOn(policy, index, series, ref, day);
  if (found === null) return null;
  found.clock.nextDue(day, found.segment, found.facts.calendar ?? ORDINARY_WEEK);
  return found.clock.due;
}
