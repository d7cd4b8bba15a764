/** Ways to move one reply into a group without changing the number in any set that has been published. */

/** Replies come to the atoms in `to` and leave those in `from`, one each: lists to choose one atom from. */
export interface Move {
  readonly to: readonly (readonly number[])[];
  readonly from: readonly (readonly number[])[];
}

/** Atoms that lie in the same published sets, and all in the target or all outside it. */
interface AtomKind {
  readonly atoms: number[];
  readonly isIn: boolean;
  readonly mark: number;
}

/** More than this many ways are not tried. */
const MOST_MOVES = 120;

/** Published sets, with a number for each atom: atoms with the same number lie in the same sets, and sums of numbers are sums of sets. */
export interface SetMarks {
  readonly name: string;
  readonly marks: Float64Array;
}

/**
 * Numbers the atoms by the sets they lie in. Each set has a weight of its own, scattered so that two different sums of few sets hardly ever
 * meet (where they do, the round that comes of it is refused: see `sameness`). Every sum stays a whole number that is exact.
 */
export function marksOf(published: readonly (readonly number[])[], atomCount: number): SetMarks {
  const marks = new Float64Array(atomCount);
  published.forEach((set, i) => {
    const weight = scattered(2 * i + 1) * 2 ** 12 + (scattered(2 * i + 2) >>> 20) + 1;
    for (const atom of set) marks[atom] = (marks[atom] ?? 0) + weight;
  });
  return { name: published.map((set) => set.join()).join('|'), marks };
}

/** A whole number below 2^32 without pattern: the finishing steps of MurmurHash3. */
function scattered(value: number): number {
  let mixed = Math.imul(value, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Moves that bring one more reply into `target`. Either one reply changes places between atoms that every published set holds
 * alike; or two replies move at once, so that each set loses and gains the same.
 */
export function movesInto(target: readonly number[], { marks }: SetMarks): Move[] {
  const kinds = kindsOf(target, marks);
  const byMark = Map.groupBy(kinds, ({ mark }) => mark);
  const moves: Move[] = [];
  const inside = kinds.filter(({ isIn }) => isIn);
  for (const to of inside) {
    const alike = (byMark.get(to.mark) ?? []).filter(({ isIn }) => !isIn);
    moves.push(...alike.map((from) => ({ to: [to.atoms], from: [from.atoms] })));
  }
  for (const to of inside) {
    for (const move of pairsFor(to, kinds, byMark)) {
      moves.push(move);
      if (moves.length >= MOST_MOVES) return moves;
    }
  }
  return moves;
}

/** Two replies at once: one comes to `to` and one to a fourth kind of atom, so that each set loses and gains the same. */
function* pairsFor(to: AtomKind, kinds: readonly AtomKind[], byMark: ReadonlyMap<number, readonly AtomKind[]>): Generator<Move> {
  const others = kinds.filter(({ mark }) => mark !== to.mark);
  for (const [i, first] of others.entries()) {
    for (const second of others.slice(i)) {
      const gain = 1 - Number(first.isIn) - Number(second.isIn);
      const fourth = byMark.get(first.mark + second.mark - to.mark) ?? [];
      const fit = fourth.filter(({ isIn }) => gain + Number(isIn) === 1);
      yield* fit.map((also) => ({ to: [to.atoms, also.atoms], from: [first.atoms, second.atoms] }));
    }
  }
}

/** The same the other way round: one reply fewer in the group. */
export function reversed({ to, from }: Move): Move {
  return { to: from, from: to };
}

function kindsOf(target: readonly number[], marks: Float64Array): AtomKind[] {
  const inTarget = new Set(target);
  const kinds = new Map<string, AtomKind>();
  marks.forEach((mark, atom) => {
    const isIn = inTarget.has(atom);
    const key = `${mark}${isIn ? '+' : '-'}`;
    const kind = kinds.get(key) ?? { atoms: [], isIn, mark };
    kind.atoms.push(atom);
    kinds.set(key, kind);
  });
  return [...kinds.values()];
}
