/** Ways to move one reply into a group without changing the number in any set that has been published. */

/** Replies come to the atoms in `to` and leave those in `from`, one each: lists to choose one atom from. */
export interface Move {
  readonly to: readonly (readonly number[])[];
  readonly from: readonly (readonly number[])[];
}

interface AtomKind {
  readonly atoms: number[];
  readonly isIn: boolean;
  readonly sets: string;
}

/** More than this many ways are not tried. */
const MOST_MOVES = 400;

/**
 * Moves that bring one more reply into `target`. Either a reply changes places with nobody, between atoms that every published set
 * holds alike; or two replies move at once, so that each set loses and gains the same.
 */
export function movesInto(target: readonly number[], published: readonly (readonly number[])[], atomCount: number): Move[] {
  const kinds = kindsOf(target, published, atomCount);
  const inside = kinds.filter(({ isIn }) => isIn);
  const outside = kinds.filter(({ isIn }) => !isIn);
  const moves: Move[] = [];
  for (const to of inside)
    for (const from of outside) if (to.sets === from.sets) moves.push({ to: [to.atoms], from: [from.atoms] });
  const bySets = Map.groupBy(kinds, ({ sets }) => sets);
  for (const to of inside) {
    for (const [i, first] of kinds.entries()) {
      for (const second of kinds.slice(i)) {
        if (moves.length >= MOST_MOVES) return moves;
        const wanted = fourth(to, first, second);
        for (const also of wanted === null ? [] : (bySets.get(wanted) ?? [])) {
          const gain = 1 + Number(also.isIn) - Number(first.isIn) - Number(second.isIn);
          if (gain === 1) moves.push({ to: [to.atoms, also.atoms], from: [first.atoms, second.atoms] });
        }
      }
    }
  }
  return moves;
}

/** The same the other way round: one reply fewer in the group. */
export function reversed({ to, from }: Move): Move {
  return { to: from, from: to };
}

function kindsOf(target: readonly number[], published: readonly (readonly number[])[], atomCount: number): AtomKind[] {
  const inTarget = new Set(target);
  const members = published.map((set) => new Set(set));
  const kinds = new Map<string, AtomKind>();
  for (let atom = 0; atom < atomCount; atom += 1) {
    const sets = members.map((set) => (set.has(atom) ? '1' : '0')).join('');
    const isIn = inTarget.has(atom);
    const key = `${sets}${isIn ? '+' : '-'}`;
    const kind = kinds.get(key) ?? { atoms: [], isIn, sets };
    kind.atoms.push(atom);
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

/** The sets in which the fourth atom must lie, so that each loses what it gains; null where none can. */
function fourth(to: AtomKind, first: AtomKind, second: AtomKind): string | null {
  if (first.sets === to.sets || second.sets === to.sets) return null;
  let sets = '';
  for (let i = 0; i < to.sets.length; i += 1) {
    const left = Number(first.sets[i]) + Number(second.sets[i]) - Number(to.sets[i]);
    if (left < 0 || left > 1) return null;
    sets += left;
  }
  return sets;
}
