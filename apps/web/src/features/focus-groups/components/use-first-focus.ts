import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to a field that somebody has just asked for. */
export function useFirstFocus<Field extends HTMLElement>(): RefObject<Field | null> {
  const field = useRef<Field>(null);
  // The focus belongs to the browser.
  useEffect(() => field.current?.focus(), []);
  return field;
}
