import type { AuditReturn, AuditTool } from '@plumbline/domain/audits';
import type { NotSaved } from '../../../parts/saving/not-saved.ts';
import { Saver, type SavingOf } from '../../../parts/saving/saver.ts';
import { clashesBetween, mergeAudits, sameAudit, type Clash, type Sides } from './merge-audits.ts';

const QUIET_MS = 1500;

/** An audit as the server has it. */
export interface SavedFile {
  readonly made: AuditReturn;
  readonly version: number;
  readonly updatedAt: string;
}

export type FileSaving = SavingOf<{ readonly theirs: SavedFile; readonly clashes: readonly Clash[] }>;

export interface FileNow {
  readonly made: AuditReturn;
  readonly version: number;
  readonly saving: FileSaving;
  /** When another window saved what was taken in here without a question; null where none did. */
  readonly tookInAt: string | null;
}

/** One try to save; the key stays the same when the same words are sent again. */
export interface Attempt {
  readonly baseVersion: number;
  readonly made: AuditReturn;
  readonly idempotencyKey: string;
}

/** The calls of the server that saving needs. */
export interface FileServer {
  save(attempt: Attempt): Promise<{ readonly version: number; readonly updatedAt: string }>;
  load(): Promise<SavedFile>;
  why(error: unknown): NotSaved;
  newKey(): string;
}

/**
 * Holds an audit while it is written: changed at once, saved shortly after, never over other words. What another window wrote
 * elsewhere is taken in; where both wrote, the auditor says which stands.
 */
export class FileSaver extends Saver<FileNow> {
  private readonly tool: AuditTool;
  private readonly server: FileServer;
  private saved: AuditReturn;
  private attempt: Attempt | null = null;

  constructor(begun: SavedFile, tool: AuditTool, server: FileServer) {
    const { made, version, updatedAt } = begun;
    super({ made, version, saving: { kind: 'saved', at: updatedAt }, tookInAt: null }, QUIET_MS);
    this.tool = tool;
    this.server = server;
    this.saved = made;
  }

  get hasUnsent(): boolean {
    return this.now.made !== this.saved;
  }

  edit(change: (made: AuditReturn) => AuditReturn): void {
    const made = change(this.now.made);
    if (made === this.now.made) return;
    const { saving } = this.now;
    if (saving.kind === 'conflict') {
      const { theirs } = saving;
      const clashes = clashesBetween(this.tool, this.saved, made, theirs.made);
      return this.show({ made, saving: { kind: 'conflict', theirs, clashes } });
    }
    this.show({ made, saving: { kind: 'waiting' } });
    this.plan();
  }

  /** What would be sent now, for a page that is about to go; null where nothing waits. */
  lastAttempt(): Attempt | null {
    return this.hasUnsent && this.now.saving.kind !== 'conflict' ? this.attemptFor(this.now.made) : null;
  }

  /** Ends a conflict: whose words stand where both wrote. */
  settle(sides: Sides): void {
    const { saving } = this.now;
    if (saving.kind !== 'conflict') return;
    this.takeIn(saving.theirs, sides);
    this.show({ tookInAt: null });
  }

  protected async send(): Promise<number | null> {
    if (this.now.saving.kind === 'conflict') return null;
    if (!this.hasUnsent) return this.now.version;
    const { made } = this.now;
    this.startOver();
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(this.attemptFor(made));
      this.saved = made;
      this.show({
        version: answer.version,
        saving: this.hasUnsent ? { kind: 'waiting' } : { kind: 'saved', at: answer.updatedAt },
      });
      return answer.version;
    } catch (error) {
      const met = await this.afterRefusal(error, this.server.why, () => this.server.load());
      if ('kind' in met) this.show({ saving: met });
      else this.meet(met);
      return null;
    }
  }

  /** Another window saved first: nothing is asked where the two wrote in different places. */
  private meet(theirs: SavedFile): void {
    const clashes = clashesBetween(this.tool, this.saved, this.now.made, theirs.made);
    if (clashes.length > 0) return this.show({ saving: { kind: 'conflict', theirs, clashes } });
    this.takeIn(theirs, {});
    this.show({ tookInAt: theirs.updatedAt });
  }

  private takeIn(theirs: SavedFile, sides: Sides): void {
    const merged = mergeAudits(this.saved, this.now.made, theirs.made, sides);
    const { version, updatedAt } = theirs;
    this.saved = theirs.made;
    if (sameAudit(merged, theirs.made))
      return this.show({ made: theirs.made, version, saving: { kind: 'saved', at: updatedAt } });
    this.show({ made: merged, version, saving: { kind: 'waiting' } });
    this.plan();
  }

  private attemptFor(made: AuditReturn): Attempt {
    const { version } = this.now;
    if (this.attempt?.made !== made || this.attempt.baseVersion !== version)
      this.attempt = { baseVersion: version, made, idempotencyKey: this.server.newKey() };
    return this.attempt;
  }
}
