import { overviewOf, type OverviewView } from '@plumbline/analytics/overview';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';
import { gatherOverview } from './gather-overview.ts';

/** The whole council on one page: how it stands today and over the last twelve whole months, without a name. */
export async function getOverview(caller: Caller): Promise<OverviewView> {
  return overviewOf(await gatherOverview(caller));
}

export const getOverviewProcedure = procedure.meta({ permission: 'impact:read' }).query(({ ctx }) => getOverview(ctx.caller));
