import { inFullInWords, notBookedInWords } from '@plumbline/analytics/wording';
import type { ConstructView, ImpactView } from './outputs.ts';

/** What always stands beside "held on time": how many were held in full, and for how many nothing is booked. */
export function besideInWords({ inFull, inFullBefore, notBooked }: ImpactView): readonly string[] {
  return [inFullInWords(inFull, inFullBefore), notBookedInWords(notBooked)];
}

/** The part that says what was held on time: what was held in full and what is not booked never stand far from it. */
const HELD_ON_TIME = 'getting';

/** What stands beside one part's record; nothing beside most. */
export function besideOf(view: ImpactView, { id }: Pick<ConstructView, 'id'>): readonly string[] {
  return id === HELD_ON_TIME ? besideInWords(view) : [];
}
