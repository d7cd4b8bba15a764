import type { PolicyPack } from '@plumbline/domain/policy';
import type { ScenarioFile } from '@plumbline/domain/policy/scenarios';

/** A policy that comes with the product, with its worked examples. */
export interface ShelvedPolicy {
  readonly pack: PolicyPack;
  readonly scenarios: readonly ScenarioFile[];
}

/** The policies that come with the product. They hold what policies say and nothing of any council's people. */
export interface PolicyShelf {
  /** In alphabetical order of the councils' names. */
  list(): readonly ShelvedPolicy[];
}
