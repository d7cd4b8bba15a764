import { toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { DutyRow, LaneRow, PersonLanes } from '../compliance/index.ts';
import { SOON_DAYS } from './wording/findings.ts';

/** What must be seen to first sorts first. Larger is more urgent; within overdue by days late, within due by how soon. */
export function urgencyOf(duty: DutyRow | null, today: LocalDate): number {
  if (duty === null) return 0;
  switch (duty.finding) {
    case 'overdue':
      return 1_000_000 + duty.daysLate;
    case 'breached':
      return 900_000 + duty.daysLate;
    case 'due':
      return dueUrgency(duty, today);
    case 'needs-evidence':
      return 300_000;
    case 'excused':
      return 200_000;
    case 'advisory':
      return 150_000;
    case 'unknown':
      return 100_000;
    default:
      return 1000;
  }
}

function dueUrgency(duty: DutyRow, today: LocalDate): number {
  const due = duty.effectiveDueOn ?? duty.dueOn;
  if (due === null) return 400_000;
  return 500_000 - Math.min(90_000, Math.max(0, toDay(due) - toDay(today)));
}

export function isOverdue(duty: DutyRow | null): boolean {
  return duty?.finding === 'overdue';
}

/** Due today or within a week. */
export function isDueSoon(duty: DutyRow | null, today: LocalDate): boolean {
  if (duty === null || duty.finding !== 'due') return false;
  const due = duty.effectiveDueOn ?? duty.dueOn;
  return due !== null && toDay(due) - toDay(today) <= SOON_DAYS;
}

/** Everything that stands for a person: their own clocks, their children's, and what hangs on records. */
export function dutiesOf(person: PersonLanes): readonly DutyRow[] {
  return [...laneDuties(person.lanes), ...laneDuties(person.children), ...person.other];
}

function laneDuties(lanes: readonly LaneRow[]): DutyRow[] {
  return lanes.flatMap((lane) => (lane.current === null ? [] : [lane.current]));
}

export function urgencyOfPerson(person: PersonLanes, today: LocalDate): number {
  return Math.max(0, ...dutiesOf(person).map((duty) => urgencyOf(duty, today)));
}
