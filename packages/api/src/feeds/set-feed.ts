import { createHash } from 'node:crypto';
import type { FeedRow } from '@plumbline/analytics/compliance';
import { setFeeds } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, KindInput, LocalDateInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { listFeeds } from './list-feeds.ts';

const SetFeedInput = z.object({ kind: KindInput, from: LocalDateInput.nullable(), idempotencyKey: IdempotencyKey });

/** Says from which day a kind of fact is recorded here: what lies before it is "not known", never late. */
export async function setFeed(
  caller: Caller,
  { kind, from, idempotencyKey }: z.infer<typeof SetFeedInput>,
): Promise<readonly FeedRow[]> {
  const { councilId, person } = caller.signedIn;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(['feeds.set', person, kind, from]))
    .digest('hex');
  const done = await setFeeds(caller.services.database, councilId, {
    actor: person,
    feeds: { [kind]: from },
    idempotency: { key: idempotencyKey, fingerprint },
  });
  return done.ok ? await listFeeds(caller) : refuse('same-key-other-request');
}

export const setFeedProcedure = procedure
  .meta({ permission: 'feeds:set' })
  .input(SetFeedInput)
  .mutation(({ ctx, input }) => setFeed(ctx.caller, input));
