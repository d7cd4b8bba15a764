import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus into the first field of a form that was opened by a button, which is gone. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  // The focus belongs to the browser.
  useEffect(() => field.current?.focus(), []);
  return field;
}
