import { FACT_KIND_NAMES, noFacts, type AnyFact, type Facts } from '@plumbline/domain/facts';
import { inCouncil, type Database } from '../src/index.ts';
import { fact } from './_world.ts';

type Held = readonly [person: string, from: string, to: string | null];

/** Who is in post where: team, service, and the days of each person. */
const POSTS: readonly (readonly [team: string, service: string, held: readonly Held[]])[] = [
  ['BIG', 'Assessment', people('B', 6)],
  ['TINY', 'Assessment', people('T', 3)],
  // One of its three is also in TINY, so that the two have five people between them.
  ['WEE', 'Assessment', [...people('W', 2), ['T1', '2021-01-01', null]]],
  ['LONE', 'Fostering', people('L', 4)],
  // Five from 10 April 2024 on, so that May is the first whole month of five; one leaves on 30 July, a day before its end.
  ['GROWN', 'Front door', [...people('G', 4), ['G5', '2024-04-10', '2024-07-30']]],
  // Two posts of one person are one person.
  ['TWICE', 'Early help', [...people('D', 4), ['D1', '2021-01-01', null]]],
];

function people(letter: string, count: number): Held[] {
  return Array.from({ length: count }, (_, i): Held => [`${letter}${i + 1}`, '2021-01-01', null]);
}

/** Teams around the limit of five people, and nobody's supervision: what is counted is written by {@link writeFigures}. */
export function reportingWorld(): Facts {
  const teams = POSTS.map(([team, service]) => fact('team', { team, name: `Team ${team}`, service, site: null, kind: null }));
  const everybody = new Set(POSTS.flatMap(([, , held]) => held.map(([person]) => person)));
  const persons = [...everybody].map((person) =>
    fact('person', { person, name: `Name of ${person}`, employedFrom: '2021-01-01' }),
  );
  const posts = POSTS.flatMap(([team, , held]) =>
    held.map(([person, from, to], i) =>
      fact('post', { person, post: `${team}-${i}`, from, to, role: 'social-worker', team, fullTimeEquivalent: 1 }),
    ),
  );
  const feeds = Object.fromEntries(FACT_KIND_NAMES.map((name) => [name, '2021-01-01']));
  return { ...noFacts(), team: teams, person: persons, post: posts as AnyFact[], feeds } as unknown as Facts;
}

/** Team, measure, month; due, on time, late, excused, unknown. */
export type FigureRow = readonly [string, string, string, number, number, number, number, number];

/** Puts these figures in the place of all that are stored. */
export async function writeFigures(db: Database, council: string, rows: readonly FigureRow[]): Promise<void> {
  await inCouncil(db, council, async (tx) => {
    await tx.sql`delete from figure_month`;
    for (const [team, measure, month, due, onTime, late, excused, unknown] of rows)
      await tx.sql`
        insert into figure_month (council_id, team, measure, month, due, on_time, late, excused, unknown)
        values (${council}, ${team}, ${measure}, ${month}, ${due}, ${onTime}, ${late}, ${excused}, ${unknown})`;
  });
}

/** Adds a fact as the import would, without what hangs on it. */
export async function writeFact(
  db: Database,
  council: string,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const row = { council_id: council, version: 1, source: 'feed', known_from: '2024-01-01T00:00Z', ...values };
  await inCouncil(
    db,
    council,
    (tx) => tx.sql`insert into ${tx.sql(table)} ${tx.sql({ ...row, id: crypto.randomUUID(), key: crypto.randomUUID() })}`,
  );
}
