/** A table of counts as suppression sees it: atoms with their values, and items, each a set of atoms whose sum is shown or hidden. */

export interface SuppressionItem {
  readonly id: string;
  /** Positions of its atoms. */
  readonly atoms: readonly number[];
  /** Sum of the atoms' values. */
  readonly value: number;
  /** Fewest replies with which it may be shown, and how wide its interval must be when it may not. */
  readonly floor: number;
  /** May be hidden to protect another; no where it has been published already, or is the whole. */
  readonly canHide: boolean;
  /** Is in no planned table, but must not be found out either: a cell of the round. */
  readonly isUnplanned: boolean;
}

export interface SuppressionTable {
  readonly values: readonly number[];
  /** The most that each atom can be: people in its cell. */
  readonly caps: readonly number[];
  readonly items: readonly SuppressionItem[];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Whether the item is under its floor: it must be hidden, and protected. Nobody's replies need no protection. */
export function isPrimary(item: SuppressionItem): boolean {
  return item.value > 0 && item.value < item.floor;
}

/** Atoms that lie in exactly the same of some sets, put together: the attacker cannot and need not tell them apart. */
export interface AtomClass {
  /** Of each set, whether the class lies in it. */
  readonly within: readonly boolean[];
  readonly value: number;
  readonly cap: number;
}

/** Puts atoms together by the sets they lie in. */
export function classesOf(table: SuppressionTable, sets: readonly (readonly number[])[]): AtomClass[] {
  const members = table.values.map((): boolean[] => sets.map(() => false));
  sets.forEach((set, s) => {
    for (const atom of set) {
      const own = members[atom];
      if (own !== undefined) own[s] = true;
    }
  });
  const classes = new Map<string, { within: boolean[]; value: number; cap: number }>();
  members.forEach((within, atom) => {
    const key = within.map(Number).join('');
    const found = classes.get(key) ?? { within, value: 0, cap: 0 };
    found.value += table.values[atom] ?? 0;
    found.cap += table.caps[atom] ?? 0;
    classes.set(key, found);
  });
  return [...classes.values()];
}
