import { useSyncExternalStore } from 'react';

/** When the sign-in ends if nothing more is done. */
export interface SessionEnd {
  /** Milliseconds since 1970, by the clock of this device. */
  readonly at: number;
  /** Whether nothing can move it: a call does not make the longest time for one sign-in any longer. */
  readonly isFinal: boolean;
}

type Message = { readonly kind: 'ends'; readonly end: SessionEnd } | { readonly kind: 'signed-out' };

/** A call makes a sign-in last a quarter of an hour, looked at to the minute; one that lasts less cannot be made longer. */
const LASTS_AT_LEAST_SECONDS = 13 * 60;
const HEADER = 'x-plumbline-signed-in-for';

let end: SessionEnd | null = null;
const listeners = new Set<() => void>();
/** Other windows of the same browser share the sign-in, and so what is known of it. Nothing is stored. */
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('plumbline-sign-in');

others?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.kind === 'ends') keep(data.end);
  // Whoever signs in next at this computer may be somebody else: what stands here must go.
  else window.location.assign('/');
});

function keep(next: SessionEnd): void {
  end = next;
  for (const listener of listeners) listener();
}

/** Takes from an answer for how long the sign-in lasts. */
export function noteAnswer(headers: Headers, now = Date.now()): void {
  const said = headers.get(HEADER);
  if (said === null || said === '' || !Number.isFinite(Number(said))) return;
  const seconds = Number(said);
  keep({ at: now + seconds * 1000, isFinal: seconds < LASTS_AT_LEAST_SECONDS });
  others?.postMessage({ kind: 'ends', end } as Message);
}

/** Tells the other windows that nobody is signed in any more. */
export function tellSignedOut(): void {
  others?.postMessage({ kind: 'signed-out' } satisfies Message);
}

export function sessionEnd(): SessionEnd | null {
  return end;
}

export function useSessionEnd(): SessionEnd | null {
  return useSyncExternalStore(subscribe, sessionEnd);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
