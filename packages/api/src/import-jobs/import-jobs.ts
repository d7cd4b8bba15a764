import { setTimeout as sleep } from 'node:timers/promises';
import {
  inCouncil,
  listCouncils,
  listImports,
  updateImport,
  type Database,
  type ImportConcernKind,
  type ImportRun,
} from '@plumbline/database';
import type { FactKindName } from '@plumbline/domain/facts';
import type { Clock } from '../context.ts';
import type { MappedColumn } from '../imports/index.ts';
import { applyTogether } from './apply-together.ts';
import { fewAtOnce } from './few-at-once.ts';
import { readImport } from './read-import.ts';

/** The work on files that goes on after a call has been answered, one file of a council after the other. */
export interface ImportJobs {
  /** Reads a file that has arrived, or whose headings were chosen anew; one that is being read is read once more after it. */
  read(councilId: string, importId: string, columns?: readonly MappedColumn[]): void;
  /** Reads every waiting file of a kind again, because a code was mapped. */
  readAgain(councilId: string, kind: FactKindName): Promise<void>;
  /** Applies files in one step, in this order: all of them or none. */
  apply(councilId: string, files: readonly Applied[], by: Applying): void;
  /** Keeps a piece of a file that arrives. However many are sent at once, most connections stay free for everybody else. */
  keeping<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Takes up what a stopped server left unfinished. */
  recover(): Promise<void>;
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>;
}

/** Who applies, and by which call. */
export interface Applying {
  readonly actor: string;
  readonly idempotency: { readonly key: string; readonly fingerprint: string };
}

export interface Applied {
  readonly importId: string;
  /** The basis of the changes that they looked at. */
  readonly basis: string | null;
  /** What they said yes to. */
  readonly agreed: readonly ImportConcernKind[];
}

export interface ImportJobsOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Told of what failed unexpectedly; the person sees only that it did. */
  readonly onFailure: (error: unknown) => void;
}

/** Pieces of files that are written at a time, of all councils together. */
const PIECES_AT_ONCE = 2;

const WAITING: readonly ImportRun['state'][] = ['needs-mapping', 'has-problems', 'ready', 'failed'];
const READABLE: readonly ImportRun['state'][] = [...WAITING, 'reading'];
const NOT_EXPECTED =
  'Something failed on our side. Nothing was changed. Try again, and tell your administrator if it happens twice.';

/** Runs the work in this process. State and progress are kept in the database, so that any page can follow them. */
export function makeImportJobs(options: ImportJobsOptions): ImportJobs {
  const { database } = options;
  const queues = new Map<string, Promise<void>>();
  const enqueue = (councilId: string, importIds: readonly string[], work: () => Promise<void>): void => {
    const before = queues.get(councilId) ?? Promise.resolve();
    const next = before.then(work).catch(async (error: unknown) => {
      options.onFailure(error);
      for (const importId of importIds) await sayFailed(options, councilId, importId);
    });
    queues.set(councilId, next);
  };
  const asked = new Map<string, readonly MappedColumn[] | undefined>();
  // Ten codes mapped one after the other ask ten times: what has not begun yet is read once for all of them.
  const read = (councilId: string, importId: string, columns?: readonly MappedColumn[]): void => {
    const isQueued = asked.has(importId);
    asked.set(importId, columns ?? asked.get(importId));
    if (isQueued) return;
    enqueue(councilId, [importId], async () => {
      const chosen = asked.get(importId);
      asked.delete(importId);
      await beginReading(database, councilId, importId, chosen);
      await readImport(options, councilId, importId);
    });
  };
  return {
    read,
    apply(councilId, files, by) {
      const ids = files.map((file) => file.importId);
      enqueue(councilId, ids, () => applyTogether(options, councilId, files, by));
    },
    keeping: fewAtOnce(PIECES_AT_ONCE),
    async readAgain(councilId, kind) {
      const waiting = await inCouncil(database, councilId, async (tx) => {
        const runs = (await listImports(tx)).filter(
          (run) => run.kind === kind && READABLE.includes(run.state) && run.failure === null,
        );
        for (const run of runs) await updateImport(tx, run.id, { state: 'reading', progressPercent: 0 }, WAITING);
        return runs.map((run) => run.id);
      });
      for (const id of waiting) read(councilId, id);
    },
    async recover() {
      for (const council of await listCouncils(database)) await recoverCouncil(database, council.id, read);
    },
    async idle() {
      await Promise.all(queues.values());
    },
  };
}

/** What was read before this moment counts no longer; whatever was put aside or applied meanwhile is left alone. */
async function beginReading(
  database: Database,
  councilId: string,
  importId: string,
  columns: readonly MappedColumn[] | undefined,
): Promise<void> {
  const update = { state: 'reading', progressPercent: 0, ...(columns === undefined ? {} : { columns }) } as const;
  await inCouncil(database, councilId, (tx) => updateImport(tx, importId, update, READABLE));
}

/** What was in the way (a database that starts again) may still be: otherwise the file would be worked on for ever. */
const BEFORE_TRYING_AGAIN_MS = [0, 1000, 5000, 20_000];

async function sayFailed({ database, onFailure }: ImportJobsOptions, councilId: string, importId: string): Promise<void> {
  for (const wait of BEFORE_TRYING_AGAIN_MS) {
    await sleep(wait);
    try {
      await inCouncil(database, councilId, (tx) =>
        updateImport(tx, importId, { state: 'failed', failure: NOT_EXPECTED }, ['reading', 'applying']),
      );
      return;
    } catch (error) {
      onFailure(error);
    }
  }
}

/** A file that was being applied is as if nothing had happened: its transaction never ended. */
async function recoverCouncil(
  database: Database,
  councilId: string,
  read: (councilId: string, importId: string) => void,
): Promise<void> {
  const runs = await inCouncil(database, councilId, (tx) => listImports(tx));
  for (const run of runs) {
    if (run.state === 'applying')
      await inCouncil(database, councilId, (tx) =>
        updateImport(tx, run.id, { state: 'ready', progressPercent: 100 }, ['applying']),
      );
    if (run.state === 'reading') read(councilId, run.id);
  }
}
