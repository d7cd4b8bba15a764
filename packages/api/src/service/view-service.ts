import type { ServiceView } from '@plumbline/analytics/compliance';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { AsOfInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ViewServiceInput = AsOfInput;

export async function viewService(_caller: Caller, _input: z.infer<typeof ViewServiceInput>): Promise<ServiceView> {
  throw new Error('Not built yet.');
}

export const viewServiceProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(ViewServiceInput)
  .query(({ ctx, input }) => viewService(ctx.caller, input));
