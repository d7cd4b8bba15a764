import type { FeedRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, KindInput, LocalDateInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const SetFeedInput = z.object({ kind: KindInput, from: LocalDateInput.nullable(), idempotencyKey: IdempotencyKey });

export async function setFeed(_caller: Caller, _input: z.infer<typeof SetFeedInput>): Promise<readonly FeedRow[]> {
  throw new Error('Not built yet.');
}

export const setFeedProcedure = procedure
  .meta({ permission: 'feeds:set' })
  .input(SetFeedInput)
  .mutation(({ ctx, input }) => setFeed(ctx.caller, input));
