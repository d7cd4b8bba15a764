import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { assess, compilePolicy, type Duty } from '@plumbline/domain/rules';
import fc from 'fast-check';
import { childHistory } from '../histories/child-history.ts';
import { personHistory } from '../histories/person-history.ts';
import { withoutOthers, type Mutant } from './mutants.ts';

const HISTORIES = 600;
/** A rule of which the histories make fewer requirements has not been tried enough for anything to be said. */
const ENOUGH = 10;
const UNTIL = 20_000;

/**
 * Changes of a clock that change nothing: a longer interval widened onto days on which a shorter one counts anyway, a condition
 * that another one implies. Nothing can tell them from the original, so they are counted apart. What is called so here gave
 * the same requirements, day by day and rule by rule, in every one of some hundred generated histories in which the rule spoke.
 */
export class Twins {
  private readonly pack: PolicyPack;
  private readonly seed: number;
  private readonly histories = new Map<'person' | 'child', readonly Facts[]>();
  private readonly originals = new Map<string, readonly string[]>();
  private readonly spoken = new Map<string, number>();

  constructor(pack: PolicyPack, seed = 20_261_122) {
    this.pack = pack;
    this.seed = seed;
  }

  /** Whether a change of a rule of a clock gives the same requirements everywhere. */
  isTwin({ rule, series, pack }: Mutant): boolean {
    const changed = pack.rules.find(({ id }) => id === rule);
    if ((changed?.kind !== 'cadence' && changed?.kind !== 'counting') || series === null) return false;
    const before = this.originalOf(series);
    if (changed.kind === 'cadence' && (this.spoken.get(changed.id) ?? 0) < ENOUGH) return false;
    return this.answers(pack, series).every((answer, n) => answer === before[n]);
  }

  private originalOf(series: string): readonly string[] {
    const kept = this.originals.get(series);
    if (kept !== undefined) return kept;
    const all = [...this.answers(this.pack, series, (duty) => this.spoken.set(duty.rule, (this.spoken.get(duty.rule) ?? 0) + 1))];
    this.originals.set(series, all);
    return all;
  }

  private historiesOf(kind: 'person' | 'child'): readonly Facts[] {
    const kept = this.histories.get(kind);
    if (kept !== undefined) return kept;
    const histories = kind === 'person' ? personHistory : childHistory;
    const made = fc.sample(fc.noBias(histories), { seed: this.seed, numRuns: HISTORIES });
    this.histories.set(kind, made);
    return made;
  }

  private *answers(pack: PolicyPack, series: string, see?: (duty: Duty) => void): Generator<string> {
    const policy = compilePolicy(withoutOthers(pack, series));
    const isPerson = pack.series.find(({ id }) => id === series)?.subject === 'person';
    const ref = isPerson ? 'S1' : 'C1';
    for (const facts of this.historiesOf(isPerson ? 'person' : 'child')) {
      const { duties } = assess(policy, facts, UNTIL, { persons: new Set([ref]), children: new Set([ref]) });
      for (const duty of duties) see?.(duty);
      yield JSON.stringify(duties);
    }
  }
}
