/**
 * Which groups of audits may be shown with their grades to somebody who may not open all of them. What counts is what they cannot
 * open: they know the rest and can subtract it.
 */
import { hideAcross } from './disclosure-across.ts';
import { isEnough, personsIn, type ClosedEntry } from './enough.ts';
import type { AuditedRow } from './rows.ts';

/** Whether the viewer may open an audit; `true` for somebody who may open all. */
export type MayOpen = boolean | ((row: AuditedRow) => boolean);

/** Whether this viewer may open this audit. */
export function opens(mayOpen: MayOpen, row: AuditedRow): boolean {
  return typeof mayOpen === 'boolean' ? mayOpen : mayOpen(row);
}

export interface Protection {
  readonly isTotalShown: boolean;
  /** Table by table, the groups to hide. A group that the viewer can open wholly is in none of them. */
  readonly hidden: readonly ReadonlySet<string>[];
}

/**
 * What to hide in several one-way tables of the same entries, published to one viewer with their total. In each table every group
 * that is too small is hidden, then the next smallest, until what the total less the groups shown gives back is enough. Then every
 * two tables are looked at together (a service less its teams, a team less the quarters in which nobody else was looked at), and
 * groups are hidden, those of later tables first, until no sum and difference of their groups gives back too few: for certain
 * where nobody was audited twice. Three tables at once are not looked at. Two-way tables must not be shown beside these.
 */
export function protectTables(entries: readonly ClosedEntry[], tables: number): Protection {
  const parts = Array.from({ length: tables }, (_, table) => Map.groupBy(entries, ({ groups }) => groups[table] ?? ''));
  if (!isEnough(entries)) return { isTotalShown: false, hidden: parts.map((groups) => new Set(groups.keys())) };
  const hidden = parts.map((groups) => {
    const small = new Set([...groups].flatMap(([group, own]) => (isEnough(own) ? [] : [group])));
    hideWithin(groups, small);
    return small;
  });
  hideAcross(entries, hidden, (table) => hideWithin(parts[table] ?? new Map(), hidden[table] ?? new Set()));
  return { isTotalShown: true, hidden };
}

/** Hides the next smallest group until those hidden are enough together: never one alone. */
function hideWithin(groups: ReadonlyMap<string, readonly ClosedEntry[]>, hidden: Set<string>): void {
  const shown = [...groups].filter(([group]) => !hidden.has(group)).sort(bySize);
  for (const [group] of shown) {
    const together = [...hidden].flatMap((one) => groups.get(one) ?? []);
    if (isEnough(together)) return;
    hidden.add(group);
  }
}

function bySize([a, one]: [string, readonly ClosedEntry[]], [b, other]: [string, readonly ClosedEntry[]]): number {
  return personsIn(one) - personsIn(other) || (a < b ? -1 : 1);
}
