import type { Answers, CountedBallot } from '@plumbline/domain/surveys';
import type { BoxDatabase } from './open-box.ts';

/** What was written in words to one item. The key can be worked out by whoever holds the token, and by nobody else. */
export interface KeyedWords {
  readonly key: string;
  readonly item: string;
  readonly text: string;
  readonly mayQuote: boolean;
}

export interface StoredBallot {
  readonly roundId: string;
  readonly tokenHash: string;
  readonly cell: string;
  /** Without words. */
  readonly answers: Answers;
  readonly words: readonly KeyedWords[];
  /** Keys under which words of the same token may lie from before: they go. */
  readonly formerKeys: readonly string[];
}

/** Keeps answers, in the place of earlier ones of the same token; durable when it returns. False where the round takes none. */
export async function keepBallot(db: BoxDatabase, ballot: StoredBallot): Promise<boolean> {
  const { roundId, tokenHash, cell, answers, words, formerKeys } = ballot;
  return await db.sql.begin(async (sql) => {
    const [round] = await sql`select 1 from box.round where id = ${roundId} and state = 'open' for share`;
    if (round === undefined) return false;
    await sql`
      insert into box.ballot (round, token_hash, cell, answers) values (${roundId}, ${tokenHash}, ${cell}, ${JSON.stringify(answers)}::text::jsonb)
      on conflict (round, token_hash) do update set answers = excluded.answers`;
    await sql`delete from box.words where round = ${roundId} and key = any(${[...formerKeys]}::text[])`;
    for (const { key, item, text, mayQuote } of words)
      await sql`insert into box.words (key, round, item, text, may_quote) values (${key}, ${roundId}, ${item}, ${text}, ${mayQuote})`;
    return true;
  });
}

/** Removes the answers of a token and its words. False where the round takes no changes; removing what is not there is no failure. */
export async function withdrawBallot(
  db: BoxDatabase,
  { roundId, tokenHash, formerKeys }: Pick<StoredBallot, 'roundId' | 'tokenHash' | 'formerKeys'>,
): Promise<boolean> {
  return await db.sql.begin(async (sql) => {
    const [round] = await sql`select 1 from box.round where id = ${roundId} and state = 'open' for share`;
    if (round === undefined) return false;
    await sql`delete from box.ballot where round = ${roundId} and token_hash = ${tokenHash}`;
    await sql`delete from box.words where round = ${roundId} and key = any(${[...formerKeys]}::text[])`;
    return true;
  });
}

/** How many have answered so far or, once it is mixed, in all. */
export async function countBallots(db: BoxDatabase, roundId: string): Promise<number> {
  const [found] = await db.sql<{ ballots: number }[]>`
    select ((select count(*) from box.ballot where round = ${roundId}) + (select count(*) from box.counted where round = ${roundId}))::int as ballots`;
  return found?.ballots ?? 0;
}

/** The answers of a mixed round in the order of their random keys. */
export async function listCounted(db: BoxDatabase, roundId: string): Promise<CountedBallot[]> {
  return await db.sql<CountedBallot[]>`select cell, answers from box.counted where round = ${roundId} order by key`;
}

/** Something that was written in words, of which nobody knows beside what it stood. */
export interface BoxComment {
  readonly key: string;
  readonly item: string;
  readonly text: string;
  readonly mayQuote: boolean;
}

/** What was written in words in a mixed round, in the order of random keys. */
export async function listComments(db: BoxDatabase, roundId: string): Promise<BoxComment[]> {
  return await db.sql<BoxComment[]>`
    select key, item, text, may_quote as "mayQuote" from box.comment where round = ${roundId} order by key`;
}

/** The tokens' hashes of a mixed round in ascending order, and how many answers came from each group. */
export async function listReceipts(
  db: BoxDatabase,
  roundId: string,
): Promise<{ receipts: string[]; received: Record<string, number> }> {
  const [receipts, cells] = await Promise.all([
    db.sql<{ hash: string }[]>`select token_hash as hash from box.receipt where round = ${roundId} order by token_hash`,
    db.sql<{ cell: string; received: number }[]>`
      select cell, count(*)::int as received from box.counted where round = ${roundId} group by cell order by cell`,
  ]);
  return {
    receipts: receipts.map(({ hash }) => hash),
    received: Object.fromEntries(cells.map(({ cell, received }) => [cell, received])),
  };
}

/** The words of one comment of a mixed round; null where they were destroyed. */
export async function findBoxComment(db: BoxDatabase, roundId: string, key: string): Promise<BoxComment | null> {
  const [found] = await db.sql<BoxComment[]>`
    select key, item, text, may_quote as "mayQuote" from box.comment where round = ${roundId} and key = ${key}`;
  return found ?? null;
}

/** Destroys the words of comments that are settled. */
export async function destroyComments(db: BoxDatabase, roundId: string, keys: readonly string[]): Promise<void> {
  await db.sql`delete from box.comment where round = ${roundId} and key = any(${[...keys]}::uuid[])`;
}
