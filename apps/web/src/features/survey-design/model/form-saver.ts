import type { BrokenLineage, Instrument } from '@plumbline/domain/surveys';
import { notYetSavable, type FormEdit } from './edit-form.ts';
import type { LoadedDesign } from './outputs.ts';

/** Saved this long after the last change, and at most this long after the first one. */
const QUIET_MS = 1500;
const LONGEST_MS = 15_000;
const MOST_UNDONE = 50;

/** Why something was not saved, as pages speak about it. */
export type NotSaved = 'out-of-date' | 'offline' | 'invalid' | 'forbidden' | 'wrong-state' | 'other';

export type Saving =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' | 'saving' }
  /** Kept back until something is typed: what. */
  | { readonly kind: 'unfinished'; readonly what: string }
  | { readonly kind: 'failed'; readonly why: NotSaved }
  /** Somebody else saved first; nothing of one's own is saved until it is decided. */
  | { readonly kind: 'conflict'; readonly theirs: LoadedDesign };

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

/**
 * Holds a form while it is worked on: changed at once, saved shortly after, never over somebody else's work. What is not saved stays
 * here until it is, and every change can be taken back.
 */
export class FormSaver {
  private readonly server: FormServer;
  private readonly listeners = new Set<() => void>();
  private now: FormNow;
  private saved: Instrument;
  private savedAt: string;
  private steps: Step[] = [];
  private attempt: Attempt | null = null;
  private changingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<unknown> = Promise.resolve();

  constructor(design: LoadedDesign, server: FormServer) {
    this.server = server;
    this.saved = design.draft;
    this.savedAt = design.updatedAt;
    const saving: Saving = { kind: 'saved', at: this.savedAt };
    this.now = { form: design.draft, version: design.version, broken: [], saving, undoable: null };
  }

  /** Bound, so that React can be given them. */
  readonly read = (): FormNow => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get hasUnsaved(): boolean {
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

  /** Saves at once what waits; resolves to the version that is saved then, or null where it could not be. */
  readonly saveNow = async (): Promise<number | null> => {
    clearTimeout(this.timer);
    const turn = this.sending.then(() => this.send());
    this.sending = turn;
    return await turn;
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
    clearTimeout(this.timer);
    if (what === null && !isConflict) this.plan();
  }

  private async send(): Promise<number | null> {
    const { form, saving, version } = this.now;
    if (saving.kind === 'conflict' || notYetSavable(form) !== null) return null;
    if (!this.hasUnsaved) {
      // Everything was taken back before it was saved: what is saved is what is here.
      this.show({ saving: { kind: 'saved', at: this.savedAt } });
      return version;
    }
    const before = this.saved;
    this.saved = form;
    this.changingSince = 0;
    this.show({ saving: { kind: 'saving' } });
    try {
      const answer = await this.server.save(version, form, this.keyFor(version, form));
      this.show({ version: answer.version, broken: answer.broken });
      this.afterSaving(answer.updatedAt);
      return answer.version;
    } catch (error) {
      this.saved = before;
      await this.refused(this.server.why(error));
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
    else this.show({ saving: this.hasUnsaved ? { kind: 'waiting' } : { kind: 'saved', at } });
  }

  private async refused(why: NotSaved): Promise<void> {
    if (why !== 'out-of-date') return this.show({ saving: { kind: 'failed', why } });
    try {
      this.show({ saving: { kind: 'conflict', theirs: await this.server.load() } });
    } catch (error) {
      // Nothing is decided: the next try is refused too, and asks again.
      this.show({ saving: { kind: 'failed', why: this.server.why(error) } });
    }
  }

  private plan(): void {
    const at = Date.now();
    if (this.changingSince === 0) this.changingSince = at;
    const wait = Math.max(0, Math.min(QUIET_MS, this.changingSince + LONGEST_MS - at));
    this.timer = setTimeout(() => void this.saveNow(), wait);
  }

  private show(change: Partial<FormNow>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
