import type { FocusGroupRecord, FocusGroupState } from '@plumbline/domain/focus-groups';
import type { CouncilTransaction } from '../access/database.ts';
import { SealedWords, type WordsTransaction } from '../access/sealed-words.ts';
import { groupOwner, groupWords } from './words.ts';

const RECORD = 'record';
const SOURCE = 'source';

/** A focus group without its record. */
export interface FocusGroupHead {
  readonly id: string;
  readonly title: string;
  readonly state: FocusGroupState;
  readonly heldOn: string | null;
  readonly retainedUntil: string | null;
  readonly version: number;
  readonly sourceName: string | null;
  readonly sentAt: string | null;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

/** A focus group with what was written of it. */
export interface FocusGroup extends FocusGroupHead {
  readonly record: FocusGroupRecord;
}

function headColumns(tx: CouncilTransaction) {
  return tx.sql`id, title, state, held_on as "heldOn", retained_until as "retainedUntil", version, source_name as "sourceName",
    sent_at as "sentAt", created_by as "createdBy", updated_by as "updatedBy", updated_at as "updatedAt"`;
}

export interface NewFocusGroup {
  readonly id: string;
  readonly state: 'planned' | 'written-up';
  readonly record: FocusGroupRecord;
  readonly source: { readonly name: string; readonly text: string } | null;
  readonly by: string;
}

export async function createFocusGroup(tx: WordsTransaction, { id, state, record, source, by }: NewFocusGroup): Promise<void> {
  const { words, dataKey } = SealedWords.make(tx, groupOwner(id));
  const text = source === null ? null : words.seal(source.text, SOURCE);
  await tx.sql`
    insert into focus_group (council_id, id, title, state, held_on, retained_until, data_key, record, source_name, source_text, created_by, updated_by)
    values (${tx.councilId}, ${id}, ${record.title}, ${state}, ${record.heldOn}, ${record.retainedUntil}, ${dataKey},
      ${words.seal(JSON.stringify(record), RECORD)}, ${source?.name ?? null}, ${text}, ${by}, ${by})`;
}

/** A row as it is stored: its record sealed. */
type Sealed = FocusGroupHead & { readonly dataKey: Uint8Array; readonly record: Uint8Array };

function opened(tx: WordsTransaction, { dataKey, record, ...head }: Sealed): FocusGroup {
  const words = SealedWords.open(tx, groupOwner(head.id), dataKey);
  return { ...head, record: JSON.parse(words.read(record, RECORD)) as FocusGroupRecord };
}

/** Every focus group, the latest held first, those without a day before them. */
export async function listFocusGroups(tx: WordsTransaction): Promise<FocusGroup[]> {
  const rows = await tx.sql<Sealed[]>`
    select ${headColumns(tx)}, data_key as "dataKey", record from focus_group where council_id = ${tx.councilId}
     order by held_on desc nulls first, created_at desc`;
  return rows.map((row) => opened(tx, row));
}

/** One focus group; with `isLocked` nobody else changes it until the transaction ends. */
export async function findFocusGroup(tx: WordsTransaction, id: string, isLocked = false): Promise<FocusGroup | null> {
  const [found] = await tx.sql<Sealed[]>`
    select ${headColumns(tx)}, data_key as "dataKey", record from focus_group
     where council_id = ${tx.councilId} and id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found === undefined ? null : opened(tx, found);
}

/** The words of the file that a group was brought in from; null where it was not. */
export async function focusGroupSource(tx: WordsTransaction, id: string): Promise<string | null> {
  const [found] = await tx.sql<{ text: Uint8Array | null }[]>`
    select source_text as text from focus_group where council_id = ${tx.councilId} and id = ${id}`;
  if (found === undefined || found.text === null) return null;
  return (await groupWords(tx, id)).read(found.text, SOURCE);
}

export interface FocusGroupChange {
  readonly by: string;
  readonly record?: FocusGroupRecord;
  readonly state?: FocusGroupState;
  readonly isSent?: boolean;
}

/** Changes a group that the caller holds locked: what stood before is kept as a version, and the version counts up. */
export async function changeFocusGroup(
  tx: WordsTransaction,
  group: FocusGroup,
  change: FocusGroupChange,
): Promise<FocusGroupHead> {
  const record = change.record ?? group.record;
  const state = change.state ?? group.state;
  const words = await groupWords(tx, group.id);
  await tx.sql`
    insert into focus_group_version (council_id, group_id, version, state, record, saved_by, saved_at)
    select council_id, id, version, state, record, updated_by, updated_at from focus_group where council_id = ${tx.councilId} and id = ${group.id}`;
  const [changed] = await tx.sql<FocusGroupHead[]>`
    update focus_group set title = ${record.title}, state = ${state}, held_on = ${record.heldOn}, retained_until = ${record.retainedUntil},
      record = ${words.seal(JSON.stringify(record), RECORD)}, version = version + 1, updated_by = ${change.by}, updated_at = now(),
      sent_at = ${change.isSent === true ? tx.sql`now()` : tx.sql`sent_at`}
     where council_id = ${tx.councilId} and id = ${group.id} returning ${headColumns(tx)}`;
  if (changed === undefined) throw new Error('A focus group went while it was being changed.');
  return changed;
}

/** What a record said before, the latest first, without its words. */
export interface FocusGroupPast {
  readonly version: number;
  readonly state: FocusGroupState;
  readonly savedBy: string;
  readonly savedAt: string;
}

export async function listFocusGroupVersions(tx: CouncilTransaction, id: string): Promise<FocusGroupPast[]> {
  return await tx.sql<FocusGroupPast[]>`
    select version, state, saved_by as "savedBy", saved_at as "savedAt" from focus_group_version
     where council_id = ${tx.councilId} and group_id = ${id} order by version desc limit 200`;
}

/** A record as it stood at one version. */
export async function findFocusGroupVersion(tx: WordsTransaction, id: string, version: number): Promise<FocusGroupRecord | null> {
  const [found] = await tx.sql<{ record: Uint8Array }[]>`
    select record from focus_group_version where council_id = ${tx.councilId} and group_id = ${id} and version = ${version}`;
  if (found === undefined) return null;
  return JSON.parse((await groupWords(tx, id)).read(found.record, RECORD)) as FocusGroupRecord;
}

/**
 * Takes away every word of a group that is retired: record, versions, file, corrections and extracts. Codes and counts stay.
 * What is left is sealed anew under another key; with the old one gone, no copy of the old rows can be opened.
 */
export async function eraseFocusGroupWords(tx: WordsTransaction, id: string, empty: FocusGroupRecord): Promise<void> {
  const { councilId } = tx;
  const { words, dataKey } = SealedWords.make(tx, groupOwner(id));
  await tx.sql`
    update focus_group set data_key = ${dataKey}, record = ${words.seal(JSON.stringify(empty), RECORD)}, source_text = null
     where council_id = ${councilId} and id = ${id}`;
  await tx.sql`delete from focus_group_version where council_id = ${councilId} and group_id = ${id}`;
  await tx.sql`delete from focus_group_correction where council_id = ${councilId} and group_id = ${id}`;
  await tx.sql`update coded_extract set words = null where council_id = ${councilId} and group_id = ${id}`;
}
