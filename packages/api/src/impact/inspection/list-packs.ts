import { listPacks } from '@plumbline/database';
import type { Caller } from '../../access/caller.ts';
import { procedure } from '../../trpc.ts';
import { homesOf, seesCouncil, type Home } from './pack-sight.ts';
import { packRows, type PackRow } from './pack-view.ts';

export interface PackList {
  readonly packs: readonly PackRow[];
  /** Whose packs the caller may draft: the whole council's, and those of these homes. */
  readonly mayDraft: { readonly council: boolean; readonly homes: readonly Home[] };
}

/** Every pack that the caller may read, the latest drafted first. */
export async function listInspectionPacks(caller: Caller): Promise<PackList> {
  return await caller.read(async (tx) => {
    const council = seesCouncil(caller);
    const homes = await homesOf(tx, caller);
    const heads = await listPacks(tx, council ? null : homes.map(({ team }) => team));
    return { packs: await packRows(tx, caller, heads), mayDraft: { council, homes } };
  });
}

export const listPacksProcedure = procedure
  .meta({ permission: 'impact:pack' })
  .query(({ ctx }) => listInspectionPacks(ctx.caller));
