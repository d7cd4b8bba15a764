import type { MineView } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function viewMine(_caller: Caller): Promise<MineView> {
  throw new Error('Not built yet.');
}

export const viewMineProcedure = procedure.meta({ permission: 'own-supervision:read' }).query(({ ctx }) => viewMine(ctx.caller));
