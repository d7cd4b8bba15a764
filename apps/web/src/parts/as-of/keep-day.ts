import type { AsOfSearch } from '../../app/routing/search.ts';

/** The search of a link that stays on the day asked about; everything else of the address is left behind. */
export function keepDay({ on, known }: AsOfSearch): AsOfSearch {
  return { on, known };
}
