import {
  changeRound,
  destroyKeys,
  findRound,
  inCouncil,
  keepReceived,
  listUnfinishedRounds,
  noteComments,
  writeAudit,
  type CouncilTransaction,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { nextRoundState, type RoundDetail } from '@plumbline/domain/surveys';
import type { Caller } from '../../access/caller.ts';
import type { Services } from '../../context.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf, requireStep, RoundStepInput, type RoundStep } from './round-access.ts';
import { getRound } from './round-detail.ts';

type Finishing = Pick<Services, 'database' | 'box'>;

/**
 * Closes a round and mixes it. The register's step comes first, with the keys' destruction in the same transaction; everything
 * after it can be broken off anywhere and is taken up again by the next call, the next night or the next start.
 */
export async function closeRound(caller: Caller, { idempotencyKey, ...asked }: RoundStep): Promise<RoundDetail> {
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.close', idempotencyKey, asked }, async () => {
      // Broken off after the first step, somebody may press the same button again.
      if ((await findRound(tx, asked.roundId))?.state === 'closed') return {};
      const { round } = await requireStep(tx, asked, 'close');
      await closeRegister(tx, round, { actor: caller.signedIn.person, today: caller.today });
      return {};
    }),
  );
  await finishRound(caller.services, caller.signedIn.councilId, asked.roundId);
  return await getRound(caller, asked);
}

async function closeRegister(
  tx: CouncilTransaction,
  round: SurveyRound,
  { actor, today }: { readonly actor: string; readonly today: Day },
): Promise<void> {
  const next = nextRoundState(round.state, 'close') ?? refuse('wrong-state', { fields: { state: round.state } });
  await destroyKeys(tx, round.id);
  await changeRound(tx, round, { state: next, closedOn: formatDay(today) });
  await writeAudit(tx, { actor, action: 'surveys.round.close' });
}

/** The steps after closing, each of which may be done twice: the box takes no more, its answers are mixed, the register counts. */
export async function finishRound(services: Finishing, councilId: string, roundId: string): Promise<void> {
  const box = boxOf({ services: services as Services });
  await box.close(roundId);
  await box.mix(roundId);
  const { received } = await box.receipts(roundId);
  const comments = await box.comments(roundId);
  await inCouncil(services.database, councilId, async (tx) => {
    const round = await findRound(tx, roundId, 'for-change');
    const next = round === null ? null : nextRoundState(round.state, 'mix');
    if (round === null || next === null) return;
    await keepReceived(tx, roundId, received);
    await noteComments(tx, roundId, comments);
    await changeRound(tx, round, { state: next });
    const answers = Object.values(received).reduce((sum, count) => sum + count, 0);
    await writeAudit(tx, { actor: 'system', action: 'surveys.round.mix', counts: { answers } });
  });
}

/**
 * Of one council: closes what is past its last day and takes up what was broken off. One round that fails keeps no other open:
 * the rest are done first, and then it throws what went wrong.
 */
export async function finishRounds(services: Finishing, councilId: string, today: Day): Promise<void> {
  const unfinished = await inCouncil(services.database, councilId, (tx) => listUnfinishedRounds(tx, formatDay(today)));
  const failures: unknown[] = [];
  for (const { id } of unfinished) {
    try {
      await closeByDay(services, councilId, { id, today });
      await finishRound(services, councilId, id);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1)
    throw new AggregateError(failures, `${failures.length} of ${unfinished.length} rounds are unfinished.`);
  if (failures.length > 0) throw failures[0];
}

async function closeByDay(
  services: Finishing,
  councilId: string,
  { id, today }: { readonly id: string; readonly today: Day },
): Promise<void> {
  await inCouncil(services.database, councilId, async (tx) => {
    const round = await findRound(tx, id, 'for-change');
    if (round?.state === 'open') await closeRegister(tx, round, { actor: 'system', today });
  });
}

export const closeRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundStepInput)
  .mutation(({ ctx, input }) => closeRound(ctx.caller, input));
