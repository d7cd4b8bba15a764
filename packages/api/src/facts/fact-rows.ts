import type { FactRow } from '@plumbline/analytics/compliance';
import type { CouncilTransaction, StoredFact } from '@plumbline/database';
import { kindOf } from '@plumbline/domain/facts';
import { factsNaming } from '../access/facts-naming.ts';

/** Stored versions as pages show them: references in words, and who recorded each by name. */
export async function factRows(tx: CouncilTransaction, facts: readonly StoredFact[]): Promise<FactRow[]> {
  const staff = new Set<string>();
  for (const fact of facts) {
    if (fact.recordedBy !== null) staff.add(fact.recordedBy);
    for (const [, ref] of referencesOf(fact, 'person')) staff.add(ref);
  }
  const namesTeams = facts.some((fact) => referencesOf(fact, 'team').length > 0);
  const [people, teams] = await Promise.all([
    factsNaming(tx, 'person', ['person'], [...staff]),
    namesTeams ? factsNaming(tx, 'team') : Promise.resolve([]),
  ]);
  const names = new Map(people.map((person) => [person.person, person.name]));
  const teamNames = new Map(teams.map((team) => [team.team, team.name]));
  return facts.map((fact) => factRow(fact, names, teamNames));
}

function factRow(fact: StoredFact, names: ReadonlyMap<string, string>, teamNames: ReadonlyMap<string, string>): FactRow {
  const labels: Record<string, string> = {};
  for (const [column, ref] of referencesOf(fact, 'person')) labels[column] = names.get(ref) ?? ref;
  for (const [column, ref] of referencesOf(fact, 'team')) labels[column] = teamNames.get(ref) ?? ref;
  for (const target of ['child', 'family', 'session'])
    for (const [column, ref] of referencesOf(fact, target)) labels[column] = ref;
  return {
    id: fact.id,
    kind: fact.kind,
    values: fact.values,
    labels,
    source: fact.source,
    recordedAt: fact.recordedAt,
    recordedBy: fact.recordedBy === null ? null : (names.get(fact.recordedBy) ?? fact.recordedBy),
    because: fact.because,
    version: fact.version,
    isCurrent: fact.isCurrent,
  };
}

function referencesOf(fact: StoredFact, target: string): [column: string, ref: string][] {
  return Object.entries(kindOf(fact.kind).columns).flatMap(([name, column]): [string, string][] => {
    const value = fact.values[name];
    return column.type === 'reference' && column.refersTo === target && typeof value === 'string' ? [[name, value]] : [];
  });
}
