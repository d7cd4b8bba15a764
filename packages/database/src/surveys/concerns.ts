import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

export type ConcernKind = 'safeguarding' | 'whistleblowing';
export type ConcernOutcome = 'passed-on' | 'known-already' | 'cannot-be-followed';

/** A comment that was handed to a round's named person. */
export interface SurveyConcern {
  readonly roundId: string;
  readonly key: string;
  readonly kind: ConcernKind;
  /** Sealed; null once it is closed. */
  readonly words: Uint8Array | null;
  readonly referredBy: string;
  readonly referredOn: LocalDate;
  readonly readOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly outcome: ConcernOutcome | null;
}

const COLUMNS = `round_id as "roundId", key, kind, words, referred_by as "referredBy", referred_on as "referredOn", read_on as "readOn",
  closed_on as "closedOn", outcome`;

export async function addConcern(
  tx: CouncilTransaction,
  concern: Pick<SurveyConcern, 'roundId' | 'key' | 'kind' | 'referredBy' | 'referredOn'> & { readonly words: Uint8Array },
): Promise<void> {
  await tx.sql`
    insert into survey_concern (council_id, round_id, key, kind, words, referred_by, referred_on)
    values (${tx.councilId}, ${concern.roundId}, ${concern.key}, ${concern.kind}, ${Buffer.from(concern.words)}, ${concern.referredBy}, ${concern.referredOn})`;
}

/** A round's concerns, the earliest first. */
export async function listConcerns(tx: CouncilTransaction, roundId: string): Promise<SurveyConcern[]> {
  return await tx.sql<SurveyConcern[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_concern where council_id = ${tx.councilId} and round_id = ${roundId} order by referred_on, key`;
}

/** Notes that the named person has seen what waits, on the first day on which they did. */
export async function markConcernsRead(tx: CouncilTransaction, roundId: string, on: LocalDate): Promise<void> {
  await tx.sql`
    update survey_concern set read_on = ${on} where council_id = ${tx.councilId} and round_id = ${roundId} and read_on is null`;
}

/** Says what became of a concern and destroys its words. False where it is closed already or does not exist. */
export async function closeConcern(
  tx: CouncilTransaction,
  {
    roundId,
    key,
    on,
    outcome,
  }: { readonly roundId: string; readonly key: string; readonly on: LocalDate; readonly outcome: ConcernOutcome },
): Promise<boolean> {
  const closed = await tx.sql`
    update survey_concern set closed_on = ${on}, outcome = ${outcome}, words = null
     where council_id = ${tx.councilId} and round_id = ${roundId} and key = ${key} and closed_on is null`;
  return closed.count === 1;
}

/** Open concerns of rounds that name this person, by round. */
export async function openConcernsFor(
  tx: CouncilTransaction,
  person: string,
): Promise<{ readonly roundId: string; readonly count: number; readonly since: LocalDate }[]> {
  return await tx.sql<{ roundId: string; count: number; since: LocalDate }[]>`
    select c.round_id as "roundId", count(*) as count, min(c.referred_on) as since
      from survey_concern c join survey_round r on r.council_id = c.council_id and r.id = c.round_id
     where c.council_id = ${tx.councilId} and c.closed_on is null and r.safeguarding_to = ${person}
     group by c.round_id order by c.round_id`;
}

/** Mixed rounds that name this person as a screener and have comments that they can take further, by round. */
export async function screeningFor(
  tx: CouncilTransaction,
  person: string,
): Promise<{ readonly roundId: string; readonly count: number }[]> {
  return await tx.sql<{ roundId: string; count: number }[]>`
    select c.round_id as "roundId", count(*) as count
      from survey_comment c join survey_round r on r.council_id = c.council_id and r.id = c.round_id
     where c.council_id = ${tx.councilId} and ${person} = any(r.screeners)
       and (c.state = 'waiting' or (c.state = 'proposed' and c.screened_by <> ${person}))
     group by c.round_id order by c.round_id`;
}
