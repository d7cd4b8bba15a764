import type { AuditTool } from '@plumbline/domain/audits';
import type { NotSaved } from '../../../parts/saving/not-saved.ts';
import { Saver, type SavingOf } from '../../../parts/saving/saver.ts';
import { grouped, type ToolEdit } from './edit-tool.ts';
import type { LoadedTool } from './outputs.ts';

const QUIET_MS = 1500;
const MOST_UNDONE = 50;

export type Saving = SavingOf<{ readonly theirs: LoadedTool }>;

/** What a page sees of a tool at work. A new one for each change. */
export interface ToolNow {
  readonly tool: AuditTool;
  /** The version that is saved. */
  readonly version: number;
  readonly saving: Saving;
  /** What the last change was, where it can be taken back: "Removed “…”". */
  readonly undoable: string | null;
}

/** The calls of the server that saving needs. */
export interface ToolServer {
  save(
    baseVersion: number,
    draft: AuditTool,
    idempotencyKey: string,
  ): Promise<{ readonly version: number; readonly updatedAt: string }>;
  load(): Promise<LoadedTool>;
  /** Why a call was refused. */
  why(error: unknown): NotSaved;
  newKey(): string;
}

/** One try to save; the same tool upon the same version is sent again under the same key. */
interface Attempt {
  readonly version: number;
  readonly tool: AuditTool;
  readonly key: string;
}

interface Step {
  readonly before: AuditTool;
  readonly what: string;
}

/** Holds an audit tool while it is worked on. Every change can be taken back. */
export class ToolSaver extends Saver<ToolNow> {
  private readonly server: ToolServer;
  private saved: AuditTool;
  private savedAt: string;
  private steps: Step[] = [];
  private attempt: Attempt | null = null;

  constructor({ draft: tool, version, updatedAt: at }: LoadedTool, server: ToolServer) {
    super({ tool, version, saving: { kind: 'saved', at }, undoable: null }, QUIET_MS);
    this.server = server;
    this.saved = tool;
    this.savedAt = at;
  }

  get hasUnsent(): boolean {
    return this.now.tool !== this.saved;
  }

  /** Changes the tool. `what` says what is taken back by undoing it; typing in one field is one change. */
  readonly edit = (edit: ToolEdit, what: string): void => {
    const before = this.now.tool;
    const edited = edit(before);
    if (edited === before) return;
    if (this.steps.at(-1)?.what !== what || !what.startsWith('Changed'))
      this.steps = [...this.steps, { before, what }].slice(-MOST_UNDONE);
    this.take(grouped(edited), what);
  };

  readonly undo = (): void => {
    const last = this.steps.pop();
    if (last !== undefined) this.take(last.before, this.steps.at(-1)?.what ?? null);
  };

  /** After a conflict: puts one's own tool in place of the other. */
  readonly keepMine = (): void => {
    const { saving } = this.now;
    if (saving.kind !== 'conflict') return;
    this.saved = saving.theirs.draft;
    this.show({ version: saving.theirs.version, saving: { kind: 'waiting' } });
    void this.saveNow();
  };

  /** After a conflict: takes the other tool, and lets one's own changes go. */
  readonly takeTheirs = (): void => {
    const { saving } = this.now;
    if (saving.kind !== 'conflict') return;
    const { draft, version, updatedAt } = saving.theirs;
    this.saved = draft;
    this.savedAt = updatedAt;
    this.steps = [];
    this.show({ tool: draft, version, undoable: null, saving: { kind: 'saved', at: updatedAt } });
  };

  private take(tool: AuditTool, undoable: string | null): void {
    const isConflict = this.now.saving.kind === 'conflict';
    this.show({ tool, undoable, ...(isConflict ? {} : { saving: { kind: 'waiting' } }) });
    if (isConflict) this.hold();
    else this.plan();
  }

  protected async send(): Promise<number | null> {
    const { tool, saving, version } = this.now;
    if (saving.kind === 'conflict') return null;
    if (!this.hasUnsent) {
      // Everything was taken back before it was saved: what is saved is what is here.
      this.show({ saving: { kind: 'saved', at: this.savedAt } });
      return version;
    }
    const before = this.saved;
    this.saved = tool;
    this.startOver();
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(version, tool, this.keyFor(version, tool));
      this.savedAt = answer.updatedAt;
      // What was changed while it was being saved waits for its own turn.
      this.show({
        version: answer.version,
        saving: this.hasUnsent ? { kind: 'waiting' } : { kind: 'saved', at: answer.updatedAt },
      });
      return answer.version;
    } catch (error) {
      this.saved = before;
      const compare = async (): Promise<Saving> => ({ kind: 'conflict', theirs: await this.server.load() });
      this.show({ saving: await this.afterRefusal(error, this.server.why, compare) });
      return null;
    }
  }

  /** An answer that never arrived must not look like somebody else's saving. */
  private keyFor(version: number, tool: AuditTool): string {
    if (this.attempt?.tool !== tool || this.attempt.version !== version)
      this.attempt = { version, tool, key: this.server.newKey() };
    return this.attempt.key;
  }
}
