import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import { useTRPC, useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, type Refusal } from '../../../parts/form/refusal.ts';
import { applyEdit, rebase, withEdit, type Data, type DraftEdit } from '../model/draft-edits.ts';
import type { LoadedDraft } from '../model/outputs.ts';

/** Saved this long after typing stops, and at most this long after it began. */
const QUIET_MS = 2000;
const LONGEST_MS = 15_000;

export type SavingState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  /** Somebody else saved first; `mine` are one's own changes, which are not saved. */
  | { readonly kind: 'conflict'; readonly theirs: LoadedDraft; readonly mine: readonly DraftEdit[] };

export interface DraftWork {
  readonly pack: Data;
  readonly version: number;
  readonly remarks: readonly DraftRemark[];
  readonly isWellFormed: boolean;
  readonly saving: SavingState;
  edit(edit: DraftEdit): void;
  /** Saves at once what waits; resolves to the version that is saved then, or null where it could not be. */
  saveNow(): Promise<number | null>;
  /** After a conflict: puts one's own changes onto the other version. */
  keepMine(): void;
  /** After a conflict: takes the other version, and lets one's own changes go. */
  takeTheirs(): void;
}

/** The content of a draft while it is worked on: changed at once, saved shortly after, never over somebody else's work. */
export function useDraft(draft: LoadedDraft): DraftWork {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [pack, setPack] = useState(draft.pack as Data);
  const [told, setTold] = useState({ version: draft.version, remarks: draft.remarks, isWellFormed: draft.isWellFormed });
  const [saving, setSaving] = useState<SavingState>({ kind: 'saved', at: draft.updatedAt });
  // What the timers and answers of the server need as it is at that moment, not as it was when the page was drawn.
  const live = useRef({
    pack: draft.pack as Data,
    saved: draft.pack as Data,
    version: draft.version,
    waiting: [] as readonly DraftEdit[],
    since: 0,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sending = useRef<Promise<number | null> | null>(null);

  const send = useCallback(async (): Promise<number | null> => {
    const now = live.current;
    if (now.waiting.length === 0) return now.version;
    const edits = now.waiting;
    const upon = now.saved;
    live.current = { ...now, waiting: [], saved: now.pack, since: 0 };
    setSaving({ kind: 'saving' });
    const restore = (): void => {
      live.current = { ...live.current, waiting: [...edits, ...live.current.waiting], saved: upon };
    };
    try {
      const input = { draftId: draft.id, baseVersion: now.version, edits: edits as never, idempotencyKey: newIdempotencyKey() };
      const saved = await client.policyDrafts.save.mutate(input);
      live.current = { ...live.current, version: saved.version };
      setTold({ version: saved.version, remarks: saved.remarks, isWellFormed: saved.isWellFormed });
      setSaving(live.current.waiting.length === 0 ? { kind: 'saved', at: saved.updatedAt } : { kind: 'waiting' });
      void queryClient.invalidateQueries({ queryKey: trpc.policy.versions.queryKey() });
      return saved.version;
    } catch (error) {
      restore();
      const refusal = refusalOf(error);
      if (refusal.kind !== 'out-of-date') setSaving({ kind: 'failed', refusal });
      else {
        const theirs = await client.policyDrafts.get.query({ draftId: draft.id });
        setSaving({ kind: 'conflict', theirs, mine: live.current.waiting });
      }
      return null;
    }
  }, [client, draft.id, queryClient, trpc]);

  const saveNow = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current);
    await sending.current;
    sending.current = send();
    const version = await sending.current;
    sending.current = null;
    return version;
  }, [send]);

  const plan = useCallback((): void => {
    clearTimeout(timer.current);
    const now = Date.now();
    const since = live.current.since === 0 ? now : live.current.since;
    live.current = { ...live.current, since };
    timer.current = setTimeout(() => void saveNow(), Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - now)));
  }, [saveNow]);

  const edit = useCallback(
    (change: DraftEdit): void => {
      const next = applyEdit(live.current.pack, change);
      live.current = { ...live.current, pack: next, waiting: withEdit(live.current.waiting, change) };
      setPack(next);
      setSaving((was) => (was.kind === 'conflict' ? { ...was, mine: live.current.waiting } : { kind: 'waiting' }));
      plan();
    },
    [plan],
  );

  // The timer and the warning of the browser outlive the page unless they are taken along.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (live.current.waiting.length > 0) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => {
      globalThis.removeEventListener('beforeunload', warn);
      clearTimeout(timer.current);
      void send();
    };
  }, [send]);

  function take(theirs: LoadedDraft, waiting: readonly DraftEdit[]): void {
    const theirPack = theirs.pack as Data;
    const next = waiting.reduce(applyEdit, theirPack);
    live.current = { pack: next, saved: theirPack, version: theirs.version, waiting, since: 0 };
    setPack(next);
    setTold({ version: theirs.version, remarks: theirs.remarks, isWellFormed: theirs.isWellFormed });
    setSaving(waiting.length === 0 ? { kind: 'saved', at: theirs.updatedAt } : { kind: 'waiting' });
    if (waiting.length > 0) plan();
  }

  return {
    pack,
    ...told,
    saving,
    edit,
    saveNow,
    keepMine: () => {
      if (saving.kind !== 'conflict') return;
      take(saving.theirs, rebase(live.current.waiting, live.current.saved, saving.theirs.pack as Data));
    },
    takeTheirs: () => {
      if (saving.kind === 'conflict') take(saving.theirs, []);
    },
  };
}
