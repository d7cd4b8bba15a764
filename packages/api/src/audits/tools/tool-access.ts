import { findTool, type CouncilTransaction, type StoredTool } from '@plumbline/database';
import { z } from 'zod';
import { IdempotencyKey, IdInput, VersionInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';

export const ToolInput = z.object({ toolId: IdInput });
export const ToolEditInput = ToolInput.extend({ baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

export async function requireTool(tx: CouncilTransaction, id: string): Promise<StoredTool> {
  const tool = await findTool(tx, id);
  return tool === null || tool.isDiscarded ? refuse('not-found') : tool;
}

/** A tool, locked, at the version that the page began with; any other is refused with both versions. */
export async function requireToolAt(
  tx: CouncilTransaction,
  { toolId, baseVersion }: { readonly toolId: string; readonly baseVersion: number },
): Promise<StoredTool> {
  const tool = (await findTool(tx, toolId, true)) ?? refuse('not-found');
  if (tool.isDiscarded) refuse('not-found');
  if (tool.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: tool.version });
  return tool;
}
