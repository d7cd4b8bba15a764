import type { ChangesAsked, WorkedOutChanges } from './work-out-changes.ts';

/** Works something out away from the thread that answers calls; what a new version would change, where nothing else is said. */
export type WorkOut<Asked = ChangesAsked, Answer = WorkedOutChanges> = (
  asked: Asked,
  onProgress: (done: number) => void,
) => Promise<Answer>;

/** What is known of an answer that somebody asked for. */
export type DeskState<Answer = WorkedOutChanges> =
  | { readonly state: 'working'; readonly done: number }
  | { readonly state: 'done'; readonly at: number; readonly answer: Answer }
  | { readonly state: 'failed' };

/** Has answers worked out one after the other, and keeps the latest, so that many look at one. */
export interface ChangesDesk<Asked = ChangesAsked, Answer = WorkedOutChanges> {
  /** What is known under a key; asks for it where nothing is. */
  ask(key: string, asked: Asked): DeskState<Answer>;
  /** What is known under a key, without asking. */
  known(key: string): DeskState<Answer> | null;
  /** Forgets an answer, so that it is worked out anew when it is asked for next; what is being worked out is left to end. */
  forget(key: string): void;
  /** Resolves when nothing is being worked out. */
  idle(): Promise<void>;
}

export interface ChangesDeskOptions<Asked, Answer> {
  readonly workOut: WorkOut<Asked, Answer>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
}

/** So many answers are kept, the oldest forgotten first. */
const MOST_KEPT = 12;

export function makeChangesDesk<Asked, Answer>({
  workOut,
  now,
  onFailure,
}: ChangesDeskOptions<Asked, Answer>): ChangesDesk<Asked, Answer> {
  const kept = new Map<string, DeskState<Answer>>();
  let queue: Promise<void> = Promise.resolve();
  const set = (key: string, state: DeskState<Answer>): void => {
    if (kept.has(key)) kept.set(key, state);
  };
  const begin = (key: string, asked: Asked): DeskState<Answer> => {
    const state: DeskState<Answer> = { state: 'working', done: 0 };
    kept.set(key, state);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(old);
    queue = queue.then(async () => {
      // Forgotten before its turn came: nobody looks at it any more.
      if (!kept.has(key)) return;
      try {
        const answer = await workOut(asked, (done) => set(key, { state: 'working', done }));
        set(key, { state: 'done', at: now(), answer });
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
