import { approximateDays, partsOf, type Interval } from '../../calendar/index.ts';
import { lengthsOf } from '../check/phases.ts';

/** Whether a change asks more or less of people. `unclear`: it asks something else, or now more and now less. */
export type Direction = 'stricter' | 'looser' | 'equal' | 'unclear';

/** A direction, and whether it rests on about how long a unit is rather than on the numbers themselves. */
export interface Judgement {
  readonly direction: Direction | null;
  readonly isApproximate: boolean;
}

export const NOT_JUDGED: Judgement = { direction: null, isApproximate: false };

export function exactly(direction: Direction): Judgement {
  return { direction, isApproximate: false };
}

/** More of it asks more: a length, a number of sessions, an hour earlier. Missing asks for nothing. */
export function moreIsStricter(before: number | null, after: number | null): Judgement {
  if (before === after) return exactly('equal');
  if (before === null) return exactly('stricter');
  if (after === null) return exactly('looser');
  return exactly(after > before ? 'stricter' : 'looser');
}

export function opposite({ direction, isApproximate }: Judgement): Judgement {
  return { direction: direction === 'stricter' ? 'looser' : direction === 'looser' ? 'stricter' : direction, isApproximate };
}

type Length = Interval | { readonly hours: number };

/** Units that are whole numbers of one another. */
const IN_DAYS: Readonly<Record<string, number>> = { hours: 1 / 24, days: 1, weeks: 7 };
const IN_MONTHS: Readonly<Record<string, number>> = { months: 1, years: 12 };

/** A longest gap or a limit: shorter is stricter. In one unit by the numbers; across units only where one is always shorter. */
export function shorterIsStricter(before: Length, after: Length): Judgement {
  const [was, is] = [unitOf(before), unitOf(after)];
  for (const units of [IN_DAYS, IN_MONTHS]) {
    const [old, now] = [units[was.unit], units[is.unit]];
    if (old !== undefined && now !== undefined) return opposite(moreIsStricter(was.count * old, is.count * now));
  }
  if (was.unit === is.unit) return opposite(moreIsStricter(was.count, is.count));
  const [old, now] = [rangeOf(before), rangeOf(after)];
  if (now.least <= old.most && old.least <= now.most) return { direction: 'unclear', isApproximate: true };
  return { direction: now.middle < old.middle ? 'stricter' : 'looser', isApproximate: true };
}

function unitOf(length: Length): { unit: string; count: number } {
  return 'hours' in length ? { unit: 'hours', count: length.hours } : partsOf(length);
}

function rangeOf(length: Length): { least: number; most: number; middle: number } {
  if ('hours' in length) return { least: length.hours / 24, most: length.hours / 24, middle: length.hours / 24 };
  return { ...lengthsOf(length), middle: approximateDays(length) };
}

/** Fewer of these is stricter: what counts, what is enough. A missing list stands for any. */
export function fewerIsStricter(before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): Judgement {
  if (before === undefined || after === undefined)
    return exactly(before === after ? 'equal' : before === undefined ? 'stricter' : 'looser');
  const gained = after.some((item) => !before.includes(item));
  const lost = before.some((item) => !after.includes(item));
  return exactly(gained ? (lost ? 'unclear' : 'looser') : lost ? 'stricter' : 'equal');
}

/** More of these is stricter: what must be filled. A missing list stands for none. */
export function moreItemsAreStricter(before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): Judgement {
  return opposite(fewerIsStricter(before ?? [], after ?? []));
}

/** Several changes of one rule taken together. */
export function together(judgements: readonly Judgement[]): Judgement {
  const told = judgements.filter(({ direction }) => direction !== null && direction !== 'equal');
  const directions = new Set(told.map(({ direction }) => direction));
  const [only] = directions;
  if (only === undefined) return NOT_JUDGED;
  return { direction: directions.size === 1 ? only : 'unclear', isApproximate: told.some(({ isApproximate }) => isApproximate) };
}
