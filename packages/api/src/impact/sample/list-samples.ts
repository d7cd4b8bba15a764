import { listSamples, subjectsOfSamples } from '@plumbline/database';
import type { Caller } from '../../access/caller.ts';
import { allowedOf } from '../../access/require-subject.ts';
import { procedure } from '../../trpc.ts';
import { sampleRows, type SampleRowView } from './sample-view.ts';

/** Samples that the caller took up, and those all of whose people and children they reach, the latest first. */
export async function listInspectionSamples(caller: Caller): Promise<readonly SampleRowView[]> {
  return await caller.read(async (tx) => {
    const samples = await listSamples(tx);
    const named = await subjectsOfSamples(
      tx,
      samples.map(({ id }) => id),
    );
    const reached = new Set(await allowedOf(tx, caller, 'impact:sample', named));
    const bySample = Map.groupBy(named, ({ sampleId }) => sampleId);
    const found = samples
      .map((sample) => ({ sample, subjects: bySample.get(sample.id) ?? [] }))
      .filter(({ sample, subjects }) => sample.takenBy === caller.signedIn.person || subjects.every((one) => reached.has(one)));
    return await sampleRows(tx, caller, found);
  });
}

export const listSamplesProcedure = procedure
  .meta({ permission: 'impact:sample' })
  .query(({ ctx }) => listInspectionSamples(ctx.caller));
