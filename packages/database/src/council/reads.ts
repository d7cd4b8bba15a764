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
  /** Set where inspectors read: in which sample the record was named, and the staff number of whoever sits beside them. */
  readonly inspection?: { readonly sampleId: string; readonly beside: string };
}

/** Keeps a look at a record, in the transaction that reads it: what is not kept is not shown. */
export async function keepRead(tx: CouncilTransaction, read: RecordRead): Promise<void> {
  await tx.sql`
    insert into record_read (council_id, reader, about_kind, about_ref, what, ground, sample_id, beside)
    values (${tx.councilId}, ${read.reader}, ${read.aboutKind}, ${read.aboutRef}, ${read.what}, ${read.ground},
      ${read.inspection?.sampleId ?? null}, ${read.inspection?.beside ?? null})`;
}

/** The looks of one reader at one thing on one day in London. */
export interface ReadsOfDay {
  readonly reader: string;
  readonly what: string;
  readonly ground: string;
  /** Staff number of whoever sat beside an inspector; null for every other look. */
  readonly beside: string | null;
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
    select reader, what, ground, beside, (at at time zone 'Europe/London')::date as "on", count(*) as times,
           to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as "lastAt"
      from record_read
     where council_id = ${tx.councilId} and about_kind = ${aboutKind} and about_ref = ${aboutRef}
       and at >= ${from}::date::timestamp at time zone 'Europe/London'
     group by 1, 2, 3, 4, 5 order by max(at) desc, 1, 2 limit ${MOST_DAYS_SHOWN}`;
}
