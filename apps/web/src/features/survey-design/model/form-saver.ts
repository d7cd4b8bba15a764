import type { BrokenLineage, Instrument } from '@plumbline/domain/surveys';
import type { NotSaved } from '../../../parts/saving/not-saved.ts';
import { Saver, type SavingOf } from '../../../parts/saving/saver.ts';
import { notYetSavable, type FormEdit } from './edit-form.ts';
import type { LoadedDesign } from './outputs.ts';

const QUIET_MS = 1500;
const MOST_UNDONE = 50;

export type Saving =
  | SavingOf<{ readonly theirs: LoadedDesign }>
  /** Kept back until something is typed: what. */
  | { readonly kind: 'unfinished'; readonly what: string };

/** What a page sees of a form at work. A new one for each change. */
export interface FormNow {
  readonly form: Instrument;
  readonly version: number;
  readonly broken: readonly BrokenLineage[];
  readonly saving: Saving;
  /** What the last change was, where it can be taken back: "Removed “…”". */
  readonly undoable: string | null;
}

/** The calls of the server that saving needs. */
export interface FormServer {
  save(
    baseVersion: number,
    draft: Instrument,
    idempotencyKey: string,
  ): Promise<{ readonly version: number; readonly updatedAt: string; readonly broken: readonly BrokenLineage[] }>;
  load(): Promise<LoadedDesign>;
  /** Why a call was refused. */
  why(error: unknown): NotSaved;
  newKey(): string;
}

/** One try to save; the same form upon the same version is sent again under the same key. */
interface Attempt {
  readonly version: number;
  readonly form: Instrument;
  readonly key: string;
}

interface Step {
  readonly before: Instrument;
  readonly what: string;
}

/** Holds a form while it is worked on. Every change can be taken back. */
export class FormSaver extends Saver<FormNow> {
  private readonly server: FormServer;
  private saved: Instrument;
  private savedAt: string;
  private steps: Step[] = [];
  private attempt: Attempt | null = null;

  constructor({ draft: form, version, updatedAt: at }: LoadedDesign, server: FormServer) {
    super({ form, version, broken: [], saving: { kind: 'saved', at }, undoable: null }, QUIET_MS);
    this.server = server;
    this.saved = form;
    this.savedAt = at;
  }

  get hasUnsent(): boolean {
    return this.now.form !== this.saved;
  }

  /** Changes the form. With `what` the change can be taken back by itself; typing in one field is one change. */
  readonly edit = (edit: FormEdit, what: string): void => {
    const before = this.now.form;
    const form = edit(before);
    if (form === before) return;
    if (this.steps.at(-1)?.what !== what || !what.startsWith('Changed'))
      this.steps = [...this.steps, { before, what }].slice(-MOST_UNDONE);
    this.take(form, what);
  };

  readonly undo = (): void => {
    const last = this.steps.pop();
    if (last !== undefined) this.take(last.before, this.steps.at(-1)?.what ?? null);
  };

  /** After a conflict: puts one's own form in place of the other. */
  readonly keepMine = (): void => {
    const { saving } = this.now;
    if (saving.kind !== 'conflict') return;
    this.saved = saving.theirs.draft;
    this.show({ version: saving.theirs.version, saving: { kind: 'waiting' } });
    void this.saveNow();
  };

  /** After a conflict: takes the other form, and lets one's own changes go. */
  readonly takeTheirs = (): void => {
    const { saving } = this.now;
    if (saving.kind !== 'conflict') return;
    const { theirs } = saving;
    this.saved = theirs.draft;
    this.savedAt = theirs.updatedAt;
    this.steps = [];
    this.show({ form: theirs.draft, version: theirs.version, undoable: null, saving: { kind: 'saved', at: theirs.updatedAt } });
  };

  private take(form: Instrument, undoable: string | null): void {
    const what = notYetSavable(form);
    const isConflict = this.now.saving.kind === 'conflict';
    const saving: Saving = what === null ? { kind: 'waiting' } : { kind: 'unfinished', what };
    this.show({ form, undoable, ...(isConflict ? {} : { saving }) });
    if (what === null && !isConflict) this.plan();
    else this.hold();
  }

  protected async send(): Promise<number | null> {
    const { form, saving, version } = this.now;
    if (saving.kind === 'conflict' || notYetSavable(form) !== null) return null;
    if (!this.hasUnsent) {
      // Everything was taken back before it was saved: what is saved is what is here.
      this.show({ saving: { kind: 'saved', at: this.savedAt } });
      return version;
    }
    const before = this.saved;
    this.saved = form;
    this.startOver();
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(version, form, this.keyFor(version, form));
      this.show({ version: answer.version, broken: answer.broken });
      this.afterSaving(answer.updatedAt);
      return answer.version;
    } catch (error) {
      this.saved = before;
      const compare = async (): Promise<Saving> => ({ kind: 'conflict', theirs: await this.server.load() });
      this.show({ saving: await this.afterRefusal(error, this.server.why, compare) });
      return null;
    }
  }

  /** An answer that never arrived must not look like somebody else's saving. */
  private keyFor(version: number, form: Instrument): string {
    if (this.attempt?.form !== form || this.attempt.version !== version)
      this.attempt = { version, form, key: this.server.newKey() };
    return this.attempt.key;
  }

  /** What was changed while it was being saved waits, or is not finished yet. */
  private afterSaving(at: string): void {
    this.savedAt = at;
    const what = notYetSavable(this.now.form);
    if (what !== null) this.show({ saving: { kind: 'unfinished', what } });
    else this.show({ saving: this.hasUnsent ? { kind: 'waiting' } : { kind: 'saved', at } });
  }
}
