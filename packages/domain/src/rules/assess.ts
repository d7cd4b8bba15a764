import type { Day } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import { alternationDuties } from './alternation.ts';
import { clockDuties } from './clock-duties.ts';
import type { CompiledPolicy } from './compile.ts';
import { childConfirmationDuties, personConfirmationDuties } from './confirmations.ts';
import { coverageDuties } from './coverage.ts';
import { indexFacts, type FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { childItemDuties, personItemDuties } from './item-duties.ts';
import { quotaDuties } from './quota-duties.ts';
import { ratioDuties } from './ratio.ts';
import { childResponsibilities, personResponsibilities, type Responsibility } from './responsibility.ts';
import { standingDuties } from './standing-duties.ts';
import { triggerDuties } from './trigger.ts';

/** Changes whenever the same facts and pack may give other duties, so that stored ones are known to be stale. */
export const ENGINE_VERSION = 7;

/** The subjects to assess: staff numbers and case references. */
export interface OnlySubjects {
  readonly persons: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
}

export interface Assessment {
  readonly duties: readonly Duty[];
  readonly responsibilities: readonly Responsibility[];
}

/**
 * Every requirement of a policy on a council's people and children, from its facts: total and pure. `facts` may hold more
 * than is asked about; `only` limits the answer to subjects for whom all context is there. Requirements that open by the
 * calendar (a quarter) are made up to the day `openUntil`; it is the only day that this function is given, and no other
 * requirement depends on it.
 */
export function assess(policy: CompiledPolicy, facts: Facts, openUntil: Day, only?: OnlySubjects): Assessment {
  return assessIndexed(policy, indexFacts(facts), openUntil, only);
}

/** {@link assess} over facts that have been grouped already: whoever explains what comes out needs the same grouping. */
export function assessIndexed(policy: CompiledPolicy, index: FactIndex, openUntil: Day, only?: OnlySubjects): Assessment {
  return {
    duties: dutiesIndexed(policy, index, openUntil, only),
    responsibilities: allResponsibilities(index, subjectsOf(index, only)),
  };
}

/**
 * The requirements of {@link assessIndexed} alone, for whoever does not ask who answers for whom through the years.
 */
export function dutiesIndexed(policy: CompiledPolicy, index: FactIndex, openUntil: Day, only?: OnlySubjects): Duty[] {
  const assessed = subjectsOf(index, only);
  const { persons, children } = assessed;
  return [
    ...policy.series.flatMap((series) =>
      clockDuties(policy, series, index, series.series.subject === 'person' ? persons : children),
    ),
    ...dutiesBesideClocks(policy, index, assessed, openUntil),
  ];
}

/** Those whom an assessment is about: of whom there are facts, and of those only the ones asked for. */
export interface AssessedSubjects {
  readonly persons: readonly string[];
  readonly children: readonly string[];
}

export function subjectsOf(index: FactIndex, only?: OnlySubjects): AssessedSubjects {
  return {
    persons: [...(only?.persons ?? index.people.keys())].filter((ref) => index.people.has(ref)),
    children: [...(only?.children ?? new Set(index.facts.child.map((fact) => fact.child)))].filter(
      (ref) => index.episodesOf.get(ref).length > 0,
    ),
  };
}

/** Everything that a policy asks but the clocks of its series. */
export function dutiesBesideClocks(
  policy: CompiledPolicy,
  index: FactIndex,
  { persons, children }: AssessedSubjects,
  openUntil: Day,
): Duty[] {
  return [
    ...persons.flatMap((ref) => personDuties(policy, index, ref, openUntil)),
    ...children.flatMap((ref) => childDuties(policy, index, ref, openUntil)),
  ];
}

/** Who answers for whom: the same under every policy. */
export function allResponsibilities(index: FactIndex, { persons, children }: AssessedSubjects): Responsibility[] {
  return [
    ...persons.flatMap((ref) => personResponsibilities(index, ref)),
    ...children.flatMap((ref) => childResponsibilities(index, ref)),
  ];
}

function personDuties(policy: CompiledPolicy, index: FactIndex, ref: string, openUntil: Day): Duty[] {
  return [
    ...personItemDuties(policy, index, ref),
    ...standingDuties(policy, index, 'person', ref),
    ...quotaDuties(policy, index, { kind: 'person', ref }, openUntil),
    ...ratioDuties(policy, index, ref),
    ...coverageDuties(policy, index, { kind: 'person', ref }),
    ...triggerDuties(policy, index, ref),
    ...alternationDuties(policy, index, ref),
    ...personConfirmationDuties(policy, index, ref),
  ];
}

function childDuties(policy: CompiledPolicy, index: FactIndex, ref: string, openUntil: Day): Duty[] {
  return [
    ...childItemDuties(policy, index, ref),
    ...standingDuties(policy, index, 'child', ref),
    ...quotaDuties(policy, index, { kind: 'child', ref }, openUntil),
    ...coverageDuties(policy, index, { kind: 'child', ref }),
    ...childConfirmationDuties(policy, index, ref),
  ];
}
