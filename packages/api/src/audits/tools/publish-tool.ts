import { addToolVersion, changeTool, listToolVersions, writeAudit } from '@plumbline/database';
import { checkTool, toolHash } from '@plumbline/domain/audits';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireToolAt, ToolEditInput } from './tool-access.ts';

/**
 * Makes a tool a version with which audits are done, and which never changes. A tool that has something to mend, or is the same as
 * the version before, is refused.
 */
export async function publishTool(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ToolEditInput>,
): Promise<{ readonly number: number }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.tool.publish', idempotencyKey, asked }, async () => {
      const tool = await requireToolAt(tx, asked);
      if (!checkTool(tool.draft).canPublish) refuse('not-valid', { fields: { draft: 'mend' } });
      const [last] = await listToolVersions(tx, tool.id);
      const contentHash = toolHash(tool.draft);
      if (last?.contentHash === contentHash) refuse('already-recorded');
      const publishedBy = caller.signedIn.person;
      const number = (last?.number ?? 0) + 1;
      await addToolVersion(tx, { toolId: tool.id, number, content: tool.draft, contentHash, publishedBy });
      await changeTool(tx, tool, { by: publishedBy, published: number });
      await writeAudit(tx, { actor: publishedBy, action: 'audits.tool.publish' });
      return { number };
    }),
  );
}

export const publishToolProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(ToolEditInput)
  .mutation(({ ctx, input }) => publishTool(ctx.caller, input));
