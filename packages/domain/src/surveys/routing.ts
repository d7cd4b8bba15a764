/** Who is asked what, and in which order. Carries no schema, so that respondents' pages can use it. */
import { answerKey, type AnswerKey, type AnswerValue, type Block, type SupervisionRoute } from './answers.ts';
import type { Instrument, Item } from './instrument.ts';

/** The one question that everybody is asked first; it is no item, and its answer decides which parts are shown. */
export const ROUTE_QUESTION: {
  readonly text: string;
  readonly options: readonly { readonly id: SupervisionRoute; readonly text: string }[];
} = {
  text: 'In the last three months, did you receive one-to-one supervision, give it, both, or neither?',
  options: [
    { id: 'receives', text: 'I received it' },
    { id: 'gives', text: 'I gave it' },
    { id: 'both', text: 'Both' },
    { id: 'neither', text: 'Neither' },
  ],
};

/**
 * Role families that somebody may belong to: one, as the invitation says; several, where small groups were merged and nobody can
 * say which; or null, where nothing is known.
 */
export type KnownFamilies = string | readonly string[] | null;

/** An item in one part of the form. */
export interface AskedItem {
  readonly key: AnswerKey;
  readonly item: Item;
  readonly block: Block;
}

const BLOCKS_OF_ROUTE: Readonly<Record<SupervisionRoute, readonly Block[]>> = {
  receives: ['everybody', 'receives'],
  gives: ['everybody', 'gives'],
  both: ['everybody', 'receives', 'gives'],
  neither: ['everybody', 'neither'],
};

/**
 * Every item that somebody on this route may be asked, in order: first what everybody is asked, then the part about the
 * supervision they receive, then (after a clear break) the part about what they give; for who has neither, why not. Within a part
 * the order is the form's own. Who is of several families that cannot be told apart is asked what any of them is asked.
 */
export function askedItems(instrument: Instrument, route: SupervisionRoute, roleFamily: KnownFamilies): AskedItem[] {
  return BLOCKS_OF_ROUTE[route].flatMap((block) =>
    instrument.items
      .filter((item) => item.blocks.includes(block) && isForRoute(item, route) && isForFamily(item, roleFamily))
      .map((item) => ({ key: answerKey(item, block), item, block })),
  );
}

function isForRoute(item: Item, route: SupervisionRoute): boolean {
  return item.routes === undefined || item.routes.includes(route);
}

function isForFamily(item: Item, known: KnownFamilies): boolean {
  if (item.roleFamilies === null || known === null) return true;
  const families = typeof known === 'string' ? [known] : known;
  return families.some((family) => item.roleFamilies?.includes(family));
}

/** The wording of an item in its part. */
export function textIn(item: Item, block: Block): string {
  return block === 'gives' && item.textGiving !== null ? item.textGiving : item.text;
}

type Values = Readonly<Record<AnswerKey, AnswerValue>>;

/** Those of the items asked that are to be shown now, as the answers so far stand. */
export function shownItems(asked: readonly AskedItem[], values: Values): AskedItem[] {
  const shown = new Set<AnswerKey>();
  return asked.filter((entry) => {
    const isShown = conditionHolds(entry, asked, values, shown) && hasRows(entry, asked, values, shown);
    if (isShown) shown.add(entry.key);
    return isShown;
  });
}

/** The key of another item as it stands for this part: in the same part where it is asked there, else among what everybody is asked. */
function keyFor(id: string, block: Block, asked: readonly AskedItem[]): AnswerKey | null {
  const same = asked.find(({ item, block: other }) => item.id === id && other === block);
  return (same ?? asked.find(({ item, block: other }) => item.id === id && other === 'everybody'))?.key ?? null;
}

function conditionHolds(entry: AskedItem, asked: readonly AskedItem[], values: Values, shown: ReadonlySet<AnswerKey>): boolean {
  const condition = entry.item.shownWhen;
  if (condition === null) return true;
  const key = keyFor(condition.item, entry.block, asked);
  if (key === null || !shown.has(key)) return false;
  return answersOf(values[key]).some((answer) => condition.answers.includes(answer));
}

function hasRows(entry: AskedItem, asked: readonly AskedItem[], values: Values, shown: ReadonlySet<AnswerKey>): boolean {
  const { item } = entry;
  if (item.kind !== 'grid' || item.rowsFrom === null) return true;
  const key = keyFor(item.rowsFrom, entry.block, asked);
  return key !== null && shown.has(key) && answersOf(values[key]).length > 0;
}

/** The rows of a grid that are shown: those chosen in the item it takes them from, in the order chosen there; else all of its own. */
export function rowsShown(entry: AskedItem, asked: readonly AskedItem[], values: Values): { id: string; text: string }[] {
  const { item } = entry;
  if (item.kind !== 'grid') return [];
  if (item.rowsFrom === null) return item.rows;
  const key = keyFor(item.rowsFrom, entry.block, asked);
  const chosen = key === null ? [] : answersOf(values[key]);
  return chosen.flatMap((id) => item.rows.filter((row) => row.id === id));
}

/** An answer as the plain values that a condition names. */
function answersOf(value: AnswerValue | undefined): readonly string[] {
  if (value === undefined) return [];
  switch (value.kind) {
    case 'choice':
      return [value.value];
    case 'choices':
      return value.values;
    case 'number':
      return [String(value.value)];
    case 'rows':
    case 'words':
      return [];
  }
}
