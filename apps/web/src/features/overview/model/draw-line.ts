import type { OverviewPoint } from '@plumbline/analytics/overview';

/** The box of a small line: room above for the name, beneath for the first and the last month, at the right for the last share. */
export const BOX = { width: 300, height: 88, top: 25, bottom: 71, right: 224 } as const;

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface DrawnLine {
  /** As SVG draws it; broken where a month has no share. */
  readonly path: string;
  /** A dot for each month, so that one between two gaps is seen too. */
  readonly dots: readonly Place[];
  /** The last month; null where it has no share. */
  readonly last: Place | null;
}

/** Shares of months from `from` at the bottom to all at the top. Every month has its place, whether or not it has a share. */
export function drawLine(points: readonly OverviewPoint[], from: number): DrawnLine {
  const step = points.length < 2 ? 0 : (BOX.right - 8) / (points.length - 1);
  const places = points.map(({ share }, i) => (share === null ? null : { x: rounded(4 + i * step), y: heightOf(share, from) }));
  const path = places
    .map((place, i) => (place === null ? '' : `${(places[i - 1] ?? null) === null ? 'M' : 'L'}${place.x} ${place.y}`))
    .join('');
  return { path, dots: places.filter((place) => place !== null), last: places.at(-1) ?? null };
}

/** A name in two lines at most, broken between words where it is longer than fits above the line. */
export function nameLines(name: string): string[] {
  const lines = [''];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length === 1 && longer.length > MOST_LETTERS && lines[0] !== '') lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** As many letters as fit above a line. */
const MOST_LETTERS = 34;

function heightOf(share: number, from: number): number {
  const part = from >= 1 ? 1 : (share - from) / (1 - from);
  return rounded(BOX.bottom - part * (BOX.bottom - BOX.top));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
