import type { BoxDatabase } from './open-box.ts';

/** Nobody keeps more drafts than this for a round, however many keys they make up. */
export const MOST_CARRIED_OVER = 2000;

/** Keeps a draft under its key, in the place of an earlier one. */
export async function keepCarriedOver(
  db: BoxDatabase,
  draft: { readonly roundId: string; readonly key: string; readonly ciphertext: string },
): Promise<'kept' | 'not-open' | 'full'> {
  const { roundId, key, ciphertext } = draft;
  return await db.sql.begin(async (sql) => {
    const [round] = await sql`select 1 from box.round where id = ${roundId} and state = 'open' for share`;
    if (round === undefined) return 'not-open';
    const [found] = await sql<
      { drafts: number }[]
    >`select count(*)::int as drafts from box.carry_over where round = ${roundId} and key <> ${key}`;
    if ((found?.drafts ?? 0) >= MOST_CARRIED_OVER) return 'full';
    await sql`
      insert into box.carry_over (round, key, ciphertext) values (${roundId}, ${key}, ${ciphertext})
      on conflict (round, key) do update set ciphertext = excluded.ciphertext`;
    return 'kept';
  });
}

export async function findCarriedOver(db: BoxDatabase, roundId: string, key: string): Promise<string | null> {
  const [found] = await db.sql<
    { ciphertext: string }[]
  >`select ciphertext from box.carry_over where round = ${roundId} and key = ${key}`;
  return found?.ciphertext ?? null;
}

export async function removeCarriedOver(db: BoxDatabase, roundId: string, key: string): Promise<void> {
  await db.sql`delete from box.carry_over where round = ${roundId} and key = ${key}`;
}
