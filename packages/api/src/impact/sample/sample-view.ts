import type { PersonLabel } from '@plumbline/analytics/compliance';
import { listSampleOpenings, type CouncilTransaction, type InspectionSample } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { whyNotOpen, type FoundSample } from './sample-access.ts';

/** A sample as lists show it: whom it names by count alone. */
export interface SampleRowView {
  readonly id: string;
  readonly inspectorate: string;
  readonly askedBy: string;
  readonly from: string;
  readonly to: string;
  readonly endsOn: string;
  readonly people: number;
  readonly children: number;
  readonly state: 'open' | 'ended' | 'over';
  readonly takenBy: string;
  /** ISO instant, to the minute. */
  readonly takenAt: string;
}

/** A sample without what is read in it: who asked, for whom, and every time it was opened. */
export interface SampleView extends SampleRowView {
  readonly purpose: string;
  readonly beside: PersonLabel;
  readonly names: { readonly people: readonly string[]; readonly children: readonly string[] };
  readonly ended: { readonly by: string; readonly at: string } | null;
  /** Why the caller cannot open it; null where they can. */
  readonly whyNot: string | null;
  readonly openings: readonly { readonly by: string; readonly beside: string; readonly isFile: boolean; readonly at: string }[];
}

export function stateOf({ endedBy, endsOn }: InspectionSample, today: string): SampleRowView['state'] {
  if (endedBy !== null) return 'ended';
  return endsOn < today ? 'over' : 'open';
}

/** Samples as lists show them. */
export async function sampleRows(
  tx: CouncilTransaction,
  caller: Caller,
  found: readonly FoundSample[],
): Promise<SampleRowView[]> {
  const today = formatDay(caller.today);
  const label = await labelsOf(
    tx,
    found.map(({ sample }) => sample.takenBy),
  );
  return found.map(({ sample, subjects }) => {
    const people = subjects.filter(({ kind }) => kind === 'person').length;
    return {
      id: sample.id,
      inspectorate: sample.inspectorate,
      askedBy: sample.askedBy,
      from: sample.fromOn,
      to: sample.toOn,
      endsOn: sample.endsOn,
      people,
      children: subjects.length - people,
      state: stateOf(sample, today),
      takenBy: label(sample.takenBy).name,
      takenAt: minuteOf(sample.takenAt),
    };
  });
}

/** One sample with its names and openings, and nothing of any record. */
export async function sampleView(
  tx: CouncilTransaction,
  caller: Caller,
  found: FoundSample & { readonly reachesAll: boolean },
): Promise<SampleView> {
  const { sample, subjects, reachesAll } = found;
  const openings = await listSampleOpenings(tx, sample.id);
  const persons = subjects.filter(({ kind }) => kind === 'person').map(({ ref }) => ref);
  const staff = [...persons, sample.beside, ...openings.flatMap(({ reader, beside }) => [reader, beside])];
  const label = await labelsOf(tx, sample.endedBy === null ? staff : [...staff, sample.endedBy]);
  const [row] = await sampleRows(tx, caller, [found]);
  if (row === undefined) throw new Error('A sample was lost on its way.');
  const outOfReach = reachesAll
    ? null
    : 'It names somebody whose record you may no longer open: ask your principal social worker.';
  return {
    ...row,
    purpose: sample.purpose,
    beside: label(sample.beside),
    names: {
      people: persons.map((ref) => label(ref).name),
      children: subjects.filter(({ kind }) => kind === 'child').map(({ ref }) => ref),
    },
    ended:
      sample.endedBy === null || sample.endedAt === null
        ? null
        : { by: label(sample.endedBy).name, at: minuteOf(sample.endedAt) },
    whyNot: whyNotOpen(found, caller.signedIn.person, formatDay(caller.today)) ?? outOfReach,
    openings: openings.map(({ reader, beside, what, at }) => ({
      by: label(reader).name,
      beside: label(beside).name,
      isFile: what === 'sample-file',
      at,
    })),
  };
}

/** `2026-05-12 09:00:00+00` as the database writes it, to the minute: `2026-05-12T09:00Z`. */
function minuteOf(stored: string): string {
  return `${stored.slice(0, 10)}T${stored.slice(11, 16)}Z`;
}
