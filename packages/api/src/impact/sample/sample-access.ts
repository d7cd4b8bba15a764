import { findSample, findSubject, subjectsOfSamples, type CouncilTransaction, type InspectionSample } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { allowedOf, type SubjectReference } from '../../access/require-subject.ts';
import { refuse } from '../../problems.ts';

export interface FoundSample {
  readonly sample: InspectionSample;
  readonly subjects: readonly SubjectReference[];
}

/** Why a sample cannot be opened by somebody today; null where it can. */
export function whyNotOpen({ sample, subjects }: FoundSample, me: string, today: string): string | null {
  if (sample.endedBy !== null) return 'It was ended. The names stay, and the records do not open again.';
  if (sample.endsOn < today) return 'Its last day is over. The names stay, and the records do not open again.';
  if (subjects.some(({ kind, ref }) => kind === 'person' && ref === me)) return 'You are named in it: somebody else opens it.';
  return null;
}

/** A sample that the caller took up, or all of whose people and children they reach; any other is refused like one that is not there. */
export async function requireSample(
  tx: CouncilTransaction,
  caller: Caller,
  sampleId: string,
  isHeld = false,
): Promise<FoundSample & { readonly reachesAll: boolean }> {
  const sample = (await findSample(tx, sampleId, isHeld)) ?? refuse('not-found');
  const subjects = (await subjectsOfSamples(tx, [sampleId])).map(({ kind, ref }) => ({ kind, ref }));
  const reachesAll = (await allowedOf(tx, caller, 'impact:sample', subjects)).length === subjects.length;
  if (!reachesAll && sample.takenBy !== caller.signedIn.person) refuse('not-found');
  return { sample, subjects, reachesAll };
}

/** The staff number of whoever sits beside the inspector: somebody employed today, and nobody whom the sample names. */
export async function requireBeside(
  tx: CouncilTransaction,
  caller: Caller,
  besideId: string,
  subjects: readonly SubjectReference[],
): Promise<string> {
  const found = await findSubject(tx, besideId);
  if (found?.kind !== 'person')
    refuse('not-valid', { fields: { beside: 'Choose a member of staff who sits beside the inspector.' } });
  const { ref } = found;
  if (subjects.some((one) => one.kind === 'person' && one.ref === ref))
    refuse('not-valid', { fields: { beside: 'They are named in the sample: somebody else sits beside the inspector.' } });
  const today = formatDay(caller.today);
  const [person] = await factsNaming(tx, 'person', ['person'], [ref]);
  const isEmployed = person !== undefined && person.employedFrom <= today && (person.employedTo ?? today) >= today;
  if (!isEmployed && ref !== caller.signedIn.person)
    refuse('not-valid', { fields: { beside: 'They do not work here today: choose somebody who does.' } });
  return ref;
}
