import type { LocalDate } from '@plumbline/domain/calendar';
import type { RoleFamily } from '@plumbline/domain/surveys';
import type { CouncilTransaction } from '../access/database.ts';

/** One person on the frozen list of a round. */
export interface SurveyInvitation {
  readonly roundId: string;
  readonly person: string;
  readonly cell: string;
  readonly service: string;
  readonly roleFamily: RoleFamily;
  readonly team: string;
  /** The day on which their one-time link was made, and never anything finer. */
  readonly issuedOn: LocalDate | null;
  readonly how: 'self' | 'paper' | null;
  readonly blindedHash: string | null;
  readonly remindedOn: LocalDate | null;
  readonly remindersStopped: boolean;
}

const COLUMNS = `round_id as "roundId", person, cell, service, role_family as "roleFamily", team, issued_on as "issuedOn", how,
  blinded_hash as "blindedHash", reminded_on as "remindedOn", reminders_stopped as "remindersStopped"`;

export async function listInvitations(tx: CouncilTransaction, roundId: string): Promise<SurveyInvitation[]> {
  return await tx.sql<SurveyInvitation[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_invitation where council_id = ${tx.councilId} and round_id = ${roundId} order by person`;
}

/** Somebody's invitations to rounds that are open. */
export async function openInvitationsOf(tx: CouncilTransaction, person: string): Promise<SurveyInvitation[]> {
  return await tx.sql<SurveyInvitation[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_invitation i
     where council_id = ${tx.councilId} and person = ${person}
       and exists (select from survey_round r where r.council_id = i.council_id and r.id = i.round_id and r.state = 'open')
     order by round_id`;
}

/** Somebody's invitation, held alone until the transaction ends, so that nobody has two one-time links; or null. */
export async function lockInvitation(tx: CouncilTransaction, roundId: string, person: string): Promise<SurveyInvitation | null> {
  const [found] = await tx.sql<SurveyInvitation[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_invitation
     where council_id = ${tx.councilId} and round_id = ${roundId} and person = ${person} for update`;
  return found ?? null;
}

export interface Issue {
  readonly roundId: string;
  readonly person: string;
  readonly on: LocalDate;
  readonly how: 'self' | 'paper';
  readonly blindedHash: string;
}

/** Notes that somebody's one-time link was made. */
export async function markIssued(tx: CouncilTransaction, { roundId, person, on, how, blindedHash }: Issue): Promise<void> {
  await tx.sql`
    update survey_invitation set issued_on = ${on}, how = ${how}, blinded_hash = ${blindedHash}
     where council_id = ${tx.councilId} and round_id = ${roundId} and person = ${person}`;
}

/** No more reminders to somebody. False where they are not invited. */
export async function stopReminders(tx: CouncilTransaction, roundId: string, person: string): Promise<boolean> {
  const changed = await tx.sql`
    update survey_invitation set reminders_stopped = true where council_id = ${tx.councilId} and round_id = ${roundId} and person = ${person}`;
  return changed.count > 0;
}

/** Notes that everybody who has not stopped reminders was reminded on a day. Returns their staff numbers. */
export async function markReminded(tx: CouncilTransaction, roundId: string, on: LocalDate): Promise<string[]> {
  const reminded = await tx.sql<{ person: string }[]>`
    update survey_invitation set reminded_on = ${on}
     where council_id = ${tx.councilId} and round_id = ${roundId} and not reminders_stopped returning person`;
  return reminded.map(({ person }) => person).toSorted();
}

/** How many one-time links of a round were made so far. */
export async function countIssued(tx: CouncilTransaction, roundId: string): Promise<number> {
  const [found] = await tx.sql<{ issued: number }[]>`
    select count(*) as issued from survey_invitation where council_id = ${tx.councilId} and round_id = ${roundId} and issued_on is not null`;
  return found?.issued ?? 0;
}
