import { addWorkingDays, FAR_FUTURE, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Owner } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { endDay, toDay } from './fact-days.ts';
import type { FactIndex, Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { keptWith } from './kept.ts';
import { postOn, supervisorOn, workerOn } from './responsibility.ts';

/** Staff number of who owes a requirement on a day; null where nobody does. */
export function ownerOn(
  index: FactIndex,
  owes: Owner,
  about: { kind: 'person' | 'child'; ref: string },
  day: Day,
  session: FactOf<'session'> | null,
): string | null {
  const worker = about.kind === 'person' ? about.ref : workerOn(index, about.ref, day);
  switch (owes) {
    case 'session-supervisor':
      if (session !== null) return session.supervisor;
      return worker === null ? null : (supervisorOn(index, worker, day) ?? postOn(index, worker, day)?.lineManager ?? null);
    case 'supervisor':
      return worker === null ? null : (supervisorOn(index, worker, day) ?? postOn(index, worker, day)?.lineManager ?? null);
    case 'line-manager':
      return worker === null ? null : (postOn(index, worker, day)?.lineManager ?? null);
    case 'supervisors-manager': {
      const supervisor = worker === null ? null : supervisorOn(index, worker, day);
      return supervisor === null ? null : (postOn(index, supervisor, day)?.lineManager ?? null);
    }
    case 'supervisee':
    case 'worker':
      return session !== null && about.kind === 'child' ? session.supervisee : worker;
    case 'policy-owner':
      return null;
  }
}

/**
 * Staff number of whoever owes a requirement as well, because two people share the management of the post and the line is
 * what makes the owner; null where one person owes it.
 */
export function owedWithOn(
  index: FactIndex,
  owes: Owner,
  about: { kind: 'person' | 'child'; ref: string },
  day: Day,
): string | null {
  if (owes !== 'line-manager' && owes !== 'supervisor') return null;
  const worker = about.kind === 'person' ? about.ref : workerOn(index, about.ref, day);
  if (worker === null || (owes !== 'line-manager' && supervisorOn(index, worker, day) !== null)) return null;
  return postOn(index, worker, day)?.secondLineManager ?? null;
}

type AbsenceFields = Pick<Duty, 'absentFrom' | 'absentTo' | 'returnDueOn'>;

const NO_ABSENCE: AbsenceFields = { absentFrom: null, absentTo: null, returnDueOn: null };

/**
 * The recorded absence of whole days that covers a due date, and the day by which the first supervision after return is
 * due: a local setting of working days after the last day away. Children's clocks pass null: no absence moves them.
 */
export function absenceFields(policy: CompiledPolicy, index: FactIndex, person: string | null, due: Day): AbsenceFields {
  const away = person === null ? undefined : wholeDaysAway(index, person).find(({ from, to }) => from <= due && due <= to);
  if (away === undefined) return NO_ABSENCE;
  const { from, to } = away;
  return {
    absentFrom: from,
    absentTo: to === FAR_FUTURE ? null : to,
    returnDueOn: to === FAR_FUTURE ? null : addWorkingDays(to, policy.pack.returnGraceWorkingDays),
  };
}

/** Every requirement of somebody asks for the same ones. */
const wholeDaysAway = keptWith((index, person): readonly Stretch[] =>
  index.absencesOf
    .get(person)
    .filter((absence) => absence.isHalfDay !== true)
    .map((absence) => ({ from: toDay(absence.from), to: endDay(absence.to) })),
);
