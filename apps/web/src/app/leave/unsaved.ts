import { useEffect, useId, useSyncExternalStore } from 'react';

/** Forms on this page in which something was typed that is not saved. */
const unsaved = new Set<string>();
/** What waits for an answer: something within the page that would throw a form away. */
let waiting: (() => void) | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Whether anything typed on this page would be lost by leaving it. */
export function hasUnsaved(): boolean {
  return unsaved.size > 0;
}

/** Says that whatever is typed may be lost: somebody has just agreed to it, or chosen the other version. */
export function letGo(): void {
  unsaved.clear();
}

/** Says of one form whether something in it would be lost. */
export function noteUnsaved(form: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(form);
  else unsaved.delete(form);
}

/** Closes a form that is part of a page: at once where nothing would be lost, else after asking. */
export function leave(then: () => void): void {
  if (!hasUnsaved()) return then();
  waiting = then;
  tell();
}

/** Takes what waits for an answer, whichever it is. */
export function takeWaiting(): (() => void) | null {
  const taken = waiting;
  waiting = null;
  tell();
  return taken;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What waits for an answer. */
export function useWaiting(): (() => void) | null {
  return useSyncExternalStore(subscribe, () => waiting);
}

/** Keeps this form from being thrown away unasked while something in it is not saved. */
export function useUnsaved(isUnsaved: boolean): void {
  const form = useId();
  // The address and the window belong to the browser: they are kept from going by what stands in the set.
  useEffect(() => {
    noteUnsaved(form, isUnsaved);
    return () => noteUnsaved(form, false);
  }, [form, isUnsaved]);
}
