import { setImmediate as turn } from 'node:timers/promises';
import type { CouncilTransaction } from '../access/database.ts';
import { GATHER_FROM_ROWS, gatherStatistics } from '../access/statistics.ts';
import { FigureChanges } from './figures.ts';
import { compare } from './compare-duties.ts';
import type { DutyDifference } from './duty-difference.ts';
import { loadStored, type Making, type Stored, type SubjectsToAssess } from './replace-duties.ts';
import { writeDifference } from './write-difference.ts';

/**
 * Subjects are read and written this many at a time: few enough for memory, and enough that the people behind them, whom many
 * share, are not read and worked out over and over.
 */
const CHUNK = 1500;

export interface Replaced {
  readonly subjects: number;
  readonly differences: number;
}

export interface ReplaceOptions {
  /** Told after each chunk how much of the work is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Makes the duties of some subjects again, chunk by chunk. The caller holds the locks. While one chunk is assessed, the
 * database writes the one before and reads the facts of the one after: neither process waits for the other for long. Reading
 * ahead is safe, since no chunk's writing changes what is stored of the subjects of another.
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
  let loading = loadAhead(tx, chunks[0]);
  let writing = Promise.resolve();
  for (const i of chunks.keys()) {
    const stored = await loading;
    if (stored === null) break;
    loading = loadAhead(tx, chunks[i + 1]);
    // For the driver to send what was asked.
    await turn();
    const difference = await compare(making, stored, figures);
    // A COPY has the connection to itself.
    await Promise.all([writing, loading]);
    const finishWriting = await writeDifference(tx, difference);
    writing = heard(finishWriting());
    differences += difference.count;
    if (i === 0 && difference.added.count >= GATHER_FROM_ROWS) writing = heard(writing.then(() => gatherStatistics(tx, 'duty')));
    options.onProgress?.((i + 1) / chunks.length);
  }
  await writing;
  await figures.write(tx);
  return { subjects: subjects.persons.length + subjects.children.length, differences };
}

function loadAhead(tx: CouncilTransaction, chunk: SubjectsToAssess | undefined): Promise<Stored | null> {
  return chunk === undefined ? Promise.resolve(null) : heard(loadStored(tx, chunk));
}

/** What is awaited later must not bring the process down should it fail before. */
function heard<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
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
  for (const chunk of chunksOf(await everybody(tx))) yield await compare(making, await loadStored(tx, chunk), figures);
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
