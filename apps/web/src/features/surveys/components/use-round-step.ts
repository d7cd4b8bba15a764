import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { refusalInWords } from '../model/round-words.ts';

export type StepName = 'freeze' | 'thaw' | 'open' | 'remind' | 'close';

export interface RoundSteps {
  readonly take: (step: StepName) => void;
  readonly busy: StepName | null;
  readonly problem: string | null;
  readonly done: StepName | null;
}

/** The steps of a round's life, one at a time; a refusal is said in words and the page shows how the round stands now. */
export function useRoundSteps(round: RoundDetail): RoundSteps {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { surveyRounds } = trpc;
  const calls = {
    freeze: useMutation(surveyRounds.freeze.mutationOptions()),
    thaw: useMutation(surveyRounds.thaw.mutationOptions()),
    open: useMutation(surveyRounds.open.mutationOptions()),
    remind: useMutation(surveyRounds.remind.mutationOptions()),
    close: useMutation(surveyRounds.close.mutationOptions()),
  };
  const [busy, setBusy] = useState<StepName | null>(null);
  const [done, setDone] = useState<StepName | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(step: StepName): Promise<void> {
    setBusy(step);
    setProblem(null);
    setDone(null);
    try {
      const after = await calls[step].mutateAsync({
        roundId: round.id,
        baseVersion: round.version,
        idempotencyKey: newIdempotencyKey(),
      });
      queryClient.setQueryData(surveyRounds.get.queryKey({ roundId: round.id }), after);
      setDone(step);
    } catch (error) {
      setProblem(refusalInWords(refusalOf(error)));
    }
    setBusy(null);
    await queryClient.invalidateQueries();
  }

  return { take: (step) => void run(step), busy, problem, done };
}
