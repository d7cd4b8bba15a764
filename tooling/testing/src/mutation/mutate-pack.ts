import type { CatalogueRow } from '@plumbline/domain/policy/coverage';
import type { PolicyPack } from '@plumbline/domain/policy';
import { Hunt, type Files } from './hunt.ts';
import { mutantsOf } from './mutants.ts';
import { Twins } from './twins.ts';

/** What became of the changes of one rule. */
export interface RuleResult {
  readonly rule: string;
  readonly killed: number;
  /** Changes that no example notices. */
  readonly survivors: readonly string[];
  /** Changes that change nothing. */
  readonly twins: readonly string[];
}

/** Changes a pack in one thing at a time and asks whether its examples notice, rule by rule. */
export function mutatePack(pack: PolicyPack, files: readonly Files[], rows: readonly CatalogueRow[]): RuleResult[] {
  const hunt = new Hunt(files, rows);
  const twins = new Twins(pack);
  const results = new Map<string, { killed: number; survivors: string[]; twins: string[] }>();
  for (const mutant of mutantsOf(pack)) {
    const rule = mutant.rule ?? THE_PACK;
    const result = results.get(rule) ?? { killed: 0, survivors: [], twins: [] };
    results.set(rule, result);
    if (hunt.kills(mutant)) result.killed += 1;
    else (twins.isTwin(mutant) ? result.twins : result.survivors).push(mutant.what);
  }
  return [...results].map(([rule, result]) => ({ rule, ...result }));
}

/** Stands for conventions and clocks, which are no rule's own. */
export const THE_PACK = 'the pack itself';

/** The part of the changes that could be noticed and were; 1 where there was nothing to notice. */
export function shareKilled(results: readonly RuleResult[]): number {
  const killed = results.reduce((sum, result) => sum + result.killed, 0);
  const survived = results.reduce((sum, result) => sum + result.survivors.length, 0);
  return killed + survived === 0 ? 1 : killed / (killed + survived);
}
