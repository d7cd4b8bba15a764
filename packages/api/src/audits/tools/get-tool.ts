import { findToolVersion, listToolVersions } from '@plumbline/database';
import { checkTool, toolChanges, type AuditTool, type ToolCheck, type ToolChanges } from '@plumbline/domain/audits';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { procedure } from '../../trpc.ts';
import { requireTool, ToolInput } from './tool-access.ts';

export interface ToolView {
  readonly id: string;
  readonly draft: AuditTool;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly check: ToolCheck;
  readonly versions: readonly { readonly number: number; readonly publishedAt: string; readonly publishedBy: string }[];
  /** What is otherwise than in the version published last; null before the first. */
  readonly changes: ToolChanges | null;
}

/** One tool as it is worked on, with what there is to say of it. */
export async function getTool(caller: Caller, { toolId }: z.infer<typeof ToolInput>): Promise<ToolView> {
  return await caller.read(async (tx) => {
    const { id, draft, version, published, updatedAt, updatedBy } = await requireTool(tx, toolId);
    const versions = await listToolVersions(tx, id);
    const label = await labelsOf(tx, [updatedBy, ...versions.map(({ publishedBy }) => publishedBy)]);
    const last = published === null ? null : await findToolVersion(tx, id, published);
    return {
      id,
      draft,
      version,
      updatedAt,
      updatedBy: label(updatedBy).name,
      check: checkTool(draft),
      versions: versions.map(({ number, publishedAt, publishedBy }) => ({
        number,
        publishedAt,
        publishedBy: label(publishedBy).name,
      })),
      changes: last === null ? null : toolChanges(last.content, draft),
    };
  });
}

export const getToolProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(ToolInput)
  .query(({ ctx, input }) => getTool(ctx.caller, input));
