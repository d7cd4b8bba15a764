import { askForReport, enqueueJob, writeAudit } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

const WriteInput = z.object({ idempotencyKey: IdempotencyKey });

/** Asks for files for reports to be written now. Where some are asked for already, those are the answer: nobody needs them twice. */
export async function writeReportFiles(
  caller: Caller,
  { idempotencyKey }: z.infer<typeof WriteInput>,
): Promise<{ readonly runId: string }> {
  if (caller.services.reports === undefined) refuse('wrong-state', { fields: { folder: 'not-set' } });
  const by = caller.signedIn.person;
  return await caller.read((tx) =>
    once(tx, caller, { action: 'reports.write', idempotencyKey, asked: {} }, async () => {
      const { id, isNew } = await askForReport(tx, { by, on: formatDay(caller.today) });
      if (isNew) {
        await enqueueJob(tx, { kind: 'write-reports', principal: by, key: 'hand' });
        await writeAudit(tx, { actor: by, action: 'reports.write' });
      }
      return { runId: id };
    }),
  );
}

export const writeReportFilesProcedure = procedure
  .meta({ permission: 'reports:write' })
  .input(WriteInput)
  .mutation(({ ctx, input }) => writeReportFiles(ctx.caller, input));
