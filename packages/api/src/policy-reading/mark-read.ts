import type { MyPolicyReading } from '@plumbline/analytics/compliance';
import { markRead as keepReading, versionsReadBy, writeAudit, type CouncilTransaction } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

const MarkReadInput = z.object({ contentHash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Says that the caller has read the version in force. Said twice it is said once: nobody is asked again for a version. */
export async function markRead(caller: Caller, { contentHash }: z.infer<typeof MarkReadInput>): Promise<MyPolicyReading> {
  return await caller.read(async (tx) => {
    const { person } = caller.signedIn;
    const before = await myReading(tx, caller);
    if (before.contentHash !== contentHash) refuse('out-of-date');
    if (before.hasRead) return before;
    await keepReading(tx, contentHash, person);
    await writeAudit(tx, { actor: person, action: 'policy.mark-read' });
    return { ...before, hasRead: true };
  });
}

/** Whether the caller has read the version in force. */
export async function myReading(tx: CouncilTransaction, caller: Caller): Promise<MyPolicyReading> {
  const { hash, pack } = await policyOf(tx, caller.today);
  const read = await versionsReadBy(tx, caller.signedIn.person);
  return { contentHash: hash, version: pack.version, hasRead: read.has(hash) };
}

export const markReadProcedure = procedure
  .meta({ permission: 'policy:mark-read' })
  .input(MarkReadInput)
  .mutation(({ ctx, input }) => markRead(ctx.caller, input));

export const myReadingProcedure = procedure
  .meta({ permission: 'policy:mark-read' })
  .query(({ ctx }) => ctx.caller.read((tx) => myReading(tx, ctx.caller)));
