import { formatDay, formatInstant, toDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { assess, compilePolicy, type CompiledPolicy, type Duty } from '@plumbline/domain/rules';
import { smallCouncil } from '../histories/quick/small-council.ts';
import { everythingAsked } from './everything.ts';
import type { SlowDuty } from './slow-duty.ts';

/** What two evaluators say of one small council where they differ. */
export interface Disagreement {
  readonly seed: number;
  readonly facts: Facts;
  readonly onlyEngine: readonly string[];
  readonly onlySlow: readonly string[];
}

/** What a run of many small councils came to. */
export interface Agreement {
  readonly councils: number;
  readonly subjects: number;
  readonly requirements: number;
  readonly disagreements: readonly Disagreement[];
  /** How many requirements each rule made: what made none was not compared. */
  readonly byRule: ReadonlyMap<string, number>;
}

/** Compares the two evaluators on small councils from a seed on, until so many subjects were looked at. */
export function compareOnCouncils(pack: PolicyPack, firstSeed: number, leastSubjects: number, mostDisagreements = 5): Agreement {
  const policy = compilePolicy(pack);
  const disagreements: Disagreement[] = [];
  const byRule = new Map<string, number>();
  let [councils, subjects, requirements] = [0, 0, 0];
  for (let seed = firstSeed; subjects < leastSubjects && disagreements.length < mostDisagreements; seed += 1) {
    const council = smallCouncil(pack, seed);
    const found = compareOn(policy, council.facts, council.until);
    councils += 1;
    subjects += council.subjects;
    requirements += found.engine.length;
    for (const text of found.engine) {
      const rule = text.slice(0, text.indexOf(' '));
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    }
    if (found.onlyEngine.length + found.onlySlow.length > 0) disagreements.push({ seed, facts: council.facts, ...found });
  }
  return { councils, subjects, requirements, disagreements, byRule };
}

function compareOn(policy: CompiledPolicy, facts: Facts, until: string) {
  const engine = assess(policy, facts, toDay(until)).duties.flatMap((duty) => (isUnsaid(duty) ? [] : [textOf(duty)]));
  const slow = everythingAsked(policy.pack, facts, until).map(textOfSlow);
  return { engine, onlyEngine: without(engine, slow), onlySlow: without(slow, engine) };
}

/** The one requirement of a clock that nobody feeds stands for "not known" and for nothing else. */
function isUnsaid(duty: Duty): boolean {
  return duty.series !== null && duty.dueOn === null;
}

/** What is in one list and not in another, each as often as it is there. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of taken) left.set(text, (left.get(text) ?? 0) + 1);
  return all.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

function textOf(duty: Duty): string {
  const day = (value: number | null): string => (value === null ? '-' : formatDay(value));
  const dueAt = duty.dueAt === null ? '-' : formatInstant(duty.dueAt);
  return `${duty.rule} ${duty.series ?? '-'} ${duty.subjectKind} ${duty.subject} of ${duty.about.kind} ${duty.about.ref}: opened ${day(duty.openedOn)} due ${day(duty.dueOn)} at ${dueAt} met ${day(duty.metOn)} ended ${day(duty.endedOn)} ${duty.judged} by ${duty.owedBy ?? '-'} away ${day(duty.absentFrom)} back ${day(duty.returnDueOn)}`;
}

function textOfSlow(duty: SlowDuty): string {
  return `${duty.rule} ${duty.series ?? '-'} ${duty.subjectKind} ${duty.subject} of ${duty.about}: opened ${duty.openedOn} due ${duty.dueOn ?? '-'} at ${duty.dueAt ?? '-'} met ${duty.metOn ?? '-'} ended ${duty.endedOn ?? '-'} ${duty.judged} by ${duty.owedBy ?? '-'} away ${duty.absentFrom ?? '-'} back ${duty.returnDueOn ?? '-'}`;
}
