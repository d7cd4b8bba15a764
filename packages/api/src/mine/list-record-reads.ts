import type { ReaderRow } from '@plumbline/analytics/compliance';
import { listReadsAbout } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { procedure } from '../trpc.ts';

/** A quarter of a year: what was looked at before is kept, and given on request. */
const SHOWN_DAYS = 92;

/** Who has looked at the caller's own record, the latest first. */
export async function listRecordReads(caller: Caller): Promise<ReaderRow[]> {
  return await caller.read(async (tx) => {
    const from = formatDay(caller.today - SHOWN_DAYS);
    const reads = await listReadsAbout(tx, 'person', caller.signedIn.person, from);
    const label = await labelsOf(
      tx,
      reads.flatMap(({ reader, beside }) => (beside === null ? reader : [reader, beside])),
    );
    return reads.map(({ reader, beside, ...read }) => ({
      ...read,
      reader: label(reader),
      beside: beside === null ? null : label(beside),
    }));
  });
}

export const listRecordReadsProcedure = procedure
  .meta({ permission: 'own-supervision:read' })
  .query(({ ctx }) => listRecordReads(ctx.caller));
