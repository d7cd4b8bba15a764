import type { SessionLogged } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, IdempotencyKey, InstantInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const FileDiscussionInput = z.object({ discussionId: IdInput, filedAt: InstantInput, idempotencyKey: IdempotencyKey });

export async function fileDiscussion(_caller: Caller, _input: z.infer<typeof FileDiscussionInput>): Promise<SessionLogged> {
  throw new Error('Not built yet.');
}

export const fileDiscussionProcedure = procedure
  .meta({ permission: 'supervisions:file' })
  .input(FileDiscussionInput)
  .mutation(({ ctx, input }) => fileDiscussion(ctx.caller, input));
