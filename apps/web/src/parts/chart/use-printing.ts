import { useSyncExternalStore } from 'react';

/** Whether the page is being laid out for paper, which browsers say just before they do so. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting);
}

function isPrinting(): boolean {
  return matchMedia('print').matches;
}

function subscribe(onChange: () => void): () => void {
  const print = matchMedia('print');
  print.addEventListener('change', onChange);
  return () => print.removeEventListener('change', onChange);
}
