/**
 * How long a form takes to answer: reading and then answering.
 *
 * Reading: 238 words a minute, the mean for silent reading of English non-fiction in adults (Brysbaert 2019, Journal of Memory and
 * Language 109). Answering: our own working figures by kind of item, set so that about forty items of the usual mixture take the ten
 * to twelve minutes for which the full form is meant. No times of answering are ever kept, so that they cannot be measured here.
 */
import { SCALES, SUPERVISION_ROUTES, type SupervisionRoute } from '../answers.ts';
import type { Instrument, Item, ItemKind } from '../instrument.ts';
import { ROLE_FAMILY_NAMES } from '../role-families.ts';
import { askedItems, textIn, type AskedItem, type KnownFamilies } from '../routing.ts';
import { wordsOf } from './reading-age.ts';

const WORDS_PER_SECOND = 238 / 60;

/** Seconds to decide and press, once it is read: for the whole item, or for each row of a grid. */
export const SECONDS_TO_ANSWER: Readonly<Record<ItemKind, number>> = {
  scale: 5,
  single: 5,
  multiple: 8,
  ranking: 15,
  grid: 5,
  number: 8,
  text: 40,
  'policy-fact': 8,
};

/** What share of those who could be shown an item are taken to see it, where it hangs on another answer. */
const SHARE_SHOWN = 0.5;

/** A ranking's choices are what a grid asks about; one is taken to choose this many. */
const ROWS_CHOSEN = 3;

/** Seconds that one item takes where it is shown. */
export function secondsFor({ item, block }: Pick<AskedItem, 'item' | 'block'>): number {
  const read = [textIn(item, block), item.help ?? '', ...optionTexts(item)];
  return read.flatMap(wordsOf).length / WORDS_PER_SECOND + SECONDS_TO_ANSWER[item.kind] * rowCount(item);
}

/** Scale words are read once and then known; an option is read every time. */
function optionTexts(item: Item): string[] {
  if (item.kind === 'grid') return item.rows.slice(0, rowCount(item)).map(({ text }) => text);
  return 'options' in item ? item.options.map(({ text }) => text) : [];
}

function rowCount(item: Item): number {
  if (item.kind !== 'grid') return 1;
  return item.rowsFrom === null ? item.rows.length : Math.min(ROWS_CHOSEN, item.rows.length);
}

/**
 * Minutes that a form takes somebody on this route, introduction and scales' words included; one decimal. Where no role family is
 * given, it is the one that is asked longest.
 */
export function minutesFor(instrument: Instrument, route: SupervisionRoute, families: KnownFamilies = null): number {
  if (families === null) return Math.max(...ROLE_FAMILY_NAMES.map((family) => minutesFor(instrument, route, family)));
  const asked = askedItems(instrument, route, families);
  const scales = new Set(asked.flatMap(({ item }) => ('scale' in item ? [item.scale] : [])));
  const scaleWords = [...scales].flatMap((name) => [...SCALES[name].points, SCALES[name].notScored]).flatMap(wordsOf);
  const before = (wordsOf(instrument.introduction).length + scaleWords.length) / WORDS_PER_SECOND;
  const seconds = asked.reduce((sum, entry) => sum + secondsFor(entry) * shareShown(entry.item), before);
  return Math.round(seconds / 6) / 10;
}

function shareShown(item: Item): number {
  return item.shownWhen === null ? 1 : SHARE_SHOWN;
}

/** Minutes on every route. */
export function minutesByRoute(instrument: Instrument, families: KnownFamilies = null): Record<SupervisionRoute, number> {
  return Object.fromEntries(SUPERVISION_ROUTES.map((route) => [route, minutesFor(instrument, route, families)])) as Record<
    SupervisionRoute,
    number
  >;
}

/** Whole minutes to promise to whoever is asked, on the longest of the two usual routes: receiving or giving. */
export function minutesToPromise(instrument: Instrument): number {
  return Math.max(1, Math.ceil(Math.max(minutesFor(instrument, 'receives'), minutesFor(instrument, 'gives'))));
}
