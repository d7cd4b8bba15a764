import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { completionProblems } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { missingInSummary, type Missing } from '../model/completion-words.ts';
import type { AuditFile } from '../model/outputs.ts';
import { readWatchedOn } from '../model/watched-on.ts';
import { useKey } from './use-done.tsx';
import type { FileWork } from './use-file.ts';

export interface Completing {
  readonly missing: readonly Missing[];
  readonly tries: number;
  readonly isSending: boolean;
  readonly error: unknown;
  /** Of an observation, as typed: the day on which the supervision was watched. Empty stands for today. */
  readonly watchedOn: string;
  setWatchedOn(text: string): void;
  complete(): Promise<void>;
}

/** Completing an audit: what is missing first, then what waits is saved, then it is completed upon that version. */
export function useComplete(file: AuditFile, work: FileWork, onCompleted: () => Promise<void>): Completing {
  const trpc = useTRPC();
  const [tries, setTries] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const { keyFor } = useKey();
  const send = useMutation(trpc.audits.completeFile.mutationOptions({ onSuccess: onCompleted }));
  const { today } = useMe();
  const [watchedOn, setWatchedOn] = useState('');
  const problems = completionProblems(file.tool, work.made);
  const watched = readWatchedOn(watchedOn, today);
  const missing = [...missingInSummary(file.tool, problems), ...(watched.problem === null ? [] : [watched.problem])];

  async function complete(): Promise<void> {
    if (missing.length > 0) return setTries(tries + 1);
    setSaving(true);
    const baseVersion = await work.saveNow();
    setSaving(false);
    if (baseVersion === null) return;
    const asked = { itemId: file.id, baseVersion, watchedOn: watched.day };
    send.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return {
    missing: tries === 0 ? [] : missing,
    tries,
    isSending: isSaving || send.isPending,
    error: send.error,
    watchedOn,
    setWatchedOn,
    complete,
  };
}
