import { findImport, type CouncilTransaction, type ImportRun } from '@plumbline/database';

/** A file with those that have to be applied in the same step, in the order in which they are merged: the file itself last. */
export interface FilesTogether {
  readonly runs: readonly ImportRun[];
  /** A file that it refers to is no longer as it was when this one was read: this one has to be read again. */
  readonly isOvertaken: boolean;
}

/**
 * The waiting files that a file refers to, and those that they refer to in turn. Files that were applied meanwhile are facts
 * now and no longer belong to it.
 */
export async function filesTogether(tx: CouncilTransaction, run: ImportRun): Promise<FilesTogether> {
  const found = new Map<string, ImportRun>();
  let isOvertaken = false;
  const gather = async (one: ImportRun): Promise<void> => {
    found.set(one.id, one);
    for (const { importId, basis } of one.awaits) {
      const other = found.get(importId) ?? (await findImport(tx, importId));
      if (other?.state === 'applied') continue;
      if (other?.state !== 'ready' || other.basis !== basis) isOvertaken = true;
      else if (!found.has(importId)) await gather(other);
    }
  };
  await gather(run);
  const others = [...found.values()].filter((other) => other.id !== run.id);
  return { runs: [...others.toSorted((a, b) => (a.uploadedAt < b.uploadedAt ? -1 : 1)), run], isOvertaken };
}
