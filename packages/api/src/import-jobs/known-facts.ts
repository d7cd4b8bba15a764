import { findTimeline, inCouncil, type Database } from '@plumbline/database';
import { kindOf, type FactKindName, type FactOf } from '@plumbline/domain/facts';
import { factsNaming } from '../access/facts-naming.ts';
import { rulesThrough } from '../access/policy-of.ts';
import type { KnownFacts } from '../imports/index.ts';

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
