import { useEffect, useState } from 'react';
import type { FocusGroupView } from '@plumbline/analytics/focus-groups';
import type { FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { whyNotSaved } from '../../../parts/saving/not-saved.ts';
import { useSaver } from '../../../parts/saving/use-saver.ts';
import { RecordSaver, type Attempt, type RecordNow, type RecordServer } from '../model/record-saver.ts';

/** Notes while they are taken: what there is of them, and what can be done with them. */
export interface RecordWork extends RecordNow {
  edit(change: (record: FocusGroupRecord) => FocusGroupRecord): void;
  saveNow(): Promise<number | null>;
  keepMine(): void;
  takeTheirs(): void;
}

/** The record of a group on the page where it is written; what still waits is sent when the page goes. */
export function useRecord(group: Pick<FocusGroupView, 'id' | 'record' | 'version' | 'updatedAt' | 'updatedBy'>): RecordWork {
  const client = useTRPCClient();
  const [saver] = useState(() => new RecordSaver(group, serverFor(client, group.id)));
  const now = useSaver(saver);
  // What waits when the page goes or is hidden: notes are taken in rooms in which a lid is shut.
  useEffect(() => {
    const sendLast = (): void => {
      const last = saver.lastAttempt();
      if (last !== null) sendWhileLeaving(group.id, last);
    };
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void saver.saveNow();
    };
    globalThis.addEventListener('pagehide', sendLast);
    document.addEventListener('visibilitychange', hide);
    return () => {
      globalThis.removeEventListener('pagehide', sendLast);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [saver, group.id]);
  return {
    ...now,
    edit: (change) => saver.edit(change),
    saveNow: saver.saveNow,
    keepMine: () => saver.keepMine(),
    takeTheirs: () => saver.takeTheirs(),
  };
}

/** The one call that may outlive its page. Its key is that of the try on the page, so that it is done once. */
function sendWhileLeaving(groupId: string, attempt: Attempt): void {
  void fetch('/api/trpc/focusGroups.save', {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ groupId, ...attempt }),
  }).catch(() => undefined);
}

function serverFor(client: ReturnType<typeof useTRPCClient>, groupId: string): RecordServer {
  return {
    save: (attempt) => client.focusGroups.save.mutate({ groupId, ...attempt }),
    load: () => client.focusGroups.get.query({ groupId }),
    why: whyNotSaved,
    newKey: newIdempotencyKey,
  };
}
