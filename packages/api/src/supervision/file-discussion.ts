import type { SessionLogged } from '@plumbline/analytics/compliance';
import { findFact, findFactByKey, type StoredFact } from '@plumbline/database';
import { formatInstant, londonDay, parseInstant, toDay } from '@plumbline/domain/calendar';
import { factKey } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { requireHolder } from '../facts/fact-access.ts';
import { writeFor } from '../facts/write.ts';
import { IdempotencyKey, IdInput, InstantInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { changedRows } from './changed-rows.ts';

const FileDiscussionInput = z.object({ discussionId: IdInput, filedAt: InstantInput, idempotencyKey: IdempotencyKey });

/** Says that the record of a discussion is on the child's own file: from now on it counts, from the day of the discussion. */
export async function fileDiscussion(caller: Caller, input: z.infer<typeof FileDiscussionInput>): Promise<SessionLogged> {
  const at = parseInstant(input.filedAt) ?? 0;
  if (at > caller.now) refuse('not-valid', { fields: { filedAt: 'This lies ahead.' } });
  const { discussion, session } = await caller.read(async (tx) => {
    const found = (await findFact(tx, 'discussion', input.discussionId)) ?? refuse('not-found');
    await requireHolder(tx, caller, 'discussion', [found.values]);
    const { filedAt, discussedOn } = found.values;
    // The same moment again is most likely the same call again.
    if (typeof filedAt === 'string' && parseInstant(filedAt) !== at)
      refuse('already-recorded', { currentVersion: found.version });
    if (londonDay(at) < toDay(String(discussedOn)))
      refuse('not-valid', { fields: { filedAt: 'This lies before the discussion.' } });
    const ref = found.values['session'];
    return {
      discussion: found,
      session: typeof ref === 'string' ? await findFactByKey(tx, 'session', factKey('session', { session: ref })) : null,
    };
  });
  const values = { ...discussion.values, filedAt: formatInstant(at) };
  await writeFor(caller, {
    action: 'supervision.file',
    idempotencyKey: input.idempotencyKey,
    asked: [input.discussionId, input.filedAt],
    changes: [{ op: 'correct', kind: 'discussion', factId: discussion.id, baseVersion: discussion.version, values }],
  });
  const changed = await caller.read((tx) =>
    changedRows(tx, caller, { persons: [], children: [String(values['child' as keyof typeof values])] }),
  );
  return { ...idOf(session ?? discussion), changed };
}

function idOf(stored: StoredFact): { sessionId: string; version: number } {
  return { sessionId: stored.id, version: stored.version };
}

export const fileDiscussionProcedure = procedure
  .meta({ permission: 'supervisions:file' })
  .input(FileDiscussionInput)
  .mutation(({ ctx, input }) => fileDiscussion(ctx.caller, input));
