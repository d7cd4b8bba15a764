import { randomUUID } from 'node:crypto';
import { createTool, writeAudit, type CouncilTransaction } from '@plumbline/database';
import { auditKind, AUDIT_KIND_NAMES, makeTool, type AuditKind, type AuditTool } from '@plumbline/domain/audits';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { packInForce } from '../../access/policy-of.ts';
import { IdempotencyKey, IdInput, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireTool } from './tool-access.ts';

const StartToolInput = z.object({
  from: z.discriminatedUnion('kind', [
    /** Questions of the policy in force, with what every audit of the kind covers. */
    z.object({
      kind: z.literal('policy'),
      audit: z.enum(AUDIT_KIND_NAMES as [AuditKind, ...AuditKind[]]),
      about: z.enum(['person', 'child', 'action']),
    }),
    z.object({ kind: z.literal('copy'), toolId: IdInput }),
  ]),
  title: TextInput.trim().min(1).max(200),
  idempotencyKey: IdempotencyKey,
});
type StartTool = z.infer<typeof StartToolInput>;

/** Begins a tool: from the audit questions of the policy in force, or from another tool. */
export async function startTool(caller: Caller, { idempotencyKey, ...asked }: StartTool): Promise<{ readonly toolId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.tool.start', idempotencyKey, asked }, async () => {
      const id = randomUUID();
      const by = caller.signedIn.person;
      await createTool(tx, { id, draft: { ...(await beginningOf(tx, caller, asked.from)), title: asked.title }, by });
      await writeAudit(tx, { actor: by, action: 'audits.tool.start' });
      return { toolId: id };
    }),
  );
}

async function beginningOf(tx: CouncilTransaction, caller: Caller, from: StartTool['from']): Promise<AuditTool> {
  if (from.kind === 'copy') return (await requireTool(tx, from.toolId)).draft;
  if (!auditKind(from.audit).about.includes(from.about))
    refuse('not-valid', { fields: { about: 'Audits of this kind do not look at that.' } });
  return makeTool(from.audit, from.about, { pack: await packInForce(tx, caller) });
}

export const startToolProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(StartToolInput)
  .mutation(({ ctx, input }) => startTool(ctx.caller, input));
