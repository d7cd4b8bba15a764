import { lazy, Suspense, type ReactElement } from 'react';
import { useHotkeys } from '@mantine/hooks';
import { paletteStore } from './palette-store.ts';

const PaletteWindow = lazy(() => import('./palette-window.tsx').then((module) => ({ default: module.PaletteWindow })));

/** Ctrl K. The palette itself loads when it is first called. */
export function Palette(): ReactElement | null {
  const isOpen = paletteStore.use();
  useHotkeys([['mod+K', () => paletteStore.set(!paletteStore.isOpen())]], []);
  return isOpen ? (
    <Suspense>
      <PaletteWindow />
    </Suspense>
  ) : null;
}
