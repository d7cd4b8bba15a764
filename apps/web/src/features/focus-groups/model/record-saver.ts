import type { FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { mergeRecords, typedPlaces, type TypedPlace } from './merge-records.ts';

/** Saved this long after typing stops, and at most this long after it began. */
const QUIET_MS = 2000;
const LONGEST_MS = 15_000;

export type NotSaved = 'out-of-date' | 'offline' | 'invalid' | 'forbidden' | 'wrong-state' | 'other';

/** A record as the server has it. */
export interface SavedRecord {
  readonly record: FocusGroupRecord;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export type SavingState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: NotSaved }
  /** Somebody else saved first; nothing of theirs was overwritten. */
  | { readonly kind: 'conflict'; readonly theirs: SavedRecord; readonly places: readonly TypedPlace[] };

export interface RecordNow {
  readonly record: FocusGroupRecord;
  readonly version: number;
  readonly saving: SavingState;
}

/** One try to save; the key stays the same when the same words are sent again. */
export interface Attempt {
  readonly baseVersion: number;
  readonly record: FocusGroupRecord;
  readonly idempotencyKey: string;
}

/** The calls of the server that saving needs. */
export interface RecordServer {
  save(attempt: Attempt): Promise<{ readonly version: number; readonly updatedAt: string }>;
  load(): Promise<SavedRecord>;
  why(error: unknown): NotSaved;
  newKey(): string;
}

/** Holds notes while they are taken: changed at once, saved shortly after, never over somebody else's words. */
export class RecordSaver {
  private readonly server: RecordServer;
  private readonly listeners = new Set<() => void>();
  private now: RecordNow;
  private saved: FocusGroupRecord;
  private attempt: Attempt | null = null;
  private typingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<unknown> = Promise.resolve();

  constructor(begun: SavedRecord, server: RecordServer) {
    this.server = server;
    this.saved = begun.record;
    this.now = { record: begun.record, version: begun.version, saving: { kind: 'saved', at: begun.updatedAt } };
  }

  readonly read = (): RecordNow => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get hasUnsent(): boolean {
    return this.now.record !== this.saved;
  }

  edit(change: (record: FocusGroupRecord) => FocusGroupRecord): void {
    const record = change(this.now.record);
    if (record === this.now.record) return;
    const { saving } = this.now;
    if (saving.kind === 'conflict') return this.show({ record, saving: this.conflictWith(saving.theirs, record) });
    this.show({ record, saving: { kind: 'waiting' } });
    this.plan();
  }

  /** Saves at once what waits; resolves to the version that is saved then, or null where it could not be. */
  async saveNow(): Promise<number | null> {
    clearTimeout(this.timer);
    const turn = this.sending.then(() => this.send());
    this.sending = turn;
    return await turn;
  }

  /** What would be sent now, for a page that is about to go; null where nothing waits. */
  lastAttempt(): Attempt | null {
    return this.hasUnsent && this.now.saving.kind !== 'conflict' ? this.attemptFor(this.now.record) : null;
  }

  keepMine(): void {
    const { saving, record } = this.now;
    if (saving.kind !== 'conflict') return;
    const merged = mergeRecords(this.saved, record, saving.theirs.record);
    this.saved = saving.theirs.record;
    this.show({ record: merged, version: saving.theirs.version, saving: { kind: 'waiting' } });
    this.plan();
  }

  takeTheirs(): void {
    const { saving } = this.now;
    if (saving.kind !== 'conflict') return;
    const { record, version, updatedAt } = saving.theirs;
    this.saved = record;
    this.show({ record, version, saving: { kind: 'saved', at: updatedAt } });
  }

  private async send(): Promise<number | null> {
    if (this.now.saving.kind === 'conflict') return null;
    if (!this.hasUnsent) return this.now.version;
    const { record } = this.now;
    this.typingSince = 0;
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(this.attemptFor(record));
      this.saved = record;
      this.show({
        version: answer.version,
        saving: this.hasUnsent ? { kind: 'waiting' } : { kind: 'saved', at: answer.updatedAt },
      });
      return answer.version;
    } catch (error) {
      const why = this.server.why(error);
      if (why !== 'out-of-date') this.show({ saving: { kind: 'failed', why } });
      else await this.compare();
      return null;
    }
  }

  /** Fetches what somebody else saved. Where that fails too nothing is decided: the next try is refused and asks again. */
  private async compare(): Promise<void> {
    try {
      const theirs = await this.server.load();
      this.show({ saving: this.conflictWith(theirs, this.now.record) });
    } catch (error) {
      this.show({ saving: { kind: 'failed', why: this.server.why(error) } });
    }
  }

  private attemptFor(record: FocusGroupRecord): Attempt {
    const { version } = this.now;
    if (this.attempt?.record !== record || this.attempt.baseVersion !== version)
      this.attempt = { baseVersion: version, record, idempotencyKey: this.server.newKey() };
    return this.attempt;
  }

  private conflictWith(theirs: SavedRecord, mine: FocusGroupRecord): SavingState {
    return { kind: 'conflict', theirs, places: typedPlaces(this.saved, mine, theirs.record) };
  }

  private plan(): void {
    clearTimeout(this.timer);
    const at = Date.now();
    if (this.typingSince === 0) this.typingSince = at;
    const wait = Math.max(0, Math.min(QUIET_MS, this.typingSince + LONGEST_MS - at));
    this.timer = setTimeout(() => void this.saveNow(), wait);
  }

  private show(change: Partial<RecordNow>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
