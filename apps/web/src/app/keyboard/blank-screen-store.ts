import { createOpenStore } from './open-store.ts';

export const blankScreenStore = createOpenStore();

export function blankScreen(): void {
  blankScreenStore.set(true);
}
