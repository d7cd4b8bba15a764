import { useEffect, useSyncExternalStore } from 'react';
import type { Saver } from './saver.ts';

/** What a saver holds now; the browser warns of what waits, and it is saved when the page is left. */
export function useSaver<Now extends object>(saver: Saver<Now>): Now {
  const now = useSyncExternalStore(saver.subscribe, saver.read);
  // The browser's warning, and what waits when the page is left.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.hasUnsent) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => {
      globalThis.removeEventListener('beforeunload', warn);
      void saver.saveNow();
    };
  }, [saver]);
  return now;
}
