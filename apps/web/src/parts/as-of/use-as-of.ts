import { useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/session/me.tsx';
import type { AsOfSearch } from '../../app/routing/search.ts';

export interface AsOf {
  /** The day asked about: today unless the address names a day before it. Nothing is known of days to come. */
  readonly on: string;
  readonly isPast: boolean;
  readonly isKnownThen: boolean;
  /** What the server is asked; nothing where it is about today. */
  readonly question: { readonly on?: string; readonly knownOn?: string };
}

/** Which day the address bar asks about, and whether as it was known then. */
export function useAsOf(): AsOf {
  const { today } = useMe();
  const search = useSearch({ strict: false }) as AsOfSearch;
  const isPast = search.on !== undefined && search.on < today;
  const on = isPast ? (search.on ?? today) : today;
  const isKnownThen = isPast && search.known === 'then';
  return { on, isPast, isKnownThen, question: isPast ? { on, ...(isKnownThen ? { knownOn: on } : {}) } : {} };
}
