/** How whole numbers are counted: in bands that the form fixes, never the data, so that a band betrays nobody. */
import type { Item } from '@plumbline/domain/surveys';

export type NumberItem = Extract<Item, { kind: 'number' }>;

/** From and to, both inclusive; the last is open above. */
export type Band = readonly [number, number | null];

/** As many different answers as that are counted one by one. */
const MOST_SINGLE = 11;
const BAND_COUNT = 6;
/** Widths that people count in. */
const WIDTHS = [1, 2, 5, 10, 15, 20, 30, 50, 60, 100, 200, 500, 1000];

/**
 * The bands of a number item: its own; each number where there are at most eleven; those that its scores begin at; otherwise five
 * of an even, usual width and one open above (a sixteenth of the span is aimed at, since most answers lie low).
 */
export function bandsOf(item: NumberItem): readonly Band[] {
  if (item.bands !== null) return item.bands;
  const numbers = item.most - item.least + 1;
  if (numbers <= MOST_SINGLE) return Array.from({ length: numbers }, (_, i): Band => [item.least + i, item.least + i]);
  const starts =
    item.scoredFrom === undefined ? evenStarts(item) : [item.least, ...item.scoredFrom.filter((from) => from > item.least)];
  return starts.map((from, i): Band => [from, starts[i + 1] === undefined ? null : (starts[i + 1] ?? 0) - 1]);
}

function evenStarts({ least, most }: NumberItem): number[] {
  const aim = (most - least) / 16;
  const apart = (width: number): number => Math.abs(Math.log(width / aim));
  const width = WIDTHS.reduce((best, one) => (apart(one) < apart(best) ? one : best));
  return Array.from({ length: BAND_COUNT }, (_, i) => least + i * width).filter((from) => from <= most);
}

/** Which band a number lies in, from 0. A number below the first counts into the first. */
export function bandAt(bands: readonly Band[], value: number): number {
  let at = 0;
  bands.forEach(([from], i) => {
    if (value >= from) at = i;
  });
  return at;
}

/** "30 to 59 minutes", "1 session", "150 minutes or more". */
export function bandInWords([from, to]: Band, unit: string): string {
  const words = to === null ? `${from} or more` : to === from ? `${from}` : `${from} to ${to}`;
  if (unit === '') return words;
  if (to === null) return `${from} ${unit} or more`;
  return `${words} ${to === 1 && from === 1 ? (SINGULARS[unit] ?? unit.replace(/s$/, '')) : unit}`;
}

/** Units of which there is one; others lose their last letter. */
const SINGULARS: Readonly<Record<string, string>> = { people: 'person', children: 'child' };

/** The score 1 to 5 of a number where the item says from where each begins; else null. */
export function bandScore(item: NumberItem, value: number): number | null {
  if (item.scoredFrom === undefined) return null;
  return 1 + item.scoredFrom.filter((from) => value >= from).length;
}
