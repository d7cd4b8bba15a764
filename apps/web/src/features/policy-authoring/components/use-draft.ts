import { useState } from 'react';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { whyNotSaved } from '../../../parts/saving/not-saved.ts';
import { useSaver } from '../../../parts/saving/use-saver.ts';
import { DraftSaver, type DraftNow, type DraftServer } from '../model/draft-saver.ts';
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
  const now = useSaver(saver);
  return {
    ...now,
    edit: (edit) => saver.edit(edit),
    saveNow: saver.saveNow,
    keepMine: () => saver.keepMine(),
    takeTheirs: () => saver.takeTheirs(),
  };
}

function serverFor(client: ReturnType<typeof useTRPCClient>, draftId: string): DraftServer {
  return {
    save: (baseVersion, edits) =>
      // The types of the wire are mutable and know no recursion; the values are the same.
      client.policyDrafts.save.mutate({ draftId, baseVersion, edits: edits as never, idempotencyKey: newIdempotencyKey() }),
    load: () => client.policyDrafts.get.query({ draftId }),
    why: whyNotSaved,
  };
}
