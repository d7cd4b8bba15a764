import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isReportDue, type ReportSchedule } from '@plumbline/api';
import {
  inCouncil,
  lastWrittenByClock,
  lockReports,
  noteAskedReport,
  noteClockReport,
  readReport,
  reportFoldersBefore,
  waitingReport,
  type Council,
  type CouncilTransaction,
  type Database,
  type ReportOutcome,
  type ReportProblem,
} from '@plumbline/database';
import { formatDay, londonDay, londonMinuteOfDay, parseInstant } from '@plumbline/domain/calendar';
import { reportFiles } from './report-files.ts';
import { removeFolder, writeFolder } from './write-folder.ts';

export interface ReportKeeper {
  readonly database: Database;
  readonly schedule: ReportSchedule;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Named = Pick<Council, 'id' | 'slug' | 'name'>;

/** What was written, and what went wrong with the rest. */
export interface LookedAfter {
  readonly written: readonly string[];
  readonly errors: readonly unknown[];
}

const NOTHING: LookedAfter = { written: [], errors: [] };

/**
 * Writes a council's files for reports where the schedule or somebody asks for them, and removes the oldest beyond those that are kept. How it
 * ended is noted in the same transaction that holds the lock, so that a process that is killed on the way has written nothing as far as the next one
 * knows, and that one writes them. What fails is noted and given back rather than thrown. Does nothing where another process is at it.
 */
export async function lookAfterReports(keeper: ReportKeeper, council: Named): Promise<LookedAfter> {
  return await inCouncil(keeper.database, council.id, async (tx) => {
    if (!(await lockReports(tx))) return NOTHING;
    const byClock = await writeByClock(keeper, council, tx);
    const asked = await writeAsked(keeper, council, tx);
    const written = [...byClock.written, ...asked.written];
    const left = written.length === 0 ? [] : await removeOldest(keeper, council, tx);
    return { written, errors: [...byClock.errors, ...asked.errors, ...left] };
  });
}

async function writeByClock(keeper: ReportKeeper, council: Named, tx: CouncilTransaction): Promise<LookedAfter> {
  const last = parseInstant((await lastWrittenByClock(tx)) ?? '');
  const minute = minuteOf(keeper);
  if (!isReportDue(keeper.schedule, minute, last === null ? null : { at: last })) return NOTHING;
  const on = formatDay(londonDay(minute));
  const { outcome, errors } = await attempt(keeper, council, on);
  await noteClockReport(tx, on, outcome);
  return { written: outcome.written === null ? [] : [outcome.written.folder], errors };
}

async function writeAsked(keeper: ReportKeeper, council: Named, tx: CouncilTransaction): Promise<LookedAfter> {
  const id = await waitingReport(tx);
  if (id === null) return NOTHING;
  const { outcome, errors } = await attempt(keeper, council, await folderByHand(keeper, council));
  await noteAskedReport(tx, id, outcome);
  return { written: outcome.written === null ? [] : [outcome.written.folder], errors };
}

async function attempt(
  { database, schedule, now }: ReportKeeper,
  council: Named,
  folder: string,
): Promise<{ readonly outcome: ReportOutcome; readonly errors: readonly unknown[] }> {
  const at = new Date(now()).toISOString();
  try {
    await access(schedule.folder);
    const report = await readReport(database, council.id);
    const rows = report.tables.reduce((sum, table) => sum + table.rows.length, 0);
    const written = await writeFolder(path.join(schedule.folder, council.slug), folder, reportFiles(council.name, report));
    return { outcome: { at, written: { folder, rows, ...written }, problem: null }, errors: [] };
  } catch (error) {
    return { outcome: { at, written: null, problem: problemOf(error) }, errors: [error] };
  }
}

const PROBLEM_OF: Readonly<Record<string, ReportProblem>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
};

function problemOf(error: unknown): ReportProblem {
  return PROBLEM_OF[(error as { code?: string }).code ?? ''] ?? 'other';
}

/** `2026-11-22-at-1432`, with a number behind it where there is one already. */
async function folderByHand(keeper: ReportKeeper, { slug }: Named): Promise<string> {
  const minute = minuteOf(keeper);
  const ofDay = londonMinuteOfDay(minute);
  const clock = `${String(Math.floor(ofDay / 60)).padStart(2, '0')}${String(ofDay % 60).padStart(2, '0')}`;
  const name = `${formatDay(londonDay(minute))}-at-${clock}`;
  // Where it cannot be read, writing fails and says why.
  const taken = new Set(await readdir(path.join(keeper.schedule.folder, slug)).catch(() => []));
  for (let n = 1; ; n += 1) {
    const folder = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(folder)) return folder;
  }
}

/** Within the lock: another process takes what is being removed for unfinished. What cannot be removed is told, and what was written stands. */
async function removeOldest({ schedule }: ReportKeeper, council: Named, tx: CouncilTransaction): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const folder of await reportFoldersBefore(tx, schedule.keep))
    try {
      await removeFolder(path.join(schedule.folder, council.slug), folder);
    } catch (error) {
      errors.push(error);
    }
  return errors;
}

function minuteOf({ now }: ReportKeeper): number {
  return Math.floor(now() / 60_000);
}
