import type { FocusGroupRecord } from '@plumbline/domain/focus-groups';
import type { NotSaved } from '../../../parts/saving/not-saved.ts';
import { Saver, type SavingOf } from '../../../parts/saving/saver.ts';
import { mergeRecords, typedPlaces, type TypedPlace } from './merge-records.ts';

const QUIET_MS = 2000;

/** A record as the server has it. */
export interface SavedRecord {
  readonly record: FocusGroupRecord;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export type SavingState = SavingOf<{ readonly theirs: SavedRecord; readonly places: readonly TypedPlace[] }>;

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
export class RecordSaver extends Saver<RecordNow> {
  private readonly server: RecordServer;
  private saved: FocusGroupRecord;
  private attempt: Attempt | null = null;

  constructor(begun: SavedRecord, server: RecordServer) {
    super({ record: begun.record, version: begun.version, saving: { kind: 'saved', at: begun.updatedAt } }, QUIET_MS);
    this.server = server;
    this.saved = begun.record;
  }

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

  protected async send(): Promise<number | null> {
    if (this.now.saving.kind === 'conflict') return null;
    if (!this.hasUnsent) return this.now.version;
    const { record } = this.now;
    this.startOver();
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
      this.show({ saving: await this.afterRefusal(error, this.server.why, () => this.compared()) });
      return null;
    }
  }

  private async compared(): Promise<SavingState> {
    const theirs = await this.server.load();
    return this.conflictWith(theirs, this.now.record);
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
}
