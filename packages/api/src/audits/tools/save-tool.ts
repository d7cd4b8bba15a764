import { changeTool, writeAudit } from '@plumbline/database';
import { AuditToolSchema, checkTool, type ToolCheck } from '@plumbline/domain/audits';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireToolAt, ToolEditInput } from './tool-access.ts';

const SaveToolInput = ToolEditInput.extend({ draft: AuditToolSchema });

/** Saves a tool at work. What it is for stays; saved upon another version than the page began with, it is refused. */
export async function saveTool(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveToolInput>,
): Promise<{ readonly version: number; readonly updatedAt: string; readonly check: ToolCheck }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.tool.save', idempotencyKey, asked }, async () => {
      const tool = await requireToolAt(tx, asked);
      if (asked.draft.kind !== tool.draft.kind || asked.draft.about !== tool.draft.about)
        refuse('not-valid', { fields: { kind: 'stays' } });
      const { version, updatedAt } = await changeTool(tx, tool, { by: caller.signedIn.person, draft: asked.draft });
      return { version, updatedAt, check: checkTool(asked.draft) };
    }),
  );
}

export const saveToolProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(SaveToolInput)
  .mutation(({ ctx, input }) => saveTool(ctx.caller, input));

/** Takes a tool off the list. Its published versions stay: audits were done with them. */
export async function discardTool(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ToolEditInput>,
): Promise<{ readonly toolId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.tool.discard', idempotencyKey, asked }, async () => {
      const tool = await requireToolAt(tx, asked);
      await changeTool(tx, tool, { by: caller.signedIn.person, isDiscarded: true });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'audits.tool.discard' });
      return { toolId: tool.id };
    }),
  );
}

export const discardToolProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(ToolEditInput)
  .mutation(({ ctx, input }) => discardTool(ctx.caller, input));
