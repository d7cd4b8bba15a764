import { keepRead, type CouncilTransaction } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { gatherSample } from './gather.ts';
import { makeFile } from './make-file.ts';
import { requireBeside, requireSample, whyNotOpen, type FoundSample } from './sample-access.ts';
import type { SampleFile } from './sample-file.ts';
import { sampleView, type SampleView } from './sample-view.ts';
import { shownAudits } from './shown-audits.ts';

const OpenSampleInput = z.object({ sampleId: IdInput, besideId: IdInput });

/** A sample with the files of everybody whom it names, and who sat beside the inspector this time. */
export interface OpenedSample {
  readonly sample: SampleView;
  readonly beside: string;
  readonly openedBy: string;
  /** ISO instant, to the minute. */
  readonly openedAt: string;
  readonly files: readonly SampleFile[];
}

/**
 * Opens a sample: keeps a look for each person and child whom it names, with who sits beside the inspector, and then reads their records,
 * in one transaction. The answer goes out only once every look stands. Refused after its last day, once it was ended, to whoever is
 * named in it, and to whoever does not reach everybody in it today.
 */
export async function openSample(
  caller: Caller,
  { sampleId, besideId }: z.infer<typeof OpenSampleInput>,
  what: 'sample' | 'sample-file' = 'sample',
): Promise<OpenedSample> {
  return await caller.read(async (tx) => {
    const found = await requireSample(tx, caller, sampleId, true);
    const today = formatDay(caller.today);
    const because = found.reachesAll
      ? whyNotOpen(found, caller.signedIn.person, today)
      : 'It names somebody whose record you may not open.';
    if (because !== null) refuse('wrong-state', { fields: { sample: because } });
    const beside = await requireBeside(tx, caller, besideId, found.subjects);
    await keepLooks(tx, caller, found, { beside, what });
    const window = { from: found.sample.fromOn, to: found.sample.toOn, today };
    const material = await gatherSample(tx, caller, { subjects: found.subjects, window });
    const files: SampleFile[] = [];
    for (const subject of found.subjects) {
      const imported = (subject.kind === 'person' ? material.ofPersons : material.ofChildren)['audit-result'];
      files.push(makeFile(material, subject, await shownAudits(tx, caller, subject, { window, imported })));
    }
    const sample = await sampleView(tx, caller, found);
    const { person } = material.names;
    const opened = sample.openings[0]?.at ?? '';
    return { sample, beside: person(beside), openedBy: person(caller.signedIn.person), openedAt: opened, files };
  });
}

/** One line for each person and child, with the sample and who sits beside the inspector. */
async function keepLooks(
  tx: CouncilTransaction,
  caller: Caller,
  { sample, subjects }: FoundSample,
  { beside, what }: { readonly beside: string; readonly what: 'sample' | 'sample-file' },
): Promise<void> {
  const inspection = { sampleId: sample.id, beside };
  const look = { reader: caller.signedIn.person, what, ground: 'inspection', inspection };
  for (const { kind, ref } of subjects) await keepRead(tx, { ...look, aboutKind: kind, aboutRef: ref });
  caller.noted.add(what);
}

export const openSampleProcedure = procedure
  .meta({ permission: 'impact:sample', showsRecord: true })
  .input(OpenSampleInput)
  .query(({ ctx, input }) => openSample(ctx.caller, input));
