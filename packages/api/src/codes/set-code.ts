import type { CodeRow } from '@plumbline/analytics/compliance';
import { setCode as keepCode, writeAudit } from '@plumbline/database';
import { kindOf } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { KindInput, TextInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { listCodes } from './list-codes.ts';

const SetCodeInput = z.object({
  kind: KindInput,
  column: z.string().max(60),
  theirs: TextInput.min(1).max(200),
  ours: z.string().max(60).nullable(),
});

/** Says once what a code of another system stands for here; files that wait for it are read again. */
export async function setCode(
  caller: Caller,
  { kind, column, theirs, ours }: z.infer<typeof SetCodeInput>,
): Promise<readonly CodeRow[]> {
  const options = kindOf(kind).columns[column]?.options;
  if (options === undefined) refuse('not-valid', { fields: { column: 'This column takes no codes.' } });
  if (ours !== null && !Object.hasOwn(options, ours)) refuse('not-valid', { fields: { ours: 'Choose one of the list.' } });
  await caller.read(async (tx) => {
    await keepCode(tx, { kind, column, theirs, ours });
    await writeAudit(tx, { actor: caller.signedIn.person, action: 'codes.set', kind });
  });
  await caller.services.imports.readAgain(caller.signedIn.councilId, kind);
  return await listCodes(caller);
}

export const setCodeProcedure = procedure
  .meta({ permission: 'codes:set' })
  .input(SetCodeInput)
  .mutation(({ ctx, input }) => setCode(ctx.caller, input));
