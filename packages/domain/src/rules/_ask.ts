import { londonInstant, toDay } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Conventions, Rule } from '../policy/index.ts';
import { assess } from './assess.ts';
import { compilePolicy } from './compile.ts';
import { findingOn, type Duty } from './finding.ts';
import { cadence, makePack } from './_pack.ts';

/** Clocks that ask for something: every series of the invented pack needs a rule. */
const CLOCKS: readonly Rule[] = [
  cadence({ id: 'OWN', series: 'own', when: 'employed', every: { days: 28 } }),
  cadence({ id: 'CASE', series: 'case', when: 'open', every: { months: 2 } }),
];

export function policyWith(rules: readonly Rule[], conventions: Partial<Conventions> = {}) {
  return compilePolicy(makePack([...CLOCKS, ...rules], conventions));
}

/** Requirements of the given rules, oldest first. */
export function dutiesOf(rules: readonly Rule[], facts: Facts, until = '2027-12-31'): Duty[] {
  const ids = new Set(rules.map(({ id }) => id));
  return assess(policyWith(rules), facts, toDay(until))
    .duties.filter((duty) => ids.has(duty.rule))
    .toSorted((a, b) => a.openedOn - b.openedOn);
}

/** What is said of the only, or else the latest, requirement of some rules that had opened by the end of a day. */
export function findingOf(rules: readonly Rule[], facts: Facts, on: string, subject?: string): string {
  const day = toDay(on);
  const duties = dutiesOf(rules, facts, on).filter(
    (duty) => duty.openedOn <= day && (subject === undefined || duty.subject === subject),
  );
  const duty = duties.at(-1);
  return duty === undefined ? 'nothing' : findingOn(duty, { on: day, at: londonInstant(day, 24 * 60 - 1) }).finding;
}
