import { createOpenStore } from './open-store.ts';

export const shortcutsStore = createOpenStore();

export function openShortcuts(): void {
  shortcutsStore.set(true);
}
