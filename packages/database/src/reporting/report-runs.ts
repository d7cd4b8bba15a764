import { randomUUID } from 'node:crypto';
import type { CouncilTransaction } from '../access/database.ts';

export type ReportProblem = 'no-folder' | 'not-allowed' | 'no-space' | 'other';

/** What was written. */
export interface WrittenReport {
  /** The folder's name within that of the council. */
  readonly folder: string;
  readonly files: number;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the list of the files' own. */
  readonly checksum: string;
}

/** Files for reports that were written, are asked for, or could not be written. */
export interface ReportRun {
  readonly id: string;
  readonly on: string;
  readonly how: 'clock' | 'hand';
  /** Staff number; null for one by the clock. */
  readonly askedBy: string | null;
  readonly state: 'waiting' | 'written' | 'failed';
  readonly tries: number;
  readonly written: WrittenReport | null;
  readonly problem: ReportProblem | null;
  /** When it came to stand so (ISO). */
  readonly at: string;
}

/** One process at a time writes for a council. False where another does; held to the end of the transaction. */
export async function lockReports(tx: CouncilTransaction): Promise<boolean> {
  const [found] = await tx.sql<{ isMine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`reports ${tx.councilId}`}, 0)) as "isMine"`;
  return found?.isMine === true;
}

/** Asks for files on behalf of somebody; those that are asked for already are given back. */
export async function askForReport(
  tx: CouncilTransaction,
  { by, on }: { readonly by: string; readonly on: string },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const [added] = await tx.sql<{ id: string }[]>`
    insert into report_run (council_id, id, on_day, how, asked_by, state, tries) values (${tx.councilId}, ${randomUUID()}, ${on}, 'hand', ${by}, 'waiting', 0)
    on conflict (council_id) where state = 'waiting' do nothing returning id`;
  if (added !== undefined) return { id: added.id, isNew: true };
  const [waiting] = await tx.sql<{ id: string }[]>`
    select id from report_run where council_id = ${tx.councilId} and state = 'waiting'`;
  return waiting === undefined ? await askForReport(tx, { by, on }) : { id: waiting.id, isNew: false };
}

/** What somebody asked for and is not written yet; null where nobody did. */
export async function waitingReport(tx: CouncilTransaction): Promise<string | null> {
  const [found] = await tx.sql<{ id: string }[]>`
    select id from report_run where council_id = ${tx.councilId} and state = 'waiting'`;
  return found?.id ?? null;
}

/** When files were written by the clock for the last time (ISO); null where never. */
export async function lastWrittenByClock(tx: CouncilTransaction): Promise<string | null> {
  const [found] = await tx.sql<{ at: string }[]>`
    select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at from report_run
     where council_id = ${tx.councilId} and how = 'clock' and state = 'written'`;
  return found?.at ?? null;
}

/** The day on which files by the clock failed, where none were written since; null where the latest are there. */
export async function reportFailedOn(tx: CouncilTransaction): Promise<string | null> {
  const [latest] = await tx.sql<{ on: string; state: string }[]>`
    select on_day as "on", state from report_run where council_id = ${tx.councilId} and how = 'clock' order by on_day desc limit 1`;
  return latest?.state === 'failed' ? latest.on : null;
}

/** How a writing ended, and at which instant (ISO). */
export interface ReportOutcome {
  readonly at: string;
  readonly written: WrittenReport | null;
  readonly problem: ReportProblem | null;
}

/** Notes how a writing by the clock ended. A day that failed is one row with its tries; one that was written stays as it is. */
export async function noteClockReport(tx: CouncilTransaction, on: string, outcome: ReportOutcome): Promise<void> {
  const { state, written } = settled(outcome);
  await tx.sql`
    insert into report_run (council_id, id, on_day, how, state, tries, folder, files, rows, bytes, checksum, problem, at)
    values (${tx.councilId}, ${randomUUID()}, ${on}, 'clock', ${state}, 1, ${written?.folder ?? null}, ${written?.files ?? null},
      ${written?.rows ?? null}, ${written?.bytes ?? null}, ${written?.checksum ?? null}, ${outcome.problem}, ${outcome.at})
    on conflict (council_id, on_day) where how = 'clock' do update set state = excluded.state, tries = report_run.tries + 1,
      folder = excluded.folder, files = excluded.files, rows = excluded.rows, bytes = excluded.bytes, checksum = excluded.checksum,
      problem = excluded.problem, at = excluded.at`;
}

/** Notes how a writing that somebody asked for ended. */
export async function noteAskedReport(tx: CouncilTransaction, id: string, outcome: ReportOutcome): Promise<void> {
  const { state, written } = settled(outcome);
  await tx.sql`
    update report_run set state = ${state}, tries = tries + 1, folder = ${written?.folder ?? null}, files = ${written?.files ?? null},
      rows = ${written?.rows ?? null}, bytes = ${written?.bytes ?? null}, checksum = ${written?.checksum ?? null},
      problem = ${outcome.problem}, at = ${outcome.at}
     where council_id = ${tx.councilId} and id = ${id} and state = 'waiting'`;
}

function settled({ written }: ReportOutcome) {
  return { state: written === null ? 'failed' : 'written', written };
}

/** The latest first. */
export async function latestReportRuns(tx: CouncilTransaction, most: number): Promise<ReportRun[]> {
  const rows = await tx.sql<(Omit<ReportRun, 'written'> & WrittenReport)[]>`
    select id, on_day as "on", how, asked_by as "askedBy", state, tries, folder, files, rows, bytes, checksum, problem,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at
      from report_run where council_id = ${tx.councilId} order by report_run.at desc, id limit ${most}`;
  return rows.map(({ folder, files, rows: count, bytes, checksum, ...run }) => ({
    ...run,
    written: run.state === 'written' ? { folder, files, rows: count, bytes, checksum } : null,
  }));
}

/** The folders of what was written, without the latest `keep` of those by the clock and of those by hand. */
export async function reportFoldersBefore(tx: CouncilTransaction, keep: number): Promise<string[]> {
  const rows = await tx.sql<{ folder: string }[]>`
    select folder from (
      select folder, at, row_number() over (partition by how order by at desc, id) as place from report_run
       where council_id = ${tx.councilId} and state = 'written') ranked
     where place > ${keep} order by ranked.at desc limit 500`;
  return rows.map(({ folder }) => folder);
}
