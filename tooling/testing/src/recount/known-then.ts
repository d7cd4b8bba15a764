import { randomUUID } from 'node:crypto';
import { createCouncil, inCouncil, rebuildDuties, type CouncilTransaction, type Database } from '@plumbline/database';
import { FACT_KIND_NAMES } from '@plumbline/domain/facts';

/** Ids of people and children, and the policy as published: the same whatever was known. */
const ONCE = ['subject', 'council_policy'];
const KNOWN = ['feed', ...FACT_KIND_NAMES.map((kind) => `fact_${kind.replaceAll('-', '_')}`)];
const MADE = ['duty', 'responsibility', 'figure_month'];

/** A council with the people, children and policy of another and no facts, to be filled with what the other knew on some day. */
export async function makeEmptyCouncil(db: Database, source: string): Promise<string> {
  const id = randomUUID();
  await createCouncil(db, { id, slug: `then-${id.slice(0, 8)}`, name: 'As it was known', isDemonstration: true });
  await inCouncil(db, source, (tx) => copy(tx, ONCE, source, id, ''));
  return id;
}

/**
 * Makes `target` a council in which only that is recorded which `source` knew by the end of a day in London, and nothing ever
 * was corrected: a version of a fact was known from `known_from` up to and without `known_to`. What is due is made of it as for any
 * council; nothing that the product uses for asking how things were known is used.
 */
export async function fillAsKnown(db: Database, source: string, target: string, knownOn: string): Promise<void> {
  const end = `((date '${knownOn}' + 1)::timestamp at time zone 'Europe/London')`;
  await inCouncil(db, target, async (tx) => {
    for (const table of [...MADE, ...KNOWN]) await tx.sql.unsafe(`delete from ${table}`);
  });
  const known = `and known_from < ${end} and (known_to is null or known_to >= ${end})`;
  await inCouncil(db, source, (tx) => copy(tx, KNOWN, source, target, known));
  const [later] = await db.sql<{ day: string }[]>`select ${knownOn}::date + 200 as day`;
  await rebuildDuties(db, target, { openUntil: later?.day ?? '' });
}

/** Rows of a table are seen in their own council only: they are kept aside while the other is entered. */
async function copy(
  tx: CouncilTransaction,
  tables: readonly string[],
  source: string,
  target: string,
  which: string,
): Promise<void> {
  for (const table of tables)
    await tx.sql.unsafe(
      `create temp table then_${table} on commit drop as select * from ${table} where council_id = '${source}' ${which}`,
    );
  await tx.sql`select set_config('plumbline.council', ${target}, true)`;
  for (const table of tables) {
    const isKnownNow = table === 'feed' || table.startsWith('fact_') ? ', known_to = null' : '';
    await tx.sql.unsafe(`update then_${table} set council_id = '${target}'${isKnownNow}`);
    await tx.sql.unsafe(`insert into ${table} select * from then_${table}`);
  }
}
