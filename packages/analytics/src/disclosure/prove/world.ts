/**
 * A round as it might have been: how many replied where, and who said what. The proof looks for such rounds that would have led to
 * the very same publication.
 */

export interface WorldQuestion {
  readonly key: string;
  readonly kind: 'one' | 'several' | 'number' | 'index';
  /** Part of the form it stands in. */
  readonly block: 'everybody' | 'receives' | 'gives' | 'neither';
  /** By atom: whether anybody there may have been asked. */
  readonly isAsked: readonly boolean[];
  /** Replies that count, by atom. */
  readonly n: Int32Array;
  /** By answer (of numbers: by each number that was given), then by atom. */
  readonly counts: readonly Int32Array[];
  /** Of an index: sum of the scores by atom. */
  readonly sums: Float64Array;
}

export interface World {
  /** The cell of each atom, and how many people each cell has. */
  readonly cellOf: readonly number[];
  readonly headCounts: readonly number[];
  readonly replies: Int32Array;
  readonly questions: readonly WorldQuestion[];
}

/** What has been changed since, so that it can be taken back. */
export type Journal = { readonly row: Int32Array | Float64Array; readonly at: number; readonly by: number }[];

export function change(journal: Journal, row: Int32Array | Float64Array, at: number, by: number): void {
  row[at] = (row[at] ?? 0) + by;
  journal.push({ row, at, by });
}

/** Takes back every change after the first `length`. */
export function takeBack(journal: Journal, length: number): void {
  while (journal.length > length) {
    const last = journal.pop();
    if (last !== undefined) last.row[last.at] = (last.row[last.at] ?? 0) - last.by;
  }
}

/** Sum over atoms. */
export function total(row: Int32Array | Float64Array, atoms: readonly number[]): number {
  return atoms.reduce((sum, atom) => sum + (row[atom] ?? 0), 0);
}

/** The most answers in an atom to any question of each part of the form. */
export function mostByPart(
  world: World,
  atom: number,
): { readonly everybody: number; readonly neither: number; readonly others: number } {
  let everybody = 0;
  let neither = 0;
  let others = 0;
  for (const { block, n } of world.questions) {
    const count = n[atom] ?? 0;
    if (block === 'neither') neither = Math.max(neither, count);
    else if (block === 'everybody') everybody = Math.max(everybody, count);
    else others = Math.max(others, count);
  }
  return { everybody, neither, others };
}

/**
 * How many people of an atom must have replied for its answers to be there: nobody answers a question twice, and whoever answered
 * the part for those without supervision answered neither of the other parts.
 */
export function repliesNeeded(world: World, atom: number): number {
  const { everybody, neither, others } = mostByPart(world, atom);
  return Math.max(everybody, neither + others);
}

/** Whether somebody of the atom has replied and can have answered the question besides those who did. */
export function hasReplyFor(world: World, { block, n }: WorldQuestion, atom: number): boolean {
  const replies = world.replies[atom] ?? 0;
  const count = (n[atom] ?? 0) + 1;
  if (count > replies || block === 'everybody') return count <= replies;
  return world.questions.every((other) => !excludes(block, other.block) || (other.n[atom] ?? 0) + count <= replies);
}

function excludes(block: WorldQuestion['block'], other: WorldQuestion['block']): boolean {
  return other !== 'everybody' && block !== other && (block === 'neither' || other === 'neither');
}

/** People of the atom's cell who have not replied. */
export function stillSilent(world: World, atom: number): number {
  const cell = world.cellOf[atom] ?? 0;
  let replied = 0;
  world.cellOf.forEach((other, i) => {
    if (other === cell) replied += world.replies[i] ?? 0;
  });
  return (world.headCounts[cell] ?? 0) - replied;
}
