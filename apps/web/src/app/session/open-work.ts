import { useEffect } from 'react';

/** Until when each piece of work that is open on this page keeps the sign-in, in milliseconds since 1970. */
const kept = new Set<{ readonly until: number }>();

/** Until when anything that is open keeps the sign-in; 0 where nothing is. */
export function keptUntil(): number {
  return Math.max(0, ...[...kept].map((work) => work.until));
}

/** Keeps the sign-in for so many minutes while the page is open: people talk for an hour without touching a key. */
export function useOpenWork(minutes: number): void {
  // The sign-in belongs to the server and to every page of this browser.
  useEffect(() => {
    const work = { until: Date.now() + minutes * 60_000 };
    kept.add(work);
    return () => void kept.delete(work);
  }, [minutes]);
}
