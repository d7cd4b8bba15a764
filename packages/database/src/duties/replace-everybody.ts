import { setImmediate as turn } from 'node:timers/promises';
import type { CouncilTransaction } from '../access/database.ts';
import { GATHER_FROM_ROWS, gatherStatistics } from '../access/statistics.ts';
import { FigureChanges } from './figures.ts';
import {
  compare,
  countDifferences,
  differenceOf,
  loadStored,
  type DutyDifference,
  type Making,
  type SubjectsToAssess,
} from './replace-duties.ts';
import { writeDifference } from './write-difference.ts';

/** Subjects are assessed this many at a time, so that memory stays bounded and other calls get their turn. */
const CHUNK = 600;

export interface Replaced {
  readonly subjects: number;
  readonly differences: number;
}

export interface ReplaceOptions {
  /** Told after each chunk how much of the work is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Makes the duties of some subjects again, chunk by chunk. The caller holds the locks. While the database writes one chunk
 * the next is assessed: its facts are read first, and the write is waited for before the one after it begins.
 */
export async function replaceSubjects(
  tx: CouncilTransaction,
  making: Making,
  subjects: SubjectsToAssess,
  options: ReplaceOptions = {},
): Promise<Replaced> {
  const figures = new FigureChanges();
  const chunks = chunksOf(subjects);
  let differences = 0;
  let finishWriting = async (): Promise<void> => undefined;
  for (const [i, chunk] of chunks.entries()) {
    const stored = await loadStored(tx, chunk);
    const writing = finishWriting();
    // Awaited below; should the assessment throw first, this failure must not bring the process down.
    writing.catch(() => undefined);
    await turn();
    const difference = compare(making, stored, figures);
    await writing;
    finishWriting = await writeDifference(tx, difference);
    differences += countDifferences(difference);
    if (i === 0 && difference.added.length >= GATHER_FROM_ROWS) {
      await finishWriting();
      finishWriting = async () => undefined;
      await gatherStatistics(tx, 'duty');
    }
    options.onProgress?.((i + 1) / chunks.length);
  }
  await finishWriting();
  await figures.write(tx);
  return { subjects: subjects.persons.length + subjects.children.length, differences };
}

/** Makes all duties of the council again. */
export async function replaceEverybody(tx: CouncilTransaction, making: Making, options: ReplaceOptions = {}): Promise<Replaced> {
  return await replaceSubjects(tx, making, await everybody(tx), options);
}

/** Compares without writing: every difference between what is stored and what the facts give. */
export async function* differencesOfEverybody(
  tx: CouncilTransaction,
  making: Making,
  figures: FigureChanges,
): AsyncGenerator<DutyDifference> {
  for (const chunk of chunksOf(await everybody(tx))) yield await differenceOf(tx, making, chunk, figures);
}

/** Everybody who has facts or stored duties. */
async function everybody(tx: CouncilTransaction): Promise<SubjectsToAssess> {
  const council = tx.councilId;
  const rows = await tx.sql<{ kind: 'person' | 'child'; ref: string }[]>`
    select 'person' as kind, person as ref from fact_person where council_id = ${council} and known_to is null
    union select 'child', child from fact_child where council_id = ${council} and known_to is null
    union select kind, ref from responsibility where council_id = ${council}
    union select distinct about_kind, about_ref from duty where council_id = ${council}
    order by 1, 2`;
  const of = (kind: 'person' | 'child'): string[] => rows.filter((row) => row.kind === kind).map((row) => row.ref);
  return { persons: of('person'), children: await nearOneAnother(tx, of('child')) };
}

/** Children in the order of their latest workers: those who share sessions and supervisors are then assessed together. */
export async function nearOneAnother(tx: CouncilTransaction, children: readonly string[]): Promise<string[]> {
  if (children.length <= CHUNK) return [...children];
  const rows = await tx.sql<{ child: string; worker: string }[]>`
    select distinct on (child) child, worker from fact_allocation where council_id = ${tx.councilId} and known_to is null order by child, allocated_at desc`;
  const workers = new Map(rows.map((row) => [row.child, row.worker]));
  const place = (child: string): string => `${workers.get(child) ?? ''}\u0000${child}`;
  return children.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

function chunksOf(subjects: SubjectsToAssess): SubjectsToAssess[] {
  const chunks: SubjectsToAssess[] = [];
  for (let i = 0; i < subjects.persons.length; i += CHUNK)
    chunks.push({ persons: subjects.persons.slice(i, i + CHUNK), children: [] });
  for (let i = 0; i < subjects.children.length; i += CHUNK)
    chunks.push({ persons: [], children: subjects.children.slice(i, i + CHUNK) });
  return chunks;
}
