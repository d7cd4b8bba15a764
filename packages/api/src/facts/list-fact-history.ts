import type { FactRow } from '@plumbline/analytics/compliance';
import { findKind, findWithdrawal, listVersions, type CouncilTransaction, type StoredFact } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { noteRead } from '../access/note-read.ts';
import { IdInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { findHolder, reachesHolder, requireHolder } from './fact-access.ts';
import { factRows } from './fact-rows.ts';

const ListFactHistoryInput = z.object({ factId: IdInput });

/** Every version of one fact that is about somebody whom the caller may see, the latest first. */
export async function listFactHistory(caller: Caller, input: z.infer<typeof ListFactHistoryInput>): Promise<readonly FactRow[]> {
  return await caller.read(async (tx) => {
    const kind = await findKind(tx, input.factId);
    if (kind === null) refuse('not-found');
    const versions = await listVersions(tx, kind, input.factId);
    await requireHolder(
      tx,
      caller,
      kind,
      versions.slice(0, 1).map((version) => version.values),
    );
    await noteRead(tx, caller, await findHolder(tx, kind, versions[0]?.values ?? {}), 'entry');
    // One that was recorded about the wrong person is theirs to see, not whose fact it became.
    const readable: StoredFact[] = [];
    for (const version of versions) if (await reachesHolder(tx, caller, kind, version.values)) readable.push(version);
    const rows = await factRows(tx, readable);
    return rows[0]?.isCurrent === false ? await withWithdrawal(tx, rows) : rows;
  });
}

/** The latest version with who withdrew it and why. */
async function withWithdrawal(tx: CouncilTransaction, rows: readonly FactRow[]): Promise<readonly FactRow[]> {
  const [latest, ...earlier] = rows;
  const withdrawal = latest === undefined ? null : await findWithdrawal(tx, latest.id);
  if (latest === undefined || withdrawal === null) return rows;
  const { at, because, recordedBy } = withdrawal;
  const [person] = await factsNaming(tx, 'person', ['person'], [recordedBy]);
  return [{ ...latest, withdrawn: { at, because, by: person?.name ?? recordedBy } }, ...earlier];
}

export const listFactHistoryProcedure = procedure
  .meta({ permission: 'facts:read', showsRecord: true })
  .input(ListFactHistoryInput)
  .query(({ ctx, input }) => listFactHistory(ctx.caller, input));
