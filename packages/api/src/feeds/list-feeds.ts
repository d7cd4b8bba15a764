import type { FeedRow } from '@plumbline/analytics/compliance';
import { countFacts, listFeeds as storedFeeds } from '@plumbline/database';
import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

/** From when each kind of fact is recorded here, and how many there are. */
export async function listFeeds(caller: Caller): Promise<readonly FeedRow[]> {
  return await caller.read(async (tx) => {
    const [feeds, counts] = await Promise.all([storedFeeds(tx), countFacts(tx)]);
    return FACT_KIND_NAMES.map((kind) => ({ kind, from: feeds[kind] ?? null, current: counts[kind] }));
  });
}

export const listFeedsProcedure = procedure.meta({ permission: 'feeds:read' }).query(({ ctx }) => listFeeds(ctx.caller));
