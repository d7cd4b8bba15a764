import { useEffect, useState } from 'react';
import type { AuditReturn } from '@plumbline/domain/audits';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { whyNotSaved } from '../../../parts/saving/not-saved.ts';
import { useSaver } from '../../../parts/saving/use-saver.ts';
import { FileSaver, type Attempt, type FileNow, type FileServer, type SavedFile } from '../model/file-saver.ts';
import type { Sides } from '../model/merge-audits.ts';
import type { AuditFile } from '../model/outputs.ts';

/** An audit while it is written: what there is of it, and what can be done with it. */
export interface FileWork extends FileNow {
  edit(change: (made: AuditReturn) => AuditReturn): void;
  saveNow(): Promise<number | null>;
  settle(sides: Sides): void;
}

/** The audit of a file on the page where it is written; what still waits is sent when the page goes. */
export function useFile(file: AuditFile & { readonly made: AuditReturn }): FileWork {
  const client = useTRPCClient();
  const [saver] = useState(() => new FileSaver(file, file.tool, serverFor(client, file.id)));
  const now = useSaver(saver);
  // What waits when the page goes or is hidden.
  useEffect(() => {
    const sendLast = (): void => {
      const last = saver.lastAttempt();
      if (last !== null) sendWhileLeaving(file.id, last);
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
  }, [saver, file.id]);
  return {
    ...now,
    edit: (change) => saver.edit(change),
    saveNow: saver.saveNow,
    settle: (sides) => saver.settle(sides),
  };
}

/** The one call that may outlive its page. Its key is that of the try on the page, so that it is done once. */
function sendWhileLeaving(itemId: string, attempt: Attempt): void {
  void fetch('/api/trpc/audits.saveFile', {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ itemId, ...attempt }),
  }).catch(() => undefined);
}

function serverFor(client: ReturnType<typeof useTRPCClient>, itemId: string): FileServer {
  return {
    save: (attempt) => client.audits.saveFile.mutate({ itemId, ...attempt }),
    load: async () => asSaved(await client.audits.file.query({ itemId })),
    why: whyNotSaved,
    newKey: newIdempotencyKey,
  };
}

/** What was saved elsewhere. Without it the file is no longer this auditor's, and nothing can be put together. */
function asSaved({ made, version, updatedAt }: Pick<AuditFile, 'made' | 'version' | 'updatedAt'>): SavedFile {
  if (made === null) throw new Error('The audit is no longer open to this auditor.');
  return { made, version, updatedAt };
}
