import { listImports, type CouncilTransaction, type ImportRun } from '@plumbline/database';
import type { FactKindName } from '@plumbline/domain/facts';
import type { MappedColumn } from '../imports/index.ts';

/** What people chose for headings: which column each is read as, null for none. */
export type KeptChoices = Readonly<Record<string, string | null>>;

/** What a person chose for this file's headings, else for those of the last file of the kind: they are matched once. */
export async function columnChoices(tx: CouncilTransaction, run: ImportRun): Promise<KeptChoices> {
  const own = choicesOf(run);
  return Object.keys(own).length > 0 ? own : await lastColumnChoices(tx, run.kind, run.id);
}

/** What a person chose for the headings of the last file of a kind that was not put aside. */
export async function lastColumnChoices(
  tx: CouncilTransaction,
  kind: FactKindName,
  except: string | null = null,
): Promise<KeptChoices> {
  const earlier = (await listImports(tx)).filter(
    (run) => run.id !== except && run.kind === kind && run.state !== 'discarded' && run.state !== 'failed',
  );
  return earlier.map(choicesOf).find((choices) => Object.keys(choices).length > 0) ?? {};
}

function choicesOf(run: ImportRun): Record<string, string | null> {
  const columns = Array.isArray(run.columns) ? (run.columns as MappedColumn[]) : [];
  return Object.fromEntries(columns.filter((column) => column.by === 'choice').map((column) => [column.theirs, column.ours]));
}
