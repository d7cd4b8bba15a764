import { loadFacts, type CouncilTransaction } from '@plumbline/database';
import type { Day } from '@plumbline/domain/calendar';
import { assessVersions, findingOn, type Duty, type Finding } from '@plumbline/domain/rules';
import { knownAtOf, timelineOf } from '../access/policy-of.ts';
import { aboutKey, groupBy } from '../lanes/scene.ts';
import { isInTeams, isWanted, teamOn, type DueWindow, type Wanted } from './fell-due.ts';

/** Findings of what is over; without being asked for they are not among what stands. */
const OVER: ReadonlySet<Finding> = new Set<Finding>(['not-applicable', 'met', 'met-late']);

/** Rows as known on another day: everything worked out again from the facts of that time. */
export async function workedOutRows(
  tx: CouncilTransaction,
  knownOn: Day,
  window: DueWindow | null,
  wanted: Wanted,
): Promise<Duty[]> {
  const facts = await loadFacts(tx, 'council', { knownAt: knownAtOf(knownOn) });
  const { duties, responsibilities } = assessVersions(await timelineOf(tx, knownOn), facts, wanted.asOf.on + 1);
  const answers = groupBy(responsibilities, (answer) => aboutKey(answer.kind, answer.ref));
  if (window !== null) return duties.filter((duty) => isWanted(duty, window, wanted) && isInTeams(duty, answers, wanted.teams));
  return duties.filter((duty) => stands(duty, wanted) && teamOn(duty, answers, wanted.asOf.on, wanted.teams));
}

function stands(duty: Duty, { asOf, measures, findings }: Wanted): boolean {
  if (!measures.includes(duty.series ?? duty.rule) || duty.openedOn > asOf.on) return false;
  if (duty.endedOn !== null && duty.endedOn < asOf.on) return false;
  if (duty.metOn !== null && duty.metOn <= asOf.on) return false;
  const { finding } = findingOn(duty, asOf);
  return findings === null || findings.length === 0 ? !OVER.has(finding) : findings.includes(finding);
}
