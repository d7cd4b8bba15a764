import type { PersonLabel } from '@plumbline/analytics/compliance';
import { findCouncil, latestReportRuns } from '@plumbline/database';
import { formatInstant, type LocalDate } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { nextDue, type ReportDays } from './report-schedule.ts';

const SHOWN = 30;

/** One writing of files, as the page shows it. Spelt out: the browser sees no types of the database. */
export interface ReportRunRow {
  readonly id: string;
  readonly on: LocalDate;
  readonly how: 'clock' | 'hand';
  /** Null for one by the clock. */
  readonly askedBy: PersonLabel | null;
  readonly state: 'waiting' | 'written' | 'failed';
  /** How often it was tried. */
  readonly tries: number;
  /** The folder's name within that of the council, and what lies in it; null until it is written. */
  readonly written: {
    readonly folder: string;
    readonly files: number;
    readonly rows: number;
    readonly bytes: number;
    /** SHA-256 of the list of the files' own. */
    readonly checksum: string;
  } | null;
  readonly problem: 'no-folder' | 'not-allowed' | 'no-space' | 'other' | null;
  /** When it came to stand so (ISO). */
  readonly at: string;
}

export interface ReportFilesView {
  /** Null where the server was told no folder. */
  readonly schedule: {
    /** The council's own folder on the server. */
    readonly folder: string;
    /** Minutes after midnight in London. */
    readonly at: number;
    readonly days: ReportDays;
    readonly keep: number;
    /** ISO instant. */
    readonly next: string;
  } | null;
  /** Latest first. */
  readonly runs: readonly ReportRunRow[];
}

/** When files for reports were written, where to and how much, and when the next are due. */
export async function viewReportFiles(caller: Caller): Promise<ReportFilesView> {
  const { database, reports } = caller.services;
  const council = (await findCouncil(database, caller.signedIn.councilId)) ?? refuse('not-found');
  return await caller.read(async (tx) => {
    const runs = await latestReportRuns(tx, SHOWN);
    const label = await labelsOf(
      tx,
      runs.flatMap(({ askedBy }) => askedBy ?? []),
    );
    return {
      schedule:
        reports === undefined
          ? null
          : {
              folder: `${reports.schedule.folder}/${council.slug}`,
              at: reports.schedule.at,
              days: reports.schedule.days,
              keep: reports.schedule.keep,
              next: formatInstant(nextDue(reports.schedule, caller.now)),
            },
      runs: runs.map(({ askedBy, ...run }) => ({ ...run, askedBy: askedBy === null ? null : label(askedBy) })),
    };
  });
}

export const viewReportFilesProcedure = procedure
  .meta({ permission: 'reports:write' })
  .query(({ ctx }) => viewReportFiles(ctx.caller));
