import { useEffect, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@mantine/core';
import { blankScreenStore } from './blank-screen-store.ts';
import css from './blank-screen.module.css';

/** F9 covers the whole screen, wherever the focus is, and F9 brings it back. Nothing is lost meanwhile. */
export function BlankScreen(): ReactElement | null {
  const isBlank = blankScreenStore.use();
  // The key belongs to the window; the rest of the page must not be read or reached while covered.
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'F9') return;
      event.preventDefault();
      blankScreenStore.set(!blankScreenStore.isOpen());
    }
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  useEffect(() => {
    const others = [...document.body.children].filter((element) => !element.hasAttribute('data-cover'));
    for (const element of others) element.toggleAttribute('inert', isBlank);
    return () => {
      for (const element of others) element.removeAttribute('inert');
    };
  }, [isBlank]);
  if (!isBlank) return null;
  return createPortal(
    <dialog open data-cover className={css['cover']} aria-modal="true" aria-label="The screen is hidden">
      <Button variant="default" autoFocus onClick={() => blankScreenStore.set(false)}>
        Show the screen again (F9)
      </Button>
    </dialog>,
    document.body,
  );
}
