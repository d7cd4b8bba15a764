/** Whether another round would have led to the same publication: looked at afresh, whichever moves led there. */
import type { Published } from './published.ts';
import { repliesNeeded, type Journal, type World } from './world.ts';

/** Scores of an index may be split in any way, so that their sums are compared as far as they are published. */
const NEARLY = 1e-6;

/**
 * Compares every published sum with the real round by what the journal says has changed, and sees to it that the other round could
 * be: no number below nought, no answers without replies, no more replies than people.
 */
export function isSamePublication(
  world: World,
  published: Published,
  answerSets: readonly AnswerSets[],
  journal: Journal,
): boolean {
  const changes = changesOf(journal);
  if (!isPossible(world, changes)) return false;
  if (!published.replies.every((atoms) => isKept(changes.get(world.replies), atoms))) return false;
  return world.questions.every((question, q) => {
    const sets = published.questions.get(question.key) ?? [];
    const groups = answerSets[q] ?? [];
    return sets.every(({ atoms, isByAnswer }) => {
      if (!isKept(changes.get(question.n), atoms) || !isKept(changes.get(question.sums), atoms)) return false;
      const rows = question.counts.map((row) => changes.get(row));
      if (isByAnswer) return rows.every((row) => isKept(row, atoms));
      return groups.every((answers) => isKept(added(answers.flatMap((answer) => rows[answer] ?? [])), atoms));
    });
  });
}

type AnswerSets = readonly (readonly number[])[];
type Changes = ReadonlyMap<number, number>;

function changesOf(journal: Journal): Map<Int32Array | Float64Array, Map<number, number>> {
  const changes = new Map<Int32Array | Float64Array, Map<number, number>>();
  for (const { row, at, by } of journal) {
    const own = changes.get(row) ?? new Map<number, number>();
    own.set(at, (own.get(at) ?? 0) + by);
    changes.set(row, own);
  }
  return changes;
}

function added(rows: readonly Changes[]): Changes {
  const sum = new Map<number, number>();
  for (const row of rows) for (const [at, by] of row) sum.set(at, (sum.get(at) ?? 0) + by);
  return sum;
}

function isKept(changes: Changes | undefined, atoms: readonly number[]): boolean {
  if (changes === undefined) return true;
  return Math.abs(atoms.reduce((sum, atom) => sum + (changes.get(atom) ?? 0), 0)) < NEARLY;
}

function isPossible(world: World, changes: ReadonlyMap<Int32Array | Float64Array, Changes>): boolean {
  const touched = new Set<number>();
  for (const [row, own] of changes) {
    for (const at of own.keys()) {
      if ((row[at] ?? 0) < -NEARLY) return false;
      touched.add(at);
    }
  }
  const replied = world.headCounts.map(() => 0);
  world.cellOf.forEach((cell, atom) => {
    replied[cell] = (replied[cell] ?? 0) + (world.replies[atom] ?? 0);
  });
  if (replied.some((count, cell) => count > (world.headCounts[cell] ?? 0))) return false;
  return [...touched].every((atom) => repliesNeeded(world, atom) <= (world.replies[atom] ?? 0));
}
