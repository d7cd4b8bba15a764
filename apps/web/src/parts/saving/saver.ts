import type { NotSaved } from './not-saved.ts';

/** At most this long after the first change. */
const LONGEST_MS = 15_000;

/** How saving stands, whatever it is that is saved. `Theirs` is what is told of somebody else's saving. */
export type SavingOf<Theirs extends object> =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly why: NotSaved }
  /** Somebody else saved first; nothing of theirs was overwritten. */
  | ({ readonly kind: 'conflict' } & Theirs);

/**
 * What holds something while it is worked on: changed at once, saved shortly after the last change, one call after the other, never over
 * somebody else's work. What is not saved stays here until it is. How it is sent is said by whoever extends this.
 */
export abstract class Saver<Now extends object> {
  protected now: Now;
  private readonly quietMs: number;
  private readonly listeners = new Set<() => void>();
  private changingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<unknown> = Promise.resolve();

  /** `quietMs`: saved this long after the last change. */
  constructor(now: Now, quietMs: number) {
    this.now = now;
    this.quietMs = quietMs;
  }

  /** Bound, so that React can be given them. */
  readonly read = (): Now => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Saves at once what waits; resolves to the version that is saved then, or null where it could not be. */
  readonly saveNow = async (): Promise<number | null> => {
    this.hold();
    const turn = this.sending.then(() => this.send());
    this.sending = turn;
    return await turn;
  };

  abstract get hasUnsent(): boolean;

  /** Sends what waits. Never throws: the next turn stands behind it. */
  protected abstract send(): Promise<number | null>;

  protected show(change: Partial<Now>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Saves soon. */
  protected plan(): void {
    this.hold();
    const at = Date.now();
    if (this.changingSince === 0) this.changingSince = at;
    const wait = Math.max(0, Math.min(this.quietMs, this.changingSince + LONGEST_MS - at));
    this.timer = setTimeout(() => void this.saveNow(), wait);
  }

  /** Saves nothing by itself until there is another plan. */
  protected hold(): void {
    clearTimeout(this.timer);
  }

  /** What is changed from here on waits for a saving of its own. */
  protected startOver(): void {
    this.changingSince = 0;
  }

  /**
   * How saving stands after a refusal: where somebody else saved first, what they saved is fetched. Where that fails too nothing is
   * decided: the next try is refused and asks again.
   */
  protected async afterRefusal<Conflict>(
    error: unknown,
    why: (error: unknown) => NotSaved,
    compare: () => Promise<Conflict>,
  ): Promise<Conflict | { readonly kind: 'failed'; readonly why: NotSaved }> {
    const first = why(error);
    if (first !== 'out-of-date') return { kind: 'failed', why: first };
    try {
      return await compare();
    } catch (second) {
      return { kind: 'failed', why: why(second) };
    }
  }
}
