import { SealedWords, type WordsOwner, type WordsTransaction } from '../access/sealed-words.ts';

export function groupOwner(id: string): WordsOwner {
  return { kind: 'focus group', id };
}

/** The words of a group that is there; throws where it is not. */
export async function groupWords(tx: WordsTransaction, groupId: string): Promise<SealedWords> {
  const [found] = await tx.sql<{ dataKey: Uint8Array }[]>`
    select data_key as "dataKey" from focus_group where council_id = ${tx.councilId} and id = ${groupId}`;
  if (found === undefined) throw new Error('There is no such focus group.');
  return SealedWords.open(tx, groupOwner(groupId), found.dataKey);
}
