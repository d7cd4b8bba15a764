import { randomUUID } from 'node:crypto';
import { inCouncil, seedCouncil, type Database } from '@plumbline/database';
import { makeCouncil, type PackId } from '@plumbline/demo';
import { FACT_KIND_NAMES, type AnyFact, type Facts } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';

/** The day up to which the council has a history; every date that is asked about lies before or on it. */
export const LAST_DAY = '2026-11-20';
/** So many teams are kept of a demonstration council, with everybody who ever worked there and their children. */
const TEAMS = 3;

/**
 * A few teams of an invented council in a database, with five years of history: known from about when it happened, some of it
 * late, some of it first recorded wrongly, some of it taken back. Returns the council's id.
 */
export async function makeRecountCouncil(db: Database, packId: PackId, seed: number): Promise<string> {
  const id = randomUUID();
  const whole = makeCouncil({ seed, packId, size: 'small', today: LAST_DAY });
  await seedCouncil(db, {
    council: { id, slug: `recount-${id.slice(0, 8)}`, name: 'Recount', isDemonstration: true },
    pack: loadPack(packId),
    facts: someTeams(whole, seed),
    actor: 'system',
    openUntil: '2027-06-30',
    isBackdated: true,
  });
  await inCouncil(db, id, async (tx) => {
    for (const [table, first] of Object.entries(FIRST_WRONG)) {
      await tx.sql.unsafe(firstWrong(table, first));
      await tx.sql.unsafe(`insert into fact_${table} select * from earlier`);
      await tx.sql.unsafe('drop table earlier');
    }
    await tx.sql.unsafe(TAKEN_BACK);
    await tx.sql.unsafe('insert into fact_session select * from mistaken');
    await tx.sql.unsafe('drop table mistaken');
  });
  return id;
}

/** What was wrong in the first version of some facts, by table. Ends move nearer only: two facts of a kind must not meet. */
const FIRST_WRONG: Readonly<Record<string, string>> = {
  session: `started_at = started_at + interval '4 days', status = case when abs(hashtext(key)) % 3 = 0 then 'planned' else status end`,
  discussion: 'discussed_on = discussed_on - 5, filed_at = null',
  absence: 'to_on = from_on',
  allocation: 'ended_on = null',
};

/** One in seven was recorded wrongly at first and corrected up to forty days later. */
function firstWrong(table: string, wrong: string): string {
  return `create temp table earlier as select * from fact_${table} where known_to is null and abs(hashtext('first' || key)) % 7 = 0;
    update earlier set known_to = known_from + interval '1 day' * (1 + abs(hashtext('days' || key)) % 40), ${wrong};
    update fact_${table} f set version = 2, known_from = e.known_to from earlier e where f.id = e.id`;
}

/** One supervision in thirty stood in the record twice for three weeks. */
const TAKEN_BACK = `create temp table mistaken as select * from fact_session where known_to is null and abs(hashtext('twice' || key)) % 30 = 0;
  update mistaken set id = gen_random_uuid(), version = 1, key = 'twice-' || key, session = 'twice-' || session,
    started_at = started_at + interval '9 days', known_to = known_from + interval '21 days'`;

function someTeams(whole: Facts, seed: number): Facts {
  const busy = whole.team.filter(({ team }) => whole.post.some((post) => post.team === team));
  const teams = new Set(Array.from({ length: TEAMS }, (_, i) => busy[(seed + i * 3) % busy.length]?.team));
  const posts = whole.post.filter((post) => teams.has(post.team ?? ''));
  const persons = new Set(posts.flatMap((post) => [post.person, post.lineManager, post.secondLineManager]));
  const children = new Set(whole.allocation.filter(({ worker }) => persons.has(worker)).map(({ child }) => child));
  const isKept = (fact: AnyFact): boolean => {
    if (typeof fact['child'] === 'string') return children.has(fact['child']);
    const about = fact['supervisee'] ?? fact['person'] ?? fact['worker'] ?? fact['subject'] ?? null;
    return about === null || persons.has(String(about)) || children.has(String(about));
  };
  const kept = FACT_KIND_NAMES.map((kind) => [kind, (whole[kind] as readonly AnyFact[]).filter(isKept)]);
  return { ...(Object.fromEntries(kept) as Facts), feeds: whole.feeds };
}
