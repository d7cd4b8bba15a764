import { createHash } from 'node:crypto';
import type { FeedRow } from '@plumbline/analytics/compliance';
import { setFeeds } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, KindInput, LocalDateInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { columnsRead, listFeeds } from './list-feeds.ts';

const SetFeedColumnInput = z.object({
  kind: KindInput,
  column: z.string().max(60),
  /** A first day, nobody, or as long as the kind. */
  kept: z.union([z.literal(['nobody', 'as-kind']), LocalDateInput]),
  idempotencyKey: IdempotencyKey,
});

/** Says from which day one column is recorded here: rules that read it say nothing of what happened before. */
export async function setFeedColumn(
  caller: Caller,
  { kind, column, kept, idempotencyKey }: z.infer<typeof SetFeedColumnInput>,
): Promise<readonly FeedRow[]> {
  const { councilId, person } = caller.signedIn;
  const read = await caller.read((tx) => columnsRead(tx, caller.today));
  if (!(read.get(kind) ?? []).some((one) => one.column === column))
    refuse('not-valid', { fields: { column: 'No rule of your policy reads this column.' } });
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(['feeds.setColumn', person, kind, column, kept]))
    .digest('hex');
  const done = await setFeeds(caller.services.database, councilId, {
    actor: person,
    feeds: {},
    columns: { [`${kind}.${column}`]: kept },
    idempotency: { key: idempotencyKey, fingerprint },
  });
  return done.ok ? await listFeeds(caller) : refuse('same-key-other-request');
}

export const setFeedColumnProcedure = procedure
  .meta({ permission: 'feeds:set' })
  .input(SetFeedColumnInput)
  .mutation(({ ctx, input }) => setFeedColumn(ctx.caller, input));
