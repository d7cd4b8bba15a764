import type { DutyRow, NeedRow, PersonLanes } from '@plumbline/analytics/compliance';
import { toDay, type Day } from '@plumbline/domain/calendar';

/** What is due within so many days is worth saying now. */
const SOON_DAYS = 7;

const NOTHING = { duty: null, subject: null, sessionId: null, on: null, count: null };

/** Everything that somebody owes which is overdue or due within a week, the latest first. */
export function owedBy(lanes: readonly PersonLanes[], personId: string, today: Day): NeedRow[] {
  const rows = lanes.flatMap((person) =>
    [...person.lanes, ...person.children].flatMap((lane) => lane.current ?? []).concat(person.other),
  );
  const seen = new Set<string>();
  const needs: NeedRow[] = [];
  for (const duty of rows) {
    if ((duty.owedBy?.id !== personId && duty.owedWith?.id !== personId) || seen.has(duty.id)) continue;
    seen.add(duty.id);
    const kind = kindOf(duty, today);
    if (kind !== null) needs.push({ ...NOTHING, kind, duty, subject: duty.subject, on: duty.effectiveDueOn });
  }
  return needs.toSorted(byUrgency);
}

function kindOf(duty: DutyRow, today: Day): NeedRow['kind'] | null {
  const isRecord = duty.title === 'Record to share';
  if (duty.finding === 'overdue') return isRecord ? 'record-to-share' : 'overdue';
  if (duty.finding !== 'due' || duty.effectiveDueOn === null || toDay(duty.effectiveDueOn) > today + SOON_DAYS) return null;
  return isRecord ? 'record-to-share' : 'due-soon';
}

function byUrgency(a: NeedRow, b: NeedRow): number {
  return (b.duty?.daysLate ?? 0) - (a.duty?.daysLate ?? 0) || ((a.on ?? '') < (b.on ?? '') ? -1 : 1);
}

/** The caller's own supervision, where it is overdue or near. */
export function ownSupervision(mine: PersonLanes | null, today: Day): NeedRow[] {
  return (mine?.lanes ?? []).flatMap(({ current }): NeedRow[] => {
    if (current === null || kindOf(current, today) === null) return [];
    return [{ ...NOTHING, kind: 'my-supervision', duty: current, subject: current.subject, on: current.effectiveDueOn }];
  });
}

/** One line for whatever waits to be confirmed: about one person, or about how many of the caller's people. */
export function toConfirm(team: readonly PersonLanes[]): NeedRow[] {
  const waiting = team.filter((person) => person.toConfirm > 0);
  const [only] = waiting;
  if (only === undefined) return [];
  return waiting.length === 1
    ? [{ ...NOTHING, kind: 'to-confirm', subject: only.person, count: only.toConfirm }]
    : [{ ...NOTHING, kind: 'to-confirm', count: waiting.length }];
}
