import { inCouncil, updateImport, type Database } from '@plumbline/database';
import type { Clock } from '../context.ts';

const BETWEEN_REPORTS_MS = 400;

export interface ProgressWriter {
  /** 0 to 1. */
  report(done: number): void;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
}

/** Writes how far the work is over a connection of its own, now and then; a report that fails is not worth failing for. */
export function progressWriter(database: Database, councilId: string, importId: string, clock: Clock): ProgressWriter {
  let last = 0;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    report(done) {
      if (clock.now() - last < BETWEEN_REPORTS_MS) return;
      last = clock.now();
      const progressPercent = Math.min(99, Math.round(done * 100));
      writing = writing
        .then(() =>
          inCouncil(database, councilId, (tx) => updateImport(tx, importId, { progressPercent }, ['reading', 'applying'])),
        )
        .catch(() => undefined);
    },
    settled: async () => void (await writing),
  };
}
