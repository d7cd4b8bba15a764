import { FACT_KIND_NAMES, type AnyFact, type FactKindName, type Facts } from '@plumbline/domain/facts';

export interface Subjects {
  readonly persons: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
}

type Key = readonly [kind: FactKindName, column: string];

const KEYS: readonly Key[] = [
  ['person', 'person'],
  ['post', 'person'],
  ['absence', 'person'],
  ['registration', 'person'],
  ['training', 'person'],
  ['shift', 'person'],
  ['stage-decision', 'person'],
  ['supervision-pair', 'supervisee'],
  ['supervision-pair', 'supervisor'],
  ['session', 'supervisee'],
  ['session', 'session'],
  ['child', 'child'],
  ['child-status', 'child'],
  ['placement', 'child'],
  ['child-flag', 'child'],
  ['allocation', 'child'],
  ['allocation', 'worker'],
  ['discussion', 'child'],
  ['discussion', 'session'],
  ['agreed-interval', 'subject'],
];

/**
 * A council's facts by whom they are about, and from it the facts of a few subjects with all that their requirements depend
 * on: what the database gives the engine for the same subjects, without a database.
 */
export class FactsBySubject {
  private readonly facts: Facts;
  private readonly groups = new Map<string, Map<string, AnyFact[]>>();

  constructor(facts: Facts) {
    this.facts = facts;
    for (const [kind, column] of KEYS) {
      const group = Map.groupBy(facts[kind] as readonly AnyFact[], (fact) => String(fact[column]));
      this.groups.set(`${kind}.${column}`, group);
    }
  }

  /** The facts of some subjects, of the people and sessions that those name, and of the people behind them. */
  of({ persons, children }: Subjects): Facts {
    const own = (kind: FactKindName): AnyFact[] => [
      ...this.pick([kind, 'person'], persons),
      ...this.pick([kind, 'child'], children),
    ];
    const allocations = this.both(['allocation', 'child'], children, ['allocation', 'worker'], persons);
    const ownPairs = this.both(['supervision-pair', 'supervisee'], persons, ['supervision-pair', 'supervisor'], persons);
    const chain = union(persons, valuesOf(allocations, 'worker'));
    const pairs = [...new Set([...ownPairs, ...this.pick(['supervision-pair', 'supervisee'], chain)])];
    const ownSessions = this.pick(['session', 'supervisee'], persons);
    const ownDiscussions = this.pick(['discussion', 'child'], children);
    const sessions = this.pick(['session', 'session'], valuesOf(ownDiscussions, 'session'));
    const discussions = this.pick(['discussion', 'session'], valuesOf(ownSessions, 'session'));
    const wanted: Partial<Record<FactKindName, AnyFact[]>> = {
      team: this.facts.team as unknown as AnyFact[],
      person: this.pick(['person', 'person'], union(chain, valuesOf(pairs, 'supervisor'))),
      post: this.pick(['post', 'person'], chain),
      child: this.pick(['child', 'child'], union(children, valuesOf(allocations, 'child'))),
      'supervision-pair': pairs,
      allocation: allocations,
      session: [...new Set([...ownSessions, ...sessions])],
      discussion: [...new Set([...ownDiscussions, ...discussions])],
      'agreed-interval': this.pick(['agreed-interval', 'subject'], union(persons, children)),
    };
    const rest = FACT_KIND_NAMES.map((kind) => [kind, wanted[kind] ?? own(kind)] as const);
    return { ...Object.fromEntries(rest), feeds: this.facts.feeds } as unknown as Facts;
  }

  private both(a: Key, of: ReadonlySet<string>, b: Key, or: ReadonlySet<string>): AnyFact[] {
    return [...new Set([...this.pick(a, of), ...this.pick(b, or)])];
  }

  private pick([kind, column]: Key, refs: ReadonlySet<string>): AnyFact[] {
    const group = this.groups.get(`${kind}.${column}`);
    return group === undefined ? [] : [...refs].flatMap((ref) => group.get(ref) ?? []);
  }
}

function valuesOf(facts: readonly AnyFact[], column: string): Set<string> {
  return new Set(facts.flatMap((fact) => (typeof fact[column] === 'string' ? [fact[column]] : [])));
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return a.union(b);
}
