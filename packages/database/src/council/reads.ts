import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

/** One look at somebody's record: codes, staff numbers and references only. */
export interface RecordRead {
  /** Staff number. */
  readonly reader: string;
  readonly aboutKind: 'person' | 'child';
  readonly aboutRef: string;
  readonly what: string;
  readonly ground: string;
}

/** Keeps a look at a record, in the transaction that reads it: what is not kept is not shown. */
export async function keepRead(tx: CouncilTransaction, read: RecordRead): Promise<void> {
  await tx.sql`
    insert into record_read (council_id, reader, about_kind, about_ref, what, ground)
    values (${tx.councilId}, ${read.reader}, ${read.aboutKind}, ${read.aboutRef}, ${read.what}, ${read.ground})`;
}

/** The looks of one reader at one thing on one day in London. */
export interface ReadsOfDay {
  readonly reader: string;
  readonly what: string;
  readonly ground: string;
  readonly on: LocalDate;
  readonly times: number;
  /** ISO instant of the latest. */
  readonly lastAt: string;
}

const MOST_DAYS_SHOWN = 500;

/** Who looked at a record from a day on, the latest first. */
export async function listReadsAbout(
  tx: CouncilTransaction,
  aboutKind: RecordRead['aboutKind'],
  aboutRef: string,
  from: LocalDate,
): Promise<ReadsOfDay[]> {
  return await tx.sql<ReadsOfDay[]>`
    select reader, what, ground, (at at time zone 'Europe/London')::date as "on", count(*) as times,
           to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as "lastAt"
      from record_read
     where council_id = ${tx.councilId} and about_kind = ${aboutKind} and about_ref = ${aboutRef}
       and at >= ${from}::date::timestamp at time zone 'Europe/London'
     group by 1, 2, 3, 4 order by max(at) desc, 1, 2 limit ${MOST_DAYS_SHOWN}`;
}
