import { ruleDetail, type RuleDetail } from '@plumbline/analytics/prepare';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { VersionHashInput, versionAsked } from './version-asked.ts';

export const RuleInput = z.object({ ruleId: z.string().max(60), contentHash: VersionHashInput });

/** One rule of the policy in force, or of another version of it: its parameters, its check and the readings it rests on, in words. */
export async function viewRule(caller: Caller, { ruleId, contentHash }: z.infer<typeof RuleInput>): Promise<RuleDetail> {
  return await caller.read(async (tx) => {
    const { pack } = await versionAsked(tx, caller, contentHash);
    return ruleDetail(pack, ruleId) ?? refuse('not-found');
  });
}

export const viewRuleProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(RuleInput)
  .query(({ ctx, input }) => viewRule(ctx.caller, input));
