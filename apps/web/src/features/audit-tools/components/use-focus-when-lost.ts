import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to what has just opened, where the link that opened it is gone; whoever has the focus elsewhere keeps it. */
export function useFocusWhenLost<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  // The focus belongs to the browser.
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, []);
  return element;
}
