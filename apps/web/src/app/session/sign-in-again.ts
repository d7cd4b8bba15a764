import { useSyncExternalStore } from 'react';

/** Whether the session has ended under an open page, and who waits for it to be renewed. */
let isAsking = false;
let hasBeenSignedIn = false;
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function hasSignedIn(): boolean {
  return hasBeenSignedIn;
}

/** To be called once the server has said who is here. */
export function noteSignedIn(): void {
  hasBeenSignedIn = true;
}

/** To be called before signing out on purpose, so that the page does not ask again. */
export function noteSignedOut(): void {
  hasBeenSignedIn = false;
}

/** Opens the window over the page; resolves when the person has signed in again. */
export function askToSignIn(): Promise<void> {
  isAsking = true;
  tell();
  return new Promise((resolve) => waiting.push(resolve));
}

/** The person has signed in again: everything that waited goes on. */
export function resumeAfterSignIn(): void {
  isAsking = false;
  const resumed = waiting;
  waiting = [];
  for (const resume of resumed) resume();
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsAskingToSignIn(): boolean {
  return useSyncExternalStore(subscribe, () => isAsking);
}
