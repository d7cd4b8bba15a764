import type { CouncilTransaction } from '../access/database.ts';
import type { WordsTransaction } from '../access/sealed-words.ts';
import { groupWords } from './words.ts';

/** Somebody who was invited, and what they said of the record. */
export interface FocusGroupMember {
  readonly person: string;
  readonly roleFamily: string;
  readonly wasPresent: boolean;
  readonly agreedVersion: number | null;
  readonly agreedOn: string | null;
}

export async function listFocusGroupMembers(tx: CouncilTransaction, groupId: string): Promise<FocusGroupMember[]> {
  return await tx.sql<FocusGroupMember[]>`
    select person, role_family as "roleFamily", was_present as "wasPresent", agreed_version as "agreedVersion", agreed_on as "agreedOn"
      from focus_group_member where council_id = ${tx.councilId} and group_id = ${groupId} order by role_family, person`;
}

/** Sets who is invited: whoever is left out goes, whoever stays keeps what they said. */
export async function setFocusGroupMembers(
  tx: CouncilTransaction,
  groupId: string,
  members: readonly { readonly person: string; readonly roleFamily: string }[],
): Promise<void> {
  const persons = members.map(({ person }) => person);
  const families = members.map(({ roleFamily }) => roleFamily);
  await tx.sql`delete from focus_group_member where council_id = ${tx.councilId} and group_id = ${groupId} and person <> all(${persons}::text[])`;
  await tx.sql`
    insert into focus_group_member (council_id, group_id, person, role_family)
    select ${tx.councilId}, ${groupId}, person, family from unnest(${persons}::text[], ${families}::text[]) as one (person, family)
    on conflict (council_id, group_id, person) do update set role_family = excluded.role_family`;
}

/** Says who was in the room. */
export async function setFocusGroupPresent(tx: CouncilTransaction, groupId: string, present: readonly string[]): Promise<void> {
  await tx.sql`
    update focus_group_member set was_present = person = any(${[...present]}::text[]) where council_id = ${tx.councilId} and group_id = ${groupId}`;
}

/** Keeps that a member agrees to one version of the record. */
export async function keepFocusGroupAgreement(
  tx: CouncilTransaction,
  groupId: string,
  { person, version, on }: { readonly person: string; readonly version: number; readonly on: string },
): Promise<void> {
  await tx.sql`
    update focus_group_member set agreed_version = ${version}, agreed_on = ${on}
     where council_id = ${tx.councilId} and group_id = ${groupId} and person = ${person}`;
}

/** Groups of which somebody was a member, with whether they were there and what they agreed to. */
export async function listMemberships(
  tx: CouncilTransaction,
  person: string,
): Promise<{ readonly groupId: string; readonly wasPresent: boolean; readonly agreedVersion: number | null }[]> {
  return await tx.sql<{ groupId: string; wasPresent: boolean; agreedVersion: number | null }[]>`
    select group_id as "groupId", was_present as "wasPresent", agreed_version as "agreedVersion" from focus_group_member
     where council_id = ${tx.councilId} and person = ${person}`;
}

/** What a member would have written otherwise. */
export interface FocusGroupCorrection {
  readonly id: string;
  readonly person: string;
  readonly questionId: string | null;
  readonly version: number;
  readonly says: string;
  readonly state: 'open' | 'taken' | 'declined';
  readonly reply: string | null;
  readonly createdAt: string;
}

type SealedCorrection = Omit<FocusGroupCorrection, 'says' | 'reply'> & {
  readonly says: Uint8Array;
  readonly reply: Uint8Array | null;
};

/** What members would have written otherwise, the earliest first. */
export async function listCorrections(tx: WordsTransaction, groupId: string): Promise<FocusGroupCorrection[]> {
  const rows = await tx.sql<SealedCorrection[]>`
    select id, person, question_id as "questionId", version, says, state, reply, created_at as "createdAt" from focus_group_correction
     where council_id = ${tx.councilId} and group_id = ${groupId} order by created_at`;
  if (rows.length === 0) return [];
  const words = await groupWords(tx, groupId);
  return rows.map(({ says, reply, ...rest }) => ({
    ...rest,
    says: words.read(says, `correction ${rest.id}`),
    reply: reply === null ? null : words.read(reply, `reply ${rest.id}`),
  }));
}

export async function addCorrection(
  tx: WordsTransaction,
  groupId: string,
  correction: Pick<FocusGroupCorrection, 'id' | 'person' | 'questionId' | 'version' | 'says'>,
): Promise<void> {
  const { id, person, questionId, version, says } = correction;
  const words = await groupWords(tx, groupId);
  await tx.sql`
    insert into focus_group_correction (council_id, id, group_id, person, question_id, version, says)
    values (${tx.councilId}, ${id}, ${groupId}, ${person}, ${questionId}, ${version}, ${words.seal(says, `correction ${id}`)})`;
}

/** Answers a correction that is still open; false where it is not there or was answered before. */
export async function answerCorrection(
  tx: WordsTransaction,
  groupId: string,
  answer: { readonly id: string; readonly state: 'taken' | 'declined'; readonly reply: string | null; readonly by: string },
): Promise<boolean> {
  const words = await groupWords(tx, groupId);
  const reply = answer.reply === null ? null : words.seal(answer.reply, `reply ${answer.id}`);
  const { count } = await tx.sql`
    update focus_group_correction set state = ${answer.state}, reply = ${reply}, answered_by = ${answer.by}, answered_at = now()
     where council_id = ${tx.councilId} and group_id = ${groupId} and id = ${answer.id} and state = 'open'`;
  return count === 1;
}

/** How many records wait for somebody who was in the room: sent to its members, and not agreed to as it stands. */
export async function countWaitingChecks(tx: CouncilTransaction, person: string): Promise<number> {
  const [found] = await tx.sql<{ waiting: number }[]>`
    select count(*) as waiting from focus_group_member m join focus_group g on g.council_id = m.council_id and g.id = m.group_id
     where m.council_id = ${tx.councilId} and m.person = ${person} and m.was_present and g.state = 'with-members'
       and m.agreed_version is distinct from g.version`;
  return found?.waiting ?? 0;
}
