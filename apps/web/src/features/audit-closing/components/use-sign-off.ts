import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, type Refusal } from '../../../parts/form/refusal.ts';
import { checkSignOff, isTyped, type CheckedSignOff, type TypedSignOff } from '../model/check-sign-off.ts';
import type { Period } from '../model/period-words.ts';

export interface SignOffForm {
  readonly typed: TypedSignOff;
  readonly change: (typed: TypedSignOff) => void;
  readonly problems: readonly FormProblem[];
  readonly tries: number;
  /** What would be signed, once nothing is left to mend; null while it is still being written. */
  readonly checked: CheckedSignOff | null;
  /** Looks through what is typed; with nothing to mend, the signature can follow. */
  readonly check: () => void;
  readonly goBack: () => void;
  /** Signs the figures with this fingerprint: those that are on the page. */
  readonly sign: (fingerprint: string) => void;
  readonly isSigning: boolean;
  readonly isSigned: boolean;
  readonly refusal: Refusal | null;
}

/** What is typed before a signature, and the signature itself. What is typed stays until the server has kept it. */
export function useSignOff(service: string, { fromOn, toOn }: Period, onSigned: (signOffId: string) => void): SignOffForm {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { today } = useMe();
  const [typed, setTyped] = useState<TypedSignOff>({ comment: '', actions: [] });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [checked, setChecked] = useState<CheckedSignOff | null>(null);
  const [key, setKey] = useState(newIdempotencyKey);
  // A refusal may mean that somebody signed first: their signature is then in the list.
  const reload = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.audits.pathKey() });
  const signing = useMutation(trpc.audits.signOff.mutationOptions({ onSettled: reload }));
  useUnsaved(isTyped(typed) && !signing.isSuccess);

  function check(): void {
    const read = checkSignOff(typed, today);
    setProblems('problems' in read ? read.problems : []);
    setChecked('checked' in read ? read.checked : null);
    setTries(tries + 1);
  }

  function sign(fingerprint: string): void {
    if (checked === null || signing.isPending) return;
    signing.mutate(
      { service, fromOn, toOn, fingerprint, ...checked, idempotencyKey: key },
      { onSuccess: ({ signOffId }) => onSigned(signOffId) },
    );
  }

  return {
    typed,
    change: (next) => {
      setTyped(next);
      setChecked(null);
      setKey(newIdempotencyKey());
    },
    problems,
    tries,
    checked,
    check,
    goBack: () => setChecked(null),
    sign,
    isSigning: signing.isPending,
    isSigned: signing.isSuccess,
    refusal: signing.isError ? refusalOf(signing.error) : null,
  };
}
