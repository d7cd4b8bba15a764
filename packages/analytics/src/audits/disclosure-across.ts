/** Hides what two one-way tables, each of them safe by itself, give away when they lie side by side. */
import { FEWEST_PERSONS, FEWEST_UNANIMOUS, personsIn, type ClosedEntry } from './enough.ts';
import { contracted, findSmallCut, type GradeEdge } from './small-cut.ts';

type EntryEdge = GradeEdge & { readonly entry: ClosedEntry };
type Hidden = readonly Set<string>[];

/**
 * Adds to `hidden` until no two tables together give back too few persons; `again` makes a table safe by itself after each step.
 * Hiding puts groups of a table together: that can only help the pairs that were looked at before.
 */
export function hideAcross(entries: readonly ClosedEntry[], hidden: Hidden, again: (table: number) => void): void {
  for (let later = 1; later < hidden.length; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1) {
      let table = hideOne(entries, hidden, earlier, later);
      while (table !== null) {
        again(table);
        table = hideOne(entries, hidden, earlier, later);
      }
    }
}

/** Hides one more group where the two tables give too much away, and says in which; null where they do not. */
function hideOne(entries: readonly ClosedEntry[], hidden: Hidden, earlier: number, later: number): number | null {
  const given = givenAway(entries, hidden, earlier, later);
  if (given === null) return null;
  for (const table of [later, earlier])
    for (const among of [given, entries]) {
      const group = smallestShown(among, entries, table, hidden[table]);
      if (group === null) continue;
      hidden[table]?.add(group);
      return table;
    }
  return null;
}

/** Entries of too few persons that the groups shown of two tables give back; null where they do not. */
function givenAway(
  entries: readonly ClosedEntry[],
  hidden: Hidden,
  earlier: number,
  later: number,
): readonly ClosedEntry[] | null {
  const numbers = new Map<string, number>();
  const endOf = ({ groups }: ClosedEntry, table: number): number => {
    const group = groups[table] ?? '';
    // What is hidden of a table is given by its total less what is shown: together it is one group.
    const name = hidden[table]?.has(group) === true ? `${table}` : `${table} ${group}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const edges = entries.map((entry): EntryEdge => ({
    a: endOf(entry, earlier),
    b: endOf(entry, later),
    person: entry.person,
    entry,
  }));
  const few = findSmallCut(edges, numbers.size, FEWEST_PERSONS) ?? unanimousCut(edges, numbers.size);
  return few === null ? null : few.map(({ entry }) => entry);
}

/** A cut all of whose edges have the same value and too few persons for that. */
function unanimousCut(edges: readonly EntryEdge[], ends: number): EntryEdge[] | null {
  for (const value of new Set(edges.map(({ entry }) => entry.value))) {
    const own = contracted(edges, ends, ({ entry }) => entry.value === value);
    const cut = findSmallCut(own, ends, FEWEST_UNANIMOUS);
    if (cut !== null) return cut;
  }
  return null;
}

/** Of the groups that some entries lie in, the one with the fewest persons of all that is still shown. */
function smallestShown(
  among: readonly ClosedEntry[],
  entries: readonly ClosedEntry[],
  table: number,
  hidden: ReadonlySet<string> | undefined,
): string | null {
  const groups = new Set(among.map((entry) => entry.groups[table] ?? '').filter((group) => hidden?.has(group) !== true));
  const sizes = [...groups].map((group) => ({
    group,
    persons: personsIn(entries.filter((entry) => (entry.groups[table] ?? '') === group)),
  }));
  return sizes.sort((a, b) => a.persons - b.persons || (a.group < b.group ? -1 : 1))[0]?.group ?? null;
}
