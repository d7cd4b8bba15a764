import { useSyncExternalStore } from 'react';

/** A thing that any page can open and that shows once: the palette, the list of shortcuts, the blank screen. */
export interface OpenStore {
  readonly set: (isOpen: boolean) => void;
  readonly isOpen: () => boolean;
  readonly use: () => boolean;
}

export function createOpenStore(): OpenStore {
  let isOpen = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    set(next) {
      isOpen = next;
      for (const listener of listeners) listener();
    },
    isOpen: () => isOpen,
    use: () => useSyncExternalStore(subscribe, () => isOpen),
  };
}
