import type { DraftRemark } from '@plumbline/analytics/compliance';
import type { NotSaved } from '../../../parts/saving/not-saved.ts';
import { Saver, type SavingOf } from '../../../parts/saving/saver.ts';
import { applyEdit, withEdit, type Data, type DraftEdit } from './draft-edits.ts';
import type { LoadedDraft } from './outputs.ts';
import { placesTyped, rebase, type TypedPlace } from './rebase.ts';

const QUIET_MS = 2000;

/** In a conflict `places` are where one's own changes are, which are not saved. */
export type SavingState = SavingOf<{ readonly theirs: LoadedDraft; readonly places: readonly TypedPlace[] }>;

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

/** Holds the content of a draft while it is worked on. */
export class DraftSaver extends Saver<DraftNow> {
  private readonly server: DraftServer;
  /** What the server has, and one's own changes since. */
  private saved: Data;
  private unsent: readonly DraftEdit[] = [];

  constructor(draft: LoadedDraft, server: DraftServer) {
    const pack = draft.pack as Data;
    super({ pack, ...toldOf(draft), saving: { kind: 'saved', at: draft.updatedAt } }, QUIET_MS);
    this.server = server;
    this.saved = pack;
  }

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

  protected async send(): Promise<number | null> {
    if (this.now.saving.kind === 'conflict') return null;
    if (this.unsent.length === 0) return this.now.version;
    const edits = this.unsent;
    const before = this.saved;
    this.unsent = [];
    this.saved = this.now.pack;
    this.startOver();
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(this.now.version, edits);
      this.show({ ...toldOf(answer), saving: this.hasUnsent ? { kind: 'waiting' } : { kind: 'saved', at: answer.updatedAt } });
      return answer.version;
    } catch (error) {
      this.unsent = [...edits, ...this.unsent];
      this.saved = before;
      const compare = async (): Promise<SavingState> => this.conflictWith(await this.server.load());
      this.show({ saving: await this.afterRefusal(error, this.server.why, compare) });
      return null;
    }
  }

  private conflictWith(theirs: LoadedDraft): SavingState {
    return { kind: 'conflict', theirs, places: placesTyped(this.unsent, this.saved, theirs.pack as Data) };
  }
}

/** What the server tells of a draft beside its content. */
function toldOf({ version, remarks, isWellFormed, suggestedVersion }: SavedAnswer) {
  return { version, remarks, isWellFormed, suggestedVersion };
}
