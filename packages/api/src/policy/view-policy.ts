import type { PolicyView } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function viewPolicy(_caller: Caller): Promise<PolicyView> {
  throw new Error('Not built yet.');
}

export const viewPolicyProcedure = procedure.meta({ permission: 'policy:read' }).query(({ ctx }) => viewPolicy(ctx.caller));
