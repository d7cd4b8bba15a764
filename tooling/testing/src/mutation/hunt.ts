import type { PolicyPack } from '@plumbline/domain/policy';
import { runScenario, type Scenario, type ScenarioFile } from '@plumbline/domain/policy/scenarios';
import { compilePolicy } from '@plumbline/domain/rules';
import { standsFor, type CatalogueRow } from '@plumbline/domain/policy/coverage';
import { withoutOthers, type Mutant } from './mutants.ts';

export interface Files {
  readonly file: string;
  readonly content: ScenarioFile;
}

/** A scenario with the questions that a change could touch, and what is given to all of its file. */
interface Hunter {
  readonly scenario: Scenario;
  readonly given: ScenarioFile['given'];
}

/** Runs the examples of a pack against packs that differ a little. */
export class Hunt {
  private readonly all: readonly Hunter[];
  private readonly hunters = new Map<string, readonly Hunter[]>();
  private readonly rows: readonly CatalogueRow[];

  constructor(files: readonly Files[], rows: readonly CatalogueRow[]) {
    this.all = files.flatMap(({ content }) => content.scenarios.map((scenario) => ({ scenario, given: content.given })));
    this.rows = rows;
  }

  /** Whether some example, or the verb of the row in the text, tells a mutant from its original. */
  kills(mutant: Mutant): boolean {
    if (this.isStrengthTold(mutant)) return true;
    const policy = compilePolicy(reduced(mutant));
    return this.huntersFor(mutant).some(({ scenario, given }) => isTold(() => runScenario(policy, scenario, given).length > 0));
  }

  /** Every rule's strength is held against its row by a test of the packs. */
  private isStrengthTold({ rule, pack }: Mutant): boolean {
    if (rule === null) return false;
    const changed = pack.rules.find(({ id }) => id === rule);
    const row = this.rows.find(({ id }) => standsFor(rule, id));
    return row?.strength !== undefined && changed !== undefined && row.strength !== changed.strength;
  }

  /** Only the questions that name the rule, or its clock; all of them for what concerns the whole pack. */
  private huntersFor(mutant: Mutant): readonly Hunter[] {
    const key = mutant.rule ?? mutant.series ?? '';
    const kept = this.hunters.get(`${key} ${mutant.series}`);
    if (kept !== undefined) return kept;
    const named = [mutant.rule, mutant.series].filter((name) => name !== null);
    const found = named.length === 0 ? this.all : this.all.flatMap((hunter) => questionsNaming(hunter, named));
    const first = found.toSorted((a, b) => Number(names(b.scenario, [key])) - Number(names(a.scenario, [key])));
    this.hunters.set(`${key} ${mutant.series}`, first);
    return first;
  }
}

function questionsNaming({ scenario, given }: Hunter, names: readonly string[]): Hunter[] {
  const ask = scenario.ask.filter((question) => textsIn(question).some((text) => names.includes(text)));
  return ask.length === 0 ? [] : [{ scenario: { ...scenario, ask }, given }];
}

function names({ ask }: Scenario, wanted: readonly string[]): boolean {
  return ask.some((question) => textsIn(question).some((text) => wanted.includes(text)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** A mutant that cannot be worked out at all is told from its original too. */
function isTold(run: () => boolean): boolean {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'ScenarioError')) return true;
    throw error;
  }
}

/**
 * The pack with no more than what the change can touch: the rules of its clock, or the one rule. What is asked beside them
 * takes time and tells nothing.
 */
function reduced({ pack, rule, series }: Mutant): PolicyPack {
  if (series !== null) return withoutOthers(pack, series);
  if (rule === null) return pack;
  // What a scope for some rules no longer names, it no longer narrows: that shows in the rule that it named.
  if (pack.rules.some((one) => one.id === rule && one.kind === 'scope')) return pack;
  return { ...pack, rules: pack.rules.filter((one) => one.id === rule || isPartOfClock(one) || narrows(one, rule)) };
}

/** A scope that is for some rules only, this one among them. */
function narrows(rule: PolicyPack['rules'][number], id: string): boolean {
  return rule.kind === 'scope' && rule.rules?.includes(id) === true;
}

function isPartOfClock(rule: PolicyPack['rules'][number]): boolean {
  return rule.kind === 'cadence' || rule.kind === 'counting';
}
