/** Lengths of time as an answer offers them, and wrong ones beside a right one. */
import { approximateDays, partsOf, type Interval } from '../../calendar/interval.ts';
import type { Option } from '../instrument.ts';

/** A length of time, or a number of minutes that something lasts. */
export type Amount = Interval | { readonly hours: number } | { readonly minutes: number };

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  workingDays: ['working day', 'working days'],
  workingWeeks: ['working week', 'working weeks'],
  years: ['year', 'years'],
  hours: ['hour', 'hours'],
  minutes: ['minute', 'minutes'],
};

function unitAndCount(amount: Amount): { unit: string; count: number } {
  if ('hours' in amount) return { unit: 'hours', count: amount.hours };
  if ('minutes' in amount) return { unit: 'minutes', count: amount.minutes };
  const { unit, count } = partsOf(amount);
  return unit === 'days' && count % 7 === 0 ? { unit: 'weeks', count: count / 7 } : { unit, count };
}

/** "Two weeks", "Ten working days", "90 minutes": whole weeks of days are said in weeks. */
export function amountInWords(amount: Amount): string {
  const { unit, count } = unitAndCount(amount);
  const [one, many] = NAMES[unit] ?? [unit, unit];
  const words = `${SMALL[count] ?? String(count)} ${count === 1 ? one : many}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** About how long it is, to compare amounts of one kind. */
function size(amount: Amount): number {
  if ('hours' in amount) return amount.hours / 24;
  return 'minutes' in amount ? amount.minutes / 1440 : approximateDays(amount);
}

/** Two amounts closer than this are too much alike to be a right answer and a wrong one: four weeks and a month. */
const LEAST_RATIO = 1.3;

function areApart(a: Amount, b: Amount): boolean {
  const [small, large] = [size(a), size(b)].toSorted((x, y) => x - y) as [number, number];
  return large / small >= LEAST_RATIO;
}

function idOf(amount: Amount): string {
  const { unit, count } = unitAndCount(amount);
  return `${unit.toLowerCase()}-${String(count).replace('.', '-')}`;
}

const WRONG_ANSWERS = 3;

/**
 * The right amount among wrong ones, from short to long, and "not sure" last. Wrong ones are taken from the policy's other values
 * first, the nearest first, and then from a ladder of usual ones; none is so near to the right one that it could be argued for.
 */
export function amountOptions(
  right: Amount,
  others: readonly Amount[],
  ladder: readonly Amount[],
): { options: Option[]; right: string } {
  const distance = (amount: Amount) => Math.abs(Math.log(size(amount) / size(right)));
  const near = (amounts: readonly Amount[]) => amounts.toSorted((a, b) => distance(a) - distance(b));
  const wrong: Amount[] = [];
  for (const amount of [...near(others), ...near(ladder)]) {
    if (wrong.length < WRONG_ANSWERS && [right, ...wrong].every((other) => areApart(amount, other))) wrong.push(amount);
  }
  const options = [right, ...wrong]
    .toSorted((a, b) => size(a) - size(b))
    .map((amount) => ({ id: idOf(amount), text: amountInWords(amount), score: null, isAlone: false }));
  return { options: [...options, NOT_SURE], right: idOf(right) };
}

export const NOT_SURE: Option = { id: 'not-sure', text: 'Not sure', score: null, isAlone: false };
