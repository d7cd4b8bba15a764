import { createOpenStore } from './open-store.ts';

export const paletteStore = createOpenStore();

export function openPalette(): void {
  paletteStore.set(true);
}
