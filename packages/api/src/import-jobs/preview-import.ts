import type { ImportPreviewPage, ImportPreviewRow } from '@plumbline/analytics/compliance';
import { listPreview, type PreviewedChange } from '@plumbline/database';
import type { AnyFact } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, OffsetInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';
import { requireImport } from './import-view.ts';

const PreviewImportInput = z.object({ importId: IdInput, offset: OffsetInput });

const PAGE = 50;

/** What a file would change, as the dry run found it. */
export async function previewImport(
  caller: Caller,
  { importId, offset }: z.infer<typeof PreviewImportInput>,
): Promise<ImportPreviewPage> {
  return await caller.read(async (tx) => {
    await requireImport(tx, importId);
    const { rows, total } = await listPreview(tx, importId, { offset, limit: PAGE });
    return { rows: rows.map(previewRow), total };
  });
}

function previewRow({ change, row, before, after }: PreviewedChange): ImportPreviewRow {
  return { change, line: row, before: before as AnyFact | null, after: after as AnyFact | null };
}

export const previewImportProcedure = procedure
  .meta({ permission: 'imports:read' })
  .input(PreviewImportInput)
  .query(({ ctx, input }) => previewImport(ctx.caller, input));
