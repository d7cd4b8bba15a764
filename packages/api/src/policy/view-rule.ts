import { ruleDetail, type RuleDetail } from '@plumbline/analytics/prepare';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

export const RuleInput = z.object({ ruleId: z.string().max(60) });

/** One rule of the policy in force: its parameters, its check and the readings it rests on, in words. */
export async function viewRule(caller: Caller, { ruleId }: z.infer<typeof RuleInput>): Promise<RuleDetail> {
  return await caller.read(async (tx) => ruleDetail((await policyOf(tx, caller.today)).pack, ruleId) ?? refuse('not-found'));
}

export const viewRuleProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(RuleInput)
  .query(({ ctx, input }) => viewRule(ctx.caller, input));
