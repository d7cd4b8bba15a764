import type { SessionLogged } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { FactValuesInput, IdInput, IdempotencyKey, InstantInput, VersionInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const LogSessionInput = z.object({
  sessionId: IdInput.nullish(),
  baseVersion: VersionInput.nullish(),
  /** Columns of the supervision log; people by their random ids. */
  values: FactValuesInput,
  children: z
    .array(z.object({ childId: IdInput, filedAt: InstantInput.nullable(), summarySentAt: InstantInput.nullable() }))
    .max(60),
  idempotencyKey: IdempotencyKey,
});

export async function logSession(_caller: Caller, _input: z.infer<typeof LogSessionInput>): Promise<SessionLogged> {
  throw new Error('Not built yet.');
}

export const logSessionProcedure = procedure
  .meta({ permission: 'supervisions:log' })
  .input(LogSessionInput)
  .mutation(({ ctx, input }) => logSession(ctx.caller, input));
