import type { Coding, Codebook, Extract } from '@plumbline/domain/focus-groups';
import type { CouncilTransaction } from '../access/database.ts';
import { SealedWords, type WordsTransaction } from '../access/sealed-words.ts';
import { groupOwner, groupWords } from './words.ts';

/** A version of the council's codebook; number 0 is the shipped one, which no row holds. */
export interface CodebookVersion {
  readonly number: number;
  readonly note: string;
  readonly savedBy: string;
  readonly savedAt: string;
}

export async function latestCodebook(tx: CouncilTransaction): Promise<(CodebookVersion & { readonly content: Codebook }) | null> {
  const [found] = await tx.sql<(CodebookVersion & { content: Codebook })[]>`
    select number, note, saved_by as "savedBy", saved_at as "savedAt", content from codebook_version
     where council_id = ${tx.councilId} order by number desc limit 1`;
  return found ?? null;
}

export async function listCodebookVersions(tx: CouncilTransaction): Promise<CodebookVersion[]> {
  return await tx.sql<CodebookVersion[]>`
    select number, note, saved_by as "savedBy", saved_at as "savedAt" from codebook_version where council_id = ${tx.councilId} order by number desc`;
}

export async function findCodebook(tx: CouncilTransaction, number: number): Promise<Codebook | null> {
  const [found] = await tx.sql<{ content: Codebook }[]>`
    select content from codebook_version where council_id = ${tx.councilId} and number = ${number}`;
  return found?.content ?? null;
}

/** Adds the next version; false where somebody else added it meanwhile. */
export async function addCodebookVersion(
  tx: CouncilTransaction,
  version: { readonly number: number; readonly content: Codebook; readonly note: string; readonly by: string },
): Promise<boolean> {
  const { count } = await tx.sql`
    insert into codebook_version (council_id, number, content, note, saved_by)
    values (${tx.councilId}, ${version.number}, ${JSON.stringify(version.content)}::text::jsonb, ${version.note}, ${version.by})
    on conflict do nothing`;
  return count === 1;
}

export interface StoredExtract extends Extract {
  readonly createdBy: string;
}

/** A row as it is stored: its words sealed under the key of its group; null once they were erased. */
type SealedExtract = Omit<StoredExtract, 'words' | 'groupId'> & {
  readonly groupId: string;
  readonly words: Uint8Array | null;
  readonly dataKey: Uint8Array;
};

function extractColumns(tx: CouncilTransaction) {
  return tx.sql`e.id, e.source, e.group_id as "groupId", e.question_id as "questionId", e.construct, e.band, e.words,
    e.is_verbatim as "isVerbatim", e.created_by as "createdBy", g.data_key as "dataKey"`;
}

/** Opens extracts; each group's key is opened once. */
function opened(tx: WordsTransaction, rows: readonly SealedExtract[]): StoredExtract[] {
  const keys = new Map<string, SealedWords>();
  return rows.map(({ words, dataKey, ...rest }) => {
    const key = keys.get(rest.groupId) ?? SealedWords.open(tx, groupOwner(rest.groupId), dataKey);
    keys.set(rest.groupId, key);
    return { ...rest, words: words === null ? '' : key.read(words, `extract ${rest.id}`) };
  });
}

/** Extracts of one group, or of all, in the order in which they were cut out. */
export async function listExtracts(tx: WordsTransaction, groupId: string | null): Promise<StoredExtract[]> {
  const rows = await tx.sql<SealedExtract[]>`
    select ${extractColumns(tx)} from coded_extract e join focus_group g on g.council_id = e.council_id and g.id = e.group_id
     where e.council_id = ${tx.councilId} ${groupId === null ? tx.sql`` : tx.sql`and e.group_id = ${groupId}`} order by e.created_at, e.id`;
  return opened(tx, rows);
}

/** One extract, locked. */
export async function findExtract(tx: WordsTransaction, id: string): Promise<StoredExtract | null> {
  const rows = await tx.sql<SealedExtract[]>`
    select ${extractColumns(tx)} from coded_extract e join focus_group g on g.council_id = e.council_id and g.id = e.group_id
     where e.council_id = ${tx.councilId} and e.id = ${id} for update of e`;
  return opened(tx, rows)[0] ?? null;
}

export async function addExtract(tx: WordsTransaction, extract: StoredExtract & { readonly groupId: string }): Promise<void> {
  const { id, source, groupId, questionId, construct, band, isVerbatim, createdBy } = extract;
  const words = (await groupWords(tx, groupId)).seal(extract.words, `extract ${id}`);
  await tx.sql`
    insert into coded_extract (council_id, id, source, group_id, question_id, construct, band, words, is_verbatim, created_by)
    values (${tx.councilId}, ${id}, ${source}, ${groupId}, ${questionId}, ${construct}, ${band}, ${words}, ${isVerbatim}, ${createdBy})`;
}

/** Takes an extract away with what was made of it. */
export async function removeExtract(tx: CouncilTransaction, id: string): Promise<void> {
  await tx.sql`delete from extract_coding where council_id = ${tx.councilId} and extract_id = ${id}`;
  await tx.sql`delete from coded_extract where council_id = ${tx.councilId} and id = ${id}`;
}

export interface StoredCoding extends Coding {
  readonly version: number;
  readonly codebookNumber: number;
}

/** Codings of the extracts of one group, or of all. */
export async function listCodings(tx: CouncilTransaction, groupId: string | null): Promise<StoredCoding[]> {
  return await tx.sql<StoredCoding[]>`
    select extract_id as "extractId", coder, is_second as "isSecond", codes, direction, evidence, c.version, codebook_number as "codebookNumber"
      from extract_coding c join coded_extract e on e.council_id = c.council_id and e.id = c.extract_id
     where c.council_id = ${tx.councilId} ${groupId === null ? tx.sql`` : tx.sql`and e.group_id = ${groupId}`}
     order by c.coded_at`;
}

/** Keeps a coder's coding of an extract; their own earlier one is replaced and counts up. */
export async function keepCoding(tx: CouncilTransaction, coding: Omit<StoredCoding, 'version'>): Promise<number> {
  const { extractId, coder, isSecond, codes, direction, evidence, codebookNumber } = coding;
  const [kept] = await tx.sql<{ version: number }[]>`
    insert into extract_coding (council_id, extract_id, coder, is_second, codes, direction, evidence, codebook_number)
    values (${tx.councilId}, ${extractId}, ${coder}, ${isSecond}, ${[...codes]}::text[], ${direction}, ${evidence}, ${codebookNumber})
    on conflict (council_id, extract_id, coder) do update set codes = excluded.codes, direction = excluded.direction,
      evidence = excluded.evidence, codebook_number = excluded.codebook_number, version = extract_coding.version + 1, coded_at = now()
    returning version`;
  return kept?.version ?? 1;
}
