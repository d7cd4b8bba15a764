import { formModel, type FormModel } from '@plumbline/analytics/prepare';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

const TemplateInput = z.object({ templateId: z.string().max(80) });

/** One form of the policy in force, ready to be drawn. */
export async function viewTemplate(caller: Caller, { templateId }: z.infer<typeof TemplateInput>): Promise<FormModel> {
  return await caller.read(async (tx) => formModel((await policyOf(tx, caller.today)).pack, templateId) ?? refuse('not-found'));
}

export const viewTemplateProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(TemplateInput)
  .query(({ ctx, input }) => viewTemplate(ctx.caller, input));
