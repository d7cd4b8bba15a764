import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AuditedKind } from './kinds.ts';

/** One that could be drawn, with the part of the list in which it lies: its team. */
export interface Listed {
  readonly kind: AuditedKind;
  readonly ref: string;
  readonly stratum: string;
}

/** One that was drawn. `place` is its place in its part of the list; reserves are called up in that order. */
export interface Drawn extends Listed {
  readonly place: number;
  readonly isReserve: boolean;
  /** Whether it was drawn, before anybody graded anything, for a blind second grade. */
  readonly isForSecondGrade: boolean;
}

export interface DrawOrder {
  /** Text from which the order follows: whoever has it and the list can draw the same sample again. */
  readonly seed: string;
  /** How many to draw; no more than there are. */
  readonly size: number;
  /** How many to hold in reserve, if so many are left. */
  readonly reserves: number;
}

/** Of everything drawn at least this share gets a blind second grade. */
export const SECOND_GRADE_SHARE = 0.15;

const Z95 = 1.959_963_984_540_054;

/** A line of the list, as it goes into its fingerprint and into the draw. */
function lineOf({ stratum, kind, ref }: Listed): string {
  return JSON.stringify([stratum, kind, ref]);
}

const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The fingerprint of a list: SHA-256 over its lines, sorted; the same list in another order has the same one. */
export function listHash(list: readonly Listed[]): string {
  return hex(list.map(lineOf).sort(byText).join('\n'));
}

/**
 * How many to draw so that a share is known to within `margin` (0.1: ten points) with 95% confidence, at its most uncertain
 * unless `expected` is given: n0 = 1.96² p(1−p)/d², n = n0/(1 + (n0−1)/N), rounded up and never over N.
 * Source: Cochran, Sampling Techniques, 3rd edition, 4.4.
 */
export function sampleSizeFor(population: number, margin: number, expected = 0.5): number {
  if (!Number.isInteger(population) || population < 0) throw new RangeError(`${population} is no number of files.`);
  if (!(margin > 0 && margin < 1)) throw new RangeError(`${margin} is no share between 0 and 1.`);
  if (population === 0) return 0;
  const many = (Z95 ** 2 * expected * (1 - expected)) / margin ** 2;
  return Math.min(population, Math.ceil(many / (1 + (many - 1) / population)));
}

/** The margin that a sample of this size has, the other way round. */
export function marginOf(population: number, size: number, expected = 0.5): number | null {
  if (size <= 0 || population <= 1 || size > population) return null;
  const left = (population - size) / (population - 1);
  return Z95 * Math.sqrt((expected * (1 - expected) * left) / size);
}

/**
 * Draws by parts of the list, in proportion to their size, each part in an order that follows from the seed: its lines by the
 * SHA-256 of seed and line. Nobody can choose by it, everybody on the list has the same chance, and whoever has list and seed can
 * check it.
 */
export function drawSample(list: readonly Listed[], { seed, size, reserves }: DrawOrder): Drawn[] {
  if (new Set(list.map(lineOf)).size !== list.length) throw new RangeError('Something stands twice in the list.');
  const wanted = Math.min(size, list.length);
  const parts = [...Map.groupBy(list, ({ stratum }) => stratum)].sort(([a], [b]) => byText(a, b));
  const counts = parts.map(([name, lines]) => ({ name, count: lines.length }));
  const shares = inProportion(counts, wanted, `${seed}\nparts`);
  const left = counts.map(({ name, count }) => ({ name, count: count - (shares.get(name) ?? 0) }));
  const held = inProportion(left, Math.min(reserves, list.length - wanted), `${seed}\nreserves`);
  const drawn = parts.flatMap(([name, lines]) => {
    const first = shares.get(name) ?? 0;
    const ordered = inSeededOrder(lines, `${seed}\ndraw`).slice(0, first + (held.get(name) ?? 0));
    return ordered.map((line, at) => ({ ...line, place: at + 1, isReserve: at >= first, isForSecondGrade: false }));
  });
  const toGradeTwice = secondGrades(
    drawn.filter(({ isReserve }) => !isReserve),
    seed,
  );
  return drawn.map((line) => ({ ...line, isForSecondGrade: toGradeTwice.has(lineOf(line)) }));
}

function secondGrades(drawn: readonly Listed[], seed: string): ReadonlySet<string> {
  const count = Math.ceil(drawn.length * SECOND_GRADE_SHARE);
  return new Set(
    inSeededOrder(drawn, `${seed}\nsecond grade`)
      .slice(0, count)
      .map((line) => lineOf(line)),
  );
}

function inSeededOrder<Line extends Listed>(lines: readonly Line[], seed: string): Line[] {
  const keyed = lines.map((line) => ({ line, key: hex(`${seed}\n${lineOf(line)}`) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ line }) => line);
}

/**
 * How many to take from each part, in proportion to its size: its exact share, rounded down or up so that over all seeds every line of
 * the list has the same chance, those of the smallest part too. The parts stand in an order that follows from the seed, one point of
 * the first is chosen by it, and every whole step from there takes one: systematic sampling with a random start.
 * Source: Madow 1949; Cochran, Sampling Techniques, 3rd edition, 8.
 */
export function inProportion(parts: readonly Part[], wanted: number, seed: string): ReadonlyMap<string, number> {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const shares = new Map(parts.map(({ name }) => [name, 0]));
  if (total === 0) return shares;
  const ordered = parts.map((part) => ({ ...part, key: hex(`${seed}\n${part.name}`) })).sort((a, b) => byText(a.key, b.key));
  // Thirty-two bits of the fingerprint as a number from 0 to under 1: few enough for sums to stay exact.
  const start = Number.parseInt(hex(`${seed}\nstart`).slice(0, 8), 16) / 2 ** 32;
  let before = 0;
  for (const { name, count } of ordered) {
    const after = before + count;
    shares.set(name, Math.floor((after * wanted) / total + start) - Math.floor((before * wanted) / total + start));
    before = after;
  }
  return shares;
}

/** A part of a list, by its name, with how many lines it has. */
export interface Part {
  readonly name: string;
  readonly count: number;
}
