import type { AskedItem, Block, ScaleName } from '@plumbline/domain/surveys';

/** What stands together: one question, or several with the same answers, side by side. */
export type PageGroup =
  | { readonly kind: 'one'; readonly entry: AskedItem }
  | { readonly kind: 'rows'; readonly scale: ScaleName; readonly entries: readonly AskedItem[] };

export interface FormPage {
  /** The key of the first question that may stand on it, whether or not it is shown now. */
  readonly id: string;
  readonly block: Block;
  readonly groups: readonly PageGroup[];
  readonly entries: readonly AskedItem[];
  /** Which of all the questions shown these are, from 1. */
  readonly first: number;
  readonly last: number;
}

/** About as much as can be seen at once at a desk. */
const ROOM = 7;

function roomFor({ item }: AskedItem): number {
  switch (item.kind) {
    case 'scale':
      return 1;
    case 'number':
      return 1.5;
    case 'text':
      return 3;
    case 'grid':
      return 4;
    case 'ranking':
      return 4.5;
    case 'single':
    case 'multiple':
    case 'policy-fact':
      return Math.max(2, item.options.length / 2);
  }
}

/**
 * The form in pages: one question each where there is little room, else several. Where a page ends depends on everything that
 * might be asked, not on what is shown just now, so that no question moves away while somebody answers the one above it.
 */
export function pagesOf(asked: readonly AskedItem[], shown: readonly AskedItem[], isWide: boolean): FormPage[] {
  const place = new Map(shown.map(({ key }, index) => [key, index + 1]));
  return breaksOf(asked, isWide).flatMap((entries): FormPage[] => {
    const visible = entries.filter(({ key }) => place.has(key));
    const [first] = visible;
    const last = visible.at(-1);
    if (first === undefined || last === undefined) return [];
    const groups = isWide ? groupsOf(visible) : visible.map((entry): PageGroup => ({ kind: 'one', entry }));
    const numbers = { first: place.get(first.key) ?? 1, last: place.get(last.key) ?? 1 };
    return [{ id: entries[0]?.key ?? first.key, block: first.block, groups, entries: visible, ...numbers }];
  });
}

function breaksOf(asked: readonly AskedItem[], isWide: boolean): AskedItem[][] {
  const pages: AskedItem[][] = [];
  let room = 0;
  for (const entry of asked) {
    const page = pages.at(-1);
    const needs = roomFor(entry);
    if (page === undefined || !isWide || page[0]?.block !== entry.block || room + needs > ROOM) {
      pages.push([entry]);
      room = needs;
    } else {
      page.push(entry);
      room += needs;
    }
  }
  return pages;
}

/** Neighbours on the same scale become rows of one grid. */
function groupsOf(entries: readonly AskedItem[]): PageGroup[] {
  const groups: PageGroup[] = [];
  for (const entry of entries) {
    const before = groups.at(-1);
    const { item } = entry;
    if (item.kind !== 'scale') groups.push({ kind: 'one', entry });
    else if (before?.kind === 'rows' && before.scale === item.scale)
      groups[groups.length - 1] = { ...before, entries: [...before.entries, entry] };
    else groups.push({ kind: 'rows', scale: item.scale, entries: [entry] });
  }
  return groups;
}

/** The page with this question, or the first after where it would stand; the last where there is none. */
export function pageAt(pages: readonly FormPage[], asked: readonly AskedItem[], key: string | null): number {
  if (key === null) return 0;
  const order = new Map(asked.map((entry, index) => [entry.key, index]));
  const wanted = order.get(key) ?? 0;
  const found = pages.findIndex((page) => (order.get(page.entries.at(-1)?.key ?? '') ?? 0) >= wanted);
  return found === -1 ? pages.length - 1 : found;
}
