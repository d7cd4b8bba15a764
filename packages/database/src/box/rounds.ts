import type { Instrument, Manifest } from '@plumbline/domain/surveys';
import type { BoxDatabase } from './open-box.ts';

export interface BoxRoundRow {
  readonly id: string;
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly instrument: Instrument;
  readonly state: 'open' | 'closed' | 'mixed';
}

/**
 * Lets the box take answers for a round. A second time nothing happens; a round that was frozen anew before anybody answered
 * takes the place of the earlier one. False where answers lie there under another manifest.
 */
export async function openBoxRound(db: BoxDatabase, round: Omit<BoxRoundRow, 'state'>): Promise<boolean> {
  const kept = await db.sql`
    insert into box.round (id, manifest, manifest_hash, instrument, state)
    values (${round.id}, ${JSON.stringify(round.manifest)}::text::jsonb, ${round.manifestHash}, ${JSON.stringify(round.instrument)}::text::jsonb, 'open')
    on conflict (id) do update set manifest = excluded.manifest, manifest_hash = excluded.manifest_hash, instrument = excluded.instrument
      where box.round.state = 'open'
        and (box.round.manifest_hash = excluded.manifest_hash or not exists (select from box.ballot b where b.round = box.round.id))`;
  return kept.count > 0;
}

export async function findBoxRound(db: BoxDatabase, id: string): Promise<BoxRoundRow | null> {
  const [found] = await db.sql<BoxRoundRow[]>`
    select id, manifest, manifest_hash as "manifestHash", instrument, state from box.round where id = ${id}`;
  return found ?? null;
}

/** More than this are not listed: by then nobody looks for the oldest. */
const MOST_LISTED = 30;

/** Rounds as anybody may see them listed: those that close last come first. */
export async function listBoxRounds(db: BoxDatabase): Promise<Pick<BoxRoundRow, 'id' | 'manifest' | 'state'>[]> {
  return await db.sql<Pick<BoxRoundRow, 'id' | 'manifest' | 'state'>[]>`
    select id, manifest, state from box.round order by manifest ->> 'closesOn' desc, id limit ${MOST_LISTED}`;
}

/** Takes no more answers from now on: whoever is about to store one has done so or is refused. */
export async function closeBoxRound(db: BoxDatabase, id: string): Promise<void> {
  await db.sql`update box.round set state = 'closed' where id = ${id} and state = 'open'`;
}

/** Puts a closed round's answers in random order, apart from their tokens; a second time nothing happens. */
export async function mixBoxRound(db: BoxDatabase, id: string): Promise<void> {
  await db.sql`select box.mix(${id})`;
}

/**
 * Writes everything that lies in the box of open rounds anew in random order. Answers stay replaceable by their tokens. False where
 * nothing lies there.
 */
export async function stirBox(db: BoxDatabase): Promise<boolean> {
  const [found] = await db.sql<
    { any: boolean }[]
  >`select exists (select from box.ballot) or exists (select from box.carry_over) as any`;
  if (found?.any !== true) return false;
  await db.sql`select box.stir()`;
  return true;
}
