import type { FeedRow } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function listFeeds(_caller: Caller): Promise<readonly FeedRow[]> {
  throw new Error('Not built yet.');
}

export const listFeedsProcedure = procedure.meta({ permission: 'feeds:read' }).query(({ ctx }) => listFeeds(ctx.caller));
