import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { WORKER_SCHEMA } from './install-worker.ts';

/** Work as it was left. */
export interface Job {
  readonly councilId: string;
  readonly principal: string;
  readonly payload: unknown;
}

export interface WorkerOptions {
  /** Of the role of the jobs. */
  readonly jobsUrl: string;
  /** What is done for each kind of work that was left for a council. One that throws is tried again, later each time. */
  readonly kinds: Readonly<Record<string, (job: Job) => Promise<void>>>;
  /** What is done by the clock, for no council in particular: when (as cron has it, in UTC) and what. */
  readonly byTheClock: Readonly<Record<string, { readonly when: string; run(): Promise<void> }>>;
  /** Told of work that failed, by its kind. */
  readonly onFailure: (kind: string, error: unknown) => void;
}

export interface Worker {
  /** Takes up nothing more; resolves when what was begun is done. */
  stop(): Promise<void>;
}

/** Works on what was left for later, in this process, until it is stopped. Many may work at once: each piece goes to one. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { Logger, parseCronItems, run } = await import('graphile-worker');
  const name = `${NAMED}${randomBytes(4).toString('hex')}`;
  await releaseWhatTheDeadHold(options.jobsUrl);
  const runner = await run({
    connectionString: named(options.jobsUrl, name),
    schema: WORKER_SCHEMA,
    concurrency: 1,
    maxPoolSize: 3,
    // It is told of new work at once. This is for work that was put off, and for what comes next in a council's order: the worker
    // looks for it before it has noted that the piece before is done, and finds that council still busy.
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: tasksOf(options),
    parsedCronItems: parseCronItems(
      Object.entries(options.byTheClock).map(([task, { when }]) => ({ task, match: when, options: { backfillPeriod: DAY_MS } })),
    ),
    // What fails is told to `onFailure`; the worker's own lines quote what the work was about.
    logger: new Logger(() => () => undefined),
  });
  // Heard, so that a worker which gives up does not end the process: the next start takes its work up.
  runner.promise.catch((error: unknown) => options.onFailure('worker', error));
  return {
    async stop() {
      await runner.stop().catch(() => undefined);
      await untilGone(options.jobsUrl, name).catch(() => undefined);
    },
  };
}

/** How the connections of a worker that lives are called. */
const NAMED = 'plumbline jobs ';

/**
 * What a worker had in hand when its process was killed, or its database stopped, stays its own for four hours, and with it the line of that
 * council: nothing else that was left for it is done. Where no worker lives, whatever is held is held by nobody.
 */
async function releaseWhatTheDeadHold(jobsUrl: string): Promise<void> {
  const sql = postgres(jobsUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`
      select ${WORKER_SCHEMA}.force_unlock_workers(array(
        select locked_by from ${WORKER_SCHEMA}._private_jobs where locked_by is not null
        union select locked_by from ${WORKER_SCHEMA}._private_job_queues where locked_by is not null))
       where not exists (select 1 from pg_stat_activity where application_name like '${NAMED}%' and usename = current_user)`);
  } finally {
    await sql.end();
  }
}

function named(jobsUrl: string, name: string): string {
  const url = new URL(jobsUrl);
  url.searchParams.set('application_name', name);
  return url.href;
}

/**
 * The worker takes leave of its connections and does not wait until they are closed. A database that stops meanwhile tells them
 * so, nobody listens any more, and that ends the process.
 */
async function untilGone(jobsUrl: string, name: string): Promise<void> {
  const sql = postgres(jobsUrl, { max: 1, onnotice: () => undefined });
  try {
    for (let tried = 0; tried < 80; tried += 1) {
      const left = await sql`select 1 from pg_stat_activity where application_name = ${name}`;
      if (left.length === 0) return;
      await sleep(25);
    }
  } finally {
    await sql.end();
  }
}

const DAY_MS = 24 * 60 * 60_000;

function tasksOf({ kinds, byTheClock, onFailure }: WorkerOptions): Record<string, (payload: unknown) => Promise<void>> {
  const told = (kind: string, work: (payload: unknown) => Promise<void>) => async (payload: unknown) => {
    try {
      await work(payload);
    } catch (error) {
      onFailure(kind, error);
      throw error;
    }
  };
  return Object.fromEntries([
    ...Object.entries(kinds).map(([kind, work]) => [kind, told(kind, (job) => work(job as Job))]),
    ...Object.entries(byTheClock).map(([kind, { run }]) => [kind, told(kind, run)]),
  ]) as Record<string, (payload: unknown) => Promise<void>>;
}
