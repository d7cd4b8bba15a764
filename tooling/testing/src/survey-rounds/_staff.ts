import { FACT_KIND_NAMES, kindOf, noFacts, type AnyFact, type FactKindName, type Facts } from '@plumbline/domain/facts';

/** Teams with their service, and how many people of each role are in them. */
export type Teams = Readonly<Record<string, { readonly service: string; readonly roles: Readonly<Record<string, number>> }>>;

/** Who runs rounds, hands out paper and screens. */
export const RUNNER = 'PSW';
export const PAPER = 'ADMIN';

/** A council of these teams, and of somebody who runs rounds and somebody who hands out paper. */
export function staffOf(teams: Teams): { readonly facts: Facts; readonly staff: readonly string[] } {
  const facts: Record<'team' | 'person' | 'post', AnyFact[]> = { team: [], person: [], post: [] };
  const staff: string[] = [];
  const add = (person: string, team: string, role: string): void => {
    staff.push(person);
    facts.person.push({
      person,
      name: `Name of ${person}`,
      email: `${person.toLowerCase()}@council.example`,
      employedFrom: '2024-01-01',
    });
    facts.post.push({ person, post: `P-${person}`, from: '2024-01-01', role, team });
  };
  for (const [team, { service, roles }] of Object.entries(teams)) {
    facts.team.push({ team, name: `Team ${team}`, service });
    for (const [role, count] of Object.entries(roles))
      for (let at = 1; at <= count; at += 1) add(`${team}-${role}-${at}`, team, role);
  }
  const [first = ''] = Object.keys(teams);
  add(RUNNER, first, 'principal-social-worker');
  add(PAPER, first, 'administrator');
  return { facts: factsOf(facts), staff };
}

function factsOf(given: Partial<Record<FactKindName, readonly AnyFact[]>>): Facts {
  const filled = FACT_KIND_NAMES.map((kind) => {
    const empty = Object.fromEntries(Object.keys(kindOf(kind).columns).map((column) => [column, null]));
    return [kind, (given[kind] ?? []).map((values) => ({ ...empty, ...values }))];
  });
  const feeds = Object.fromEntries(FACT_KIND_NAMES.map((kind) => [kind, '2021-01-01']));
  return { ...noFacts(), ...Object.fromEntries(filled), feeds } as unknown as Facts;
}
