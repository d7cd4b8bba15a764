import { findStaged, findTimeline, inCouncil, type Awaited, type Database } from '@plumbline/database';
import { kindOf, type FactKindName, type FactOf } from '@plumbline/domain/facts';
import { factsNaming } from '../access/facts-naming.ts';
import { rulesThrough } from '../access/policy-of.ts';
import type { ImportPlan, KnownFacts } from '../imports/index.ts';

/** What a council's facts hold already, and what files that wait would add, asked for in bulk while a file is read. */
export interface KnownOrAwaited extends KnownFacts {
  /** The waiting files that hold something which was asked for and which no fact holds. */
  awaited(): readonly Awaited[];
}

/** {@link knownFacts}, and what stands in other files that were found right and wait to be applied. */
export function knownOrAwaited(database: Database, councilId: string): KnownOrAwaited {
  const known = knownFacts(database, councilId);
  const awaited = new Map<string, Awaited>();
  return {
    ...known,
    async existing(kind, references) {
      const existing = new Set(await known.existing(kind, references));
      const column = kindOf(kind).key[0];
      const missing = references.filter((reference) => !existing.has(reference));
      if (missing.length === 0 || column === undefined) return existing;
      for (const { reference, importId, basis } of await inCouncil(database, councilId, (tx) =>
        findStaged(tx, kind, column, missing),
      )) {
        existing.add(reference);
        awaited.set(importId, { importId, basis });
      }
      return existing;
    },
    awaited: () => [...awaited.values()],
  };
}

/** What a council's facts hold already, asked for in bulk while a file is read. */
export function knownFacts(database: Database, councilId: string): KnownFacts {
  return {
    async rules() {
      const timeline = await inCouncil(database, councilId, (tx) => findTimeline(tx));
      return timeline === null ? null : rulesThrough(timeline);
    },
    async existing(kind, references) {
      const column = kindOf(kind).key[0] as (keyof FactOf<FactKindName> & string) | undefined;
      if (column === undefined) return new Set();
      const found = await inCouncil(database, councilId, (tx) => factsNaming(tx, kind, [column], references));
      return new Set(found.map((fact) => String(fact[column])));
    },
    async casesOpenedOn(children) {
      const cases = await inCouncil(database, councilId, (tx) => factsNaming(tx, 'child', ['child'], children));
      const first = new Map<string, string>();
      for (const { child, openedOn } of cases) if (openedOn < (first.get(child) ?? '9999')) first.set(child, openedOn);
      return first;
    },
  };
}

/** What is known, and what files that were read before and come with this one would add. */
export function knownWith(known: KnownFacts, plans: readonly Pick<ImportPlan, 'kind' | 'facts'>[]): KnownFacts {
  const held = new Map<FactKindName, Set<unknown>>();
  for (const { kind, facts } of plans) {
    const [column = ''] = kindOf(kind).key;
    held.set(kind, new Set(facts.map(({ values }) => values[column])));
  }
  return {
    ...known,
    async existing(kind, references) {
      const existing = new Set(await known.existing(kind, references));
      for (const reference of references) if (held.get(kind)?.has(reference) === true) existing.add(reference);
      return existing;
    },
  };
}
