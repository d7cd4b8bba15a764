import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { DraftSaver, type DraftNow, type DraftServer, type NotSaved } from '../model/draft-saver.ts';
import type { DraftEdit } from '../model/draft-edits.ts';
import type { LoadedDraft } from '../model/outputs.ts';

/** A draft while it is worked on: what there is of it, and what can be done with it. */
export interface DraftWork extends DraftNow {
  edit(edit: DraftEdit): void;
  /** Saves at once what waits; resolves to the version that is saved then, or null where it could not be. */
  saveNow(): Promise<number | null>;
  keepMine(): void;
  takeTheirs(): void;
}

/** The content of a draft on its page; what still waits is saved when the page is left. */
export function useDraft(draft: LoadedDraft): DraftWork {
  const client = useTRPCClient();
  const [saver] = useState(() => new DraftSaver(draft, serverFor(client, draft.id)));
  const now = useSyncExternalStore(saver.subscribe, saver.read);
  // The browser's warning, and what waits when the page is left.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.hasUnsent) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => {
      globalThis.removeEventListener('beforeunload', warn);
      void saver.saveNow();
    };
  }, [saver]);
  return {
    ...now,
    edit: (edit) => saver.edit(edit),
    saveNow: () => saver.saveNow(),
    keepMine: () => saver.keepMine(),
    takeTheirs: () => saver.takeTheirs(),
  };
}

const KNOWN: readonly string[] = ['out-of-date', 'offline', 'invalid', 'forbidden', 'wrong-state'] satisfies NotSaved[];

function serverFor(client: ReturnType<typeof useTRPCClient>, draftId: string): DraftServer {
  return {
    save: (baseVersion, edits) =>
      // The types of the wire are mutable and know no recursion; the values are the same.
      client.policyDrafts.save.mutate({ draftId, baseVersion, edits: edits as never, idempotencyKey: newIdempotencyKey() }),
    load: () => client.policyDrafts.get.query({ draftId }),
    why: (error) => {
      const { kind } = refusalOf(error);
      return KNOWN.includes(kind) ? (kind as NotSaved) : 'other';
    },
  };
}
