import type { ImportConcern, ImportView } from '@plumbline/analytics/compliance';
import { findImport, type CouncilTransaction, type ImportRun } from '@plumbline/database';
import { factsNaming } from '../access/facts-naming.ts';
import { refuse } from '../problems.ts';
import { filesTogether } from './files-together.ts';

const NO_CHANGES: ImportView['changes'] = { added: 0, changed: 0, ended: 0, unchanged: 0, heldByHand: 0 };

/** Imports as pages show them, with who brought each by name. */
export async function importViews(tx: CouncilTransaction, runs: readonly ImportRun[]): Promise<ImportView[]> {
  const people = await factsNaming(tx, 'person', ['person'], [...new Set(runs.map((run) => run.uploadedBy))]);
  const names = new Map(people.map((person) => [person.person, person.name]));
  const views: ImportView[] = [];
  for (const run of runs) views.push(importView(run, names.get(run.uploadedBy) ?? run.uploadedBy, await awaitedBy(tx, run)));
  return views;
}

async function awaitedBy(tx: CouncilTransaction, run: ImportRun): Promise<ImportView['awaits']> {
  if (run.awaits.length === 0 || !['ready', 'applying'].includes(run.state)) return [];
  const { runs } = await filesTogether(tx, run);
  return runs
    .filter(({ id }) => id !== run.id)
    .map(({ id, kind, fileName, changes, concerns }) => ({
      ...(changes ?? NO_CHANGES),
      id,
      kind,
      fileName,
      needsYes: concerns.length > 0,
    }));
}

function importView(run: ImportRun, uploadedBy: string, awaits: ImportView['awaits']): ImportView {
  return {
    id: run.id,
    kind: run.kind,
    fileName: run.fileName,
    state: run.state,
    rows: run.rows,
    progress: run.progressPercent / 100,
    columns: listOf<ImportView['columns'][number]>(run.columns).map(({ theirs, ours }) => ({ theirs, ours })),
    unmapped: listOf<ImportView['unmapped'][number]>(run.unmapped),
    problems: run.problems,
    changes: run.changes ?? NO_CHANGES,
    basis: run.basis,
    concerns: run.concerns.map(concernOf),
    awaits,
    uploadedAt: isoOf(run.uploadedAt) ?? run.uploadedAt,
    uploadedBy,
    appliedAt: isoOf(run.appliedAt),
    failure: run.failure,
  };
}

function concernOf(concern: ImportConcern): ImportConcern {
  return concern.kind === 'newer-applied' ? { ...concern, appliedAt: isoOf(concern.appliedAt) ?? concern.appliedAt } : concern;
}

function listOf<Item>(kept: unknown): readonly Item[] {
  return Array.isArray(kept) ? (kept as Item[]) : [];
}

function isoOf(stored: string | null): string | null {
  return stored === null ? null : new Date(stored).toISOString();
}

/** One import of the caller's council, or a refusal. */
export async function requireImport(tx: CouncilTransaction, importId: string): Promise<ImportRun> {
  return (await findImport(tx, importId)) ?? refuse('not-found');
}

export async function viewOf(tx: CouncilTransaction, importId: string): Promise<ImportView> {
  const [view] = await importViews(tx, [await requireImport(tx, importId)]);
  return view ?? refuse('not-found');
}
