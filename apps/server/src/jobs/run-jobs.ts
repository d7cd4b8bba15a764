import { finishRounds, type BoxPort } from '@plumbline/api';
import {
  enqueueJob,
  forgetOldKeys,
  inCouncil,
  installWorker,
  listCouncils,
  openAhead,
  refreshEnglandMonths,
  restInvitations,
  startWorker,
  type Database,
  type Job,
  type Worker,
} from '@plumbline/database';
import type { Day } from '@plumbline/domain/calendar';
import type { ReportJobs } from '../reports/report-jobs.ts';

export interface JobOptions {
  readonly ownerUrl: string;
  readonly jobsUrl: string;
  readonly database: Database;
  readonly today: () => Day;
  readonly box: BoxPort;
  /** Sends what waits in a council's outbox; null where no mail leaves. */
  readonly sendMails: ((councilId: string) => Promise<unknown>) | null;
  /** Writes files for reports; null where no schedule is set. */
  readonly reports: ReportJobs | null;
  /** Told what failed, by its kind, and why. */
  readonly onFailure: (kind: string, error: unknown) => void;
}

/** Cron's way of saying: at ten past midnight in London, in winter and in summer, by the clock of Greenwich. */
const SOON_AFTER_MIDNIGHT = '10 0,23 * * *';
const EVERY_MINUTE = '* * * * *';
const EVERY_TEN_MINUTES = '*/10 * * * *';

/**
 * Sets up the worker and starts it in this process: what is due is looked after at once and every night. Done twice, or by
 * two servers, it changes nothing the second time.
 */
export async function runJobs(options: JobOptions): Promise<Worker> {
  const { database, onFailure, reports } = options;
  await installWorker(options.ownerUrl);
  const worker = await startWorker({
    jobsUrl: options.jobsUrl,
    kinds: jobKinds(options),
    byTheClock: {
      'look-after-councils': { when: SOON_AFTER_MIDNIGHT, run: () => leaveNightlyWork(database) },
      // In which order the answers of a day came is not there the day after.
      'stir-survey-answers': { when: SOON_AFTER_MIDNIGHT, run: () => options.box.stir() },
      ...(options.sendMails === null
        ? {}
        : { 'look-after-mails': { when: EVERY_MINUTE, run: () => leaveWork(database, ['send-mails'], 'mails') } }),
      // Not left for each council: where another server lives on, work that a killed one had in hand keeps that council's line closed
      // for hours. Where none does, it is taken up at the next start.
      ...(reports === null ? {} : { 'look-after-reports': { when: EVERY_TEN_MINUTES, run: () => reports.forAll() } }),
    },
    onFailure,
  });
  // What was missed while no server ran is done now.
  await leaveNightlyWork(database).catch((error: unknown) => onFailure('look-after-councils', error));
  await reports?.forAll().catch((error: unknown) => onFailure('look-after-reports', error));
  return worker;
}

/** What is done for one council, by the kind of work. */
export function jobKinds({
  database,
  today,
  box,
  sendMails,
  reports = null,
}: Pick<JobOptions, 'database' | 'today' | 'box' | 'sendMails'> & Partial<Pick<JobOptions, 'reports'>>) {
  return {
    'open-duties-ahead': async ({ councilId, principal }: Job): Promise<void> => {
      await openAhead(database, councilId, today(), principal);
      await inCouncil(database, councilId, refreshEnglandMonths);
    },
    'forget-old-keys': async ({ councilId }: Job): Promise<void> => {
      await inCouncil(database, councilId, forgetOldKeys);
    },
    'finish-survey-rounds': async ({ councilId }: Job): Promise<void> => {
      try {
        await finishRounds({ database, box }, councilId, today());
      } finally {
        await inCouncil(database, councilId, restInvitations);
      }
    },
    'send-mails': async ({ councilId }: Job): Promise<void> => {
      await sendMails?.(councilId);
    },
    'write-reports': async ({ councilId }: Job): Promise<void> => {
      await reports?.forCouncil(councilId);
    },
  };
}

type JobKind = keyof ReturnType<typeof jobKinds>;
const NIGHTLY: readonly JobKind[] = ['open-duties-ahead', 'forget-old-keys', 'finish-survey-rounds', 'send-mails'];

/** Leaves each council's nightly work, in a transaction of that council; what waits already is not left twice. */
async function leaveNightlyWork(database: Database): Promise<void> {
  await leaveWork(database, NIGHTLY, 'nightly');
}

async function leaveWork(database: Database, kinds: readonly JobKind[], key: string): Promise<void> {
  for (const { id } of await listCouncils(database))
    await inCouncil(database, id, async (tx) => {
      for (const kind of kinds) await enqueueJob(tx, { kind, principal: 'system', key });
    });
}
