import type { DraftRemark } from '@plumbline/analytics/compliance';
import { applyEdit, withEdit, type Data, type DraftEdit } from './draft-edits.ts';
import type { LoadedDraft } from './outputs.ts';
import { placesTyped, rebase, type TypedPlace } from './rebase.ts';

/** Saved this long after typing stops, and at most this long after it began. */
const QUIET_MS = 2000;
const LONGEST_MS = 15_000;

/** Why something was not saved, as pages speak about it. */
export type NotSaved = 'out-of-date' | 'offline' | 'invalid' | 'forbidden' | 'wrong-state' | 'other';

export type SavingState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: NotSaved }
  /** Somebody else saved first; `places` are where one's own changes are, which are not saved. */
  | { readonly kind: 'conflict'; readonly theirs: LoadedDraft; readonly places: readonly TypedPlace[] };

/** What a page sees of a draft at work. A new one for each change. */
export interface DraftNow {
  readonly pack: Data;
  readonly version: number;
  readonly remarks: readonly DraftRemark[];
  readonly isWellFormed: boolean;
  readonly suggestedVersion: string | null;
  readonly saving: SavingState;
}

export interface SavedAnswer {
  readonly version: number;
  readonly updatedAt: string;
  readonly remarks: readonly DraftRemark[];
  readonly isWellFormed: boolean;
  readonly suggestedVersion: string | null;
}

/** The calls of the server that saving needs. */
export interface DraftServer {
  save(baseVersion: number, edits: readonly DraftEdit[]): Promise<SavedAnswer>;
  load(): Promise<LoadedDraft>;
  /** Why a call was refused. */
  why(error: unknown): NotSaved;
}

/**
 * Holds the content of a draft while it is worked on: changed at once, saved shortly after, never over somebody else's work.
 * What is not saved stays here until it is.
 */
export class DraftSaver {
  private readonly server: DraftServer;
  private readonly listeners = new Set<() => void>();
  private now: DraftNow;
  /** What the server has, and one's own changes since. */
  private saved: Data;
  private unsent: readonly DraftEdit[] = [];
  private typingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<unknown> = Promise.resolve();

  constructor(draft: LoadedDraft, server: DraftServer) {
    this.server = server;
    this.saved = draft.pack as Data;
    this.now = { pack: this.saved, ...toldOf(draft), saving: { kind: 'saved', at: draft.updatedAt } };
  }

  /** Bound, so that React can be given them. */
  readonly read = (): DraftNow => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get hasUnsent(): boolean {
    return this.unsent.length > 0;
  }

  edit(change: DraftEdit): void {
    this.unsent = withEdit(this.unsent, change);
    const { saving } = this.now;
    this.show({
      pack: applyEdit(this.now.pack, change),
      saving: saving.kind === 'conflict' ? this.conflictWith(saving.theirs) : { kind: 'waiting' },
    });
    if (saving.kind !== 'conflict') this.plan();
  }

  /** Saves at once what waits; resolves to the version that is saved then, or null where it could not be. */
  async saveNow(): Promise<number | null> {
    clearTimeout(this.timer);
    const turn = this.sending.then(() => this.send());
    this.sending = turn;
    return await turn;
  }

  /** After a conflict: puts one's own changes onto the other version. */
  keepMine(): void {
    const { saving } = this.now;
    if (saving.kind === 'conflict') this.take(saving.theirs, rebase(this.unsent, this.saved, saving.theirs.pack as Data));
  }

  /** After a conflict: takes the other version, and lets one's own changes go. */
  takeTheirs(): void {
    const { saving } = this.now;
    if (saving.kind === 'conflict') this.take(saving.theirs, []);
  }

  private take(theirs: LoadedDraft, mine: readonly DraftEdit[]): void {
    this.saved = theirs.pack as Data;
    this.unsent = mine;
    const saving: SavingState = mine.length === 0 ? { kind: 'saved', at: theirs.updatedAt } : { kind: 'waiting' };
    this.show({ pack: mine.reduce(applyEdit, this.saved), ...toldOf(theirs), saving });
    if (mine.length > 0) this.plan();
  }

  private async send(): Promise<number | null> {
    if (this.now.saving.kind === 'conflict') return null;
    if (this.unsent.length === 0) return this.now.version;
    const edits = this.unsent;
    const before = this.saved;
    this.unsent = [];
    this.saved = this.now.pack;
    this.typingSince = 0;
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(this.now.version, edits);
      this.show({ ...toldOf(answer), saving: this.hasUnsent ? { kind: 'waiting' } : { kind: 'saved', at: answer.updatedAt } });
      return answer.version;
    } catch (error) {
      this.unsent = [...edits, ...this.unsent];
      this.saved = before;
      await this.refused(this.server.why(error));
      return null;
    }
  }

  private async refused(why: NotSaved): Promise<void> {
    if (why !== 'out-of-date') return this.show({ saving: { kind: 'failed', why } });
    try {
      this.show({ saving: this.conflictWith(await this.server.load()) });
    } catch (error) {
      // Nothing is decided: the next try is refused too, and asks again.
      this.show({ saving: { kind: 'failed', why: this.server.why(error) } });
    }
  }

  private conflictWith(theirs: LoadedDraft): SavingState {
    return { kind: 'conflict', theirs, places: placesTyped(this.unsent, this.saved, theirs.pack as Data) };
  }

  private plan(): void {
    clearTimeout(this.timer);
    const at = Date.now();
    if (this.typingSince === 0) this.typingSince = at;
    const wait = Math.max(0, Math.min(QUIET_MS, this.typingSince + LONGEST_MS - at));
    this.timer = setTimeout(() => void this.saveNow(), wait);
  }

  private show(change: Partial<DraftNow>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** What the server tells of a draft beside its content. */
function toldOf({ version, remarks, isWellFormed, suggestedVersion }: SavedAnswer) {
  return { version, remarks, isWellFormed, suggestedVersion };
}
