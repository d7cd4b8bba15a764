import type { ConcernRow, ConcernsView } from '@plumbline/analytics/survey-results';
import {
  closeConcern as closeStored,
  listConcerns,
  markConcernsRead,
  writeAudit,
  type CouncilTransaction,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { IdempotencyKey, IdInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { resultsRound } from '../results/round-view.ts';
import { requireRound, RoundInput } from '../rounds/round-access.ts';
import { openSealed } from './screening-access.ts';

/** The round's named person and nobody else: to everybody else there is nothing here. */
async function requireNamed(tx: CouncilTransaction, caller: Caller, roundId: string): Promise<SurveyRound> {
  const round = await requireRound(tx, roundId);
  return round.safeguardingTo === caller.signedIn.person ? round : refuse('not-found');
}

/** What was handed to the named person of a round. That they have seen it is noted by the day. */
export async function viewConcerns(caller: Caller, { roundId }: z.infer<typeof RoundInput>): Promise<ConcernsView> {
  return await caller.read(async (tx) => {
    const round = await requireNamed(tx, caller, roundId);
    const concerns = await listConcerns(tx, roundId);
    await markConcernsRead(tx, roundId, formatDay(caller.today));
    await writeAudit(tx, {
      actor: caller.signedIn.person,
      action: 'surveys.concerns.read',
      counts: { concerns: concerns.length },
    });
    const label = await labelsOf(
      tx,
      concerns.map(({ referredBy }) => referredBy),
    );
    return {
      round: await resultsRound(tx, round),
      concerns: concerns.map(({ key, kind, words, referredBy, referredOn, closedOn, outcome }): ConcernRow => ({
        key,
        kind,
        words: words === null ? null : (openSealed(caller, 'concern', key, words) as string),
        referredBy: label(referredBy).name,
        referredOn,
        closedOn,
        outcome,
      })),
    };
  });
}

const CloseConcernInput = z.object({
  roundId: IdInput,
  key: IdInput,
  outcome: z.enum(['passed-on', 'known-already', 'cannot-be-followed']),
  idempotencyKey: IdempotencyKey,
});

/** Says what became of a concern. Its words are destroyed with that: whoever follows it up has them by then. */
export async function closeConcern(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof CloseConcernInput>,
): Promise<{ readonly closed: true }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.concerns.close', idempotencyKey, asked }, async () => {
      await requireNamed(tx, caller, asked.roundId);
      const isClosed = await closeStored(tx, { ...asked, on: formatDay(caller.today) });
      if (!isClosed) refuse('wrong-state');
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.concerns.close' });
      return { closed: true } as const;
    }),
  );
}

export const viewConcernsProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(RoundInput)
  .query(({ ctx, input }) => viewConcerns(ctx.caller, input));

export const closeConcernProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(CloseConcernInput)
  .mutation(({ ctx, input }) => closeConcern(ctx.caller, input));
