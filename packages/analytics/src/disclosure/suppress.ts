/** Complementary suppression: which groups to hide besides those under the floor, so that none of these can be worked out. */
import { auditInterval } from './audit.ts';
import { protects } from './proof.ts';
import { coverFor } from './protect.ts';
import { isPrimary, type Interval, type SuppressionItem, type SuppressionTable } from './suppression-table.ts';

export type Suppression =
  | { readonly ok: true; readonly hidden: ReadonlySet<string> }
  /** Ids of the items for which no protection was found. */
  | { readonly ok: false; readonly exposed: readonly string[] };

/**
 * Hides every item under its floor, then others one cheapest set at a time until each of the former is protected, and shows again
 * whatever turns out not to be needed. `forced` are hidden in any case (and shown by no pruning).
 */
export function suppress(table: SuppressionTable, forced: ReadonlySet<string> = new Set()): Suppression {
  const primaries = table.items.filter(isPrimary);
  const blocked = primaries.filter((item) => !item.canHide && !item.isUnplanned);
  if (blocked.length > 0) return { ok: false, exposed: blocked.map((item) => item.id) };
  const kept = new Set([...forced, ...primaries.map((item) => item.id)]);
  for (const item of table.items) if (item.isUnplanned) kept.add(item.id);
  const hidden = new Set(kept);
  const targets = primaries.toSorted((a, b) => a.value - b.value);
  for (let round = 0; round <= table.items.length; round += 1) {
    const open = exposedOf(table, targets, hidden);
    const [first] = open;
    if (first === undefined) {
      prune(table, targets, hidden, kept);
      return { ok: true, hidden };
    }
    if (!widen(table, first, hidden)) return { ok: false, exposed: open.map((item) => item.id) };
  }
  return { ok: false, exposed: exposedOf(table, targets, hidden).map((item) => item.id) };
}

/** The items under their floor that what is shown gives back, exactly or nearly. */
export function exposedOf(
  table: SuppressionTable,
  targets: readonly SuppressionItem[],
  hidden: ReadonlySet<string>,
): SuppressionItem[] {
  return targets.filter((item) => !isProtected(item, auditInterval(table, item, hidden)));
}

function isProtected(item: SuppressionItem, interval: Interval): boolean {
  return protects({ ...interval, floor: item.floor });
}

/** Hides what lets the item reach its floor, then what lets it be small enough for the interval to be wide. False where nothing was found. */
function widen(table: SuppressionTable, item: SuppressionItem, hidden: Set<string>): boolean {
  const before = hidden.size;
  let interval = auditInterval(table, item, hidden);
  if (interval.high < item.floor) {
    const cover = coverFor(table, item, item.floor - item.value, hidden);
    if (cover === null) return false;
    for (const id of cover) hidden.add(id);
    interval = auditInterval(table, item, hidden);
  }
  if (!isProtected(item, interval)) hideForWidth(table, item, interval, hidden);
  return hidden.size > before;
}

/** Downwards first, as the rule has it; where the item cannot be so few, upwards until the interval is wide enough. */
function hideForWidth(table: SuppressionTable, item: SuppressionItem, { low, high }: Interval, hidden: Set<string>): void {
  const down = Math.max(0, high - item.floor + 1) - item.value;
  const up = low + item.floor - 1 - item.value;
  const cover = (down < 0 ? coverFor(table, item, down, hidden) : null) ?? coverFor(table, item, up, hidden);
  for (const id of cover ?? []) hidden.add(id);
}

/** Shows again, the largest first, what is not needed. */
function prune(
  table: SuppressionTable,
  targets: readonly SuppressionItem[],
  hidden: Set<string>,
  kept: ReadonlySet<string>,
): void {
  const added = table.items.filter((item) => hidden.has(item.id) && !kept.has(item.id));
  for (const item of added.toSorted((a, b) => b.value - a.value)) {
    hidden.delete(item.id);
    if (exposedOf(table, targets, hidden).length > 0) hidden.add(item.id);
  }
}
