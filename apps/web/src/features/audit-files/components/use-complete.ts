import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { completionProblems } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import { missingInSummary, type Missing } from '../model/completion-words.ts';
import type { AuditFile } from '../model/outputs.ts';
import { useKey } from './use-done.tsx';
import type { FileWork } from './use-file.ts';

export interface Completing {
  readonly missing: readonly Missing[];
  readonly tries: number;
  readonly isSending: boolean;
  readonly error: unknown;
  complete(): Promise<void>;
}

/** Completing an audit: what is missing first, then what waits is saved, then it is completed upon that version. */
export function useComplete(file: AuditFile, work: FileWork, onCompleted: () => Promise<void>): Completing {
  const trpc = useTRPC();
  const [tries, setTries] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const { keyFor } = useKey();
  const send = useMutation(trpc.audits.completeFile.mutationOptions({ onSuccess: onCompleted }));
  const problems = completionProblems(file.tool, work.made);

  async function complete(): Promise<void> {
    if (problems.length > 0) return setTries(tries + 1);
    setSaving(true);
    const baseVersion = await work.saveNow();
    setSaving(false);
    if (baseVersion === null) return;
    const asked = { itemId: file.id, baseVersion };
    send.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return {
    missing: tries === 0 ? [] : missingInSummary(file.tool, problems),
    tries,
    isSending: isSaving || send.isPending,
    error: send.error,
    complete,
  };
}
