import type { ExplanationView } from '@plumbline/analytics/compliance';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { AsOfInput, IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ExplainDutyInput = AsOfInput.extend({ dutyId: IdInput });

export async function explainDuty(_caller: Caller, _input: z.infer<typeof ExplainDutyInput>): Promise<ExplanationView> {
  throw new Error('Not built yet.');
}

export const explainDutyProcedure = procedure
  .meta({ permission: 'subjects:read' })
  .input(ExplainDutyInput)
  .query(({ ctx, input }) => explainDuty(ctx.caller, input));
