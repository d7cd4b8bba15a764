import { FURTHER_BREAKDOWNS, planOf, type PlanChoice, type PlanView } from '@plumbline/analytics/survey-results';
import { LEAST_FLOORS } from '@plumbline/analytics/disclosure';
import { findRound, keepPlan, writeAudit, type CouncilTransaction, type SurveyRound } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireRound, RoundInput } from '../rounds/round-access.ts';
import { choiceFor, plainCells } from './stored-releases.ts';

/** A floor may be raised, never lowered. */
const floor = (least: number) => z.number().int().min(least).max(100);

export const PlanChoiceInput = z.object({
  more: z.array(z.enum(FURTHER_BREAKDOWNS)).max(FURTHER_BREAKDOWNS.length),
  floors: z.object({
    scores: floor(LEAST_FLOORS.scores),
    managed: floor(LEAST_FLOORS.managed),
    crosses: floor(LEAST_FLOORS.crosses),
  }),
});

const SavePlanInput = z.object({
  roundId: IdInput,
  /** 0 where nobody has chosen yet. */
  baseVersion: z.number().int().nonnegative(),
  choice: PlanChoiceInput,
  idempotencyKey: IdempotencyKey,
});

/** The plan is fixed once the round is closed: nobody chooses breakdowns knowing who has answered. */
export function isPlanOpen({ state }: SurveyRound): boolean {
  return state === 'drafted' || state === 'frozen' || state === 'open';
}

export async function planView(tx: CouncilTransaction, round: SurveyRound): Promise<PlanView> {
  const { choice, version } = await choiceFor(tx, round.id);
  const cells = await plainCells(tx, round.id);
  return { choice, version, plan: cells.length === 0 ? null : planOf(round.id, cells, choice), mayChange: isPlanOpen(round) };
}

/** Keeps by what the results of a round are to be broken down. Refused from the moment it closes. */
export async function savePlan(caller: Caller, { idempotencyKey, ...asked }: z.infer<typeof SavePlanInput>): Promise<PlanView> {
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.plan.save', idempotencyKey, asked }, async () => {
      // Held against closing, so that no choice slips in behind it.
      const round = (await findRound(tx, asked.roundId, 'against-change')) ?? refuse('not-found');
      if (!isPlanOpen(round)) refuse('wrong-state', { fields: { state: round.state } });
      const { version } = await choiceFor(tx, round.id);
      const by = caller.signedIn.person;
      const choice: PlanChoice = { ...asked.choice, more: FURTHER_BREAKDOWNS.filter((one) => asked.choice.more.includes(one)) };
      const isKept = await keepPlan(tx, { roundId: round.id, baseVersion: asked.baseVersion, choice, by });
      if (!isKept) refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: version });
      await writeAudit(tx, { actor: by, action: 'surveys.plan.save' });
      return {};
    }),
  );
  return await caller.read(async (tx) => planView(tx, await requireRound(tx, asked.roundId)));
}

export const getPlanProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundInput)
  .query(({ ctx, input }) => ctx.caller.read(async (tx) => planView(tx, await requireRound(tx, input.roundId))));

export const savePlanProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(SavePlanInput)
  .mutation(({ ctx, input }) => savePlan(ctx.caller, input));
