import type { ChangesAsked, WorkedOutChanges } from './work-out-changes.ts';

/** Works out changes away from the thread that answers calls. */
export type WorkOut = (asked: ChangesAsked, onProgress: (done: number) => void) => Promise<WorkedOutChanges>;

/** What is known of an answer that somebody asked for. */
export type DeskState =
  | { readonly state: 'working'; readonly done: number }
  | { readonly state: 'done'; readonly at: number; readonly changes: WorkedOutChanges }
  | { readonly state: 'failed' };

/** Has changes worked out one after the other, and keeps the latest answers, so that many look at one. */
export interface ChangesDesk {
  /** What is known under a key; asks for it where nothing is. */
  ask(key: string, asked: ChangesAsked): DeskState;
  /** What is known under a key, without asking. */
  known(key: string): DeskState | null;
  /** Forgets an answer, so that it is worked out anew when it is asked for next; what is being worked out is left to end. */
  forget(key: string): void;
  /** Resolves when nothing is being worked out. */
  idle(): Promise<void>;
}

export interface ChangesDeskOptions {
  readonly workOut: WorkOut;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
}

/** So many answers are kept, the oldest forgotten first. */
const MOST_KEPT = 12;

export function makeChangesDesk({ workOut, now, onFailure }: ChangesDeskOptions): ChangesDesk {
  const kept = new Map<string, DeskState>();
  let queue: Promise<void> = Promise.resolve();
  const set = (key: string, state: DeskState): void => {
    if (kept.has(key)) kept.set(key, state);
  };
  const begin = (key: string, asked: ChangesAsked): DeskState => {
    const state: DeskState = { state: 'working', done: 0 };
    kept.set(key, state);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(old);
    queue = queue.then(async () => {
      // Forgotten before its turn came: nobody looks at it any more.
      if (!kept.has(key)) return;
      try {
        const changes = await workOut(asked, (done) => set(key, { state: 'working', done }));
        set(key, { state: 'done', at: now(), changes });
      } catch (error) {
        onFailure(error);
        set(key, { state: 'failed' });
      }
    });
    return state;
  };
  return {
    ask: (key, asked) => kept.get(key) ?? begin(key, asked),
    known: (key) => kept.get(key) ?? null,
    forget(key) {
      if (kept.get(key)?.state !== 'working') kept.delete(key);
    },
    idle: () => queue,
  };
}
