import type { PolicyPack } from '@plumbline/domain/policy';
import type { ScenarioFile } from '@plumbline/domain/policy/scenarios';

/** A policy that comes with the product, with its worked examples: a council's, or a national standard, on which no council runs. */
export interface ShelvedPolicy {
  readonly kind: 'council' | 'standard';
  readonly pack: PolicyPack;
  readonly scenarios: readonly ScenarioFile[];
}

/** One slip in a policy written as text, at its line. */
export interface PolicyTextProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly rule: string | null;
  readonly message: string;
}

/** A policy written as text, read as far as that goes. */
export interface PolicyTextRead {
  /** Plain data whatever its shape; null where the text could not be read at all. */
  readonly data: unknown;
  readonly pack: PolicyPack | null;
  readonly problems: readonly PolicyTextProblem[];
  /** The line, from 1, of a path such as `rules.12.every`, or of the nearest part around it. */
  lineOf(path: string): number;
}

/** The policies that come with the product, and the reader and writer of policies as text. They hold nothing of any council's people. */
export interface PolicyShelf {
  /** Councils in alphabetical order of their names, then the national standards. */
  list(): readonly ShelvedPolicy[];
  readText(text: string): PolicyTextRead;
  /** Writes a policy, or the plain data of an unfinished one; read again it is the same. */
  writeText(data: unknown): string;
}
