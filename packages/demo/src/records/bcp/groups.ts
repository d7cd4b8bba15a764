import { toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { isoAt, isoDay, workingDayFrom } from '../../spans.ts';
import { membersOn } from '../meetings.ts';

const TEAM_KINDS: readonly FactOf<'team'>['kind'][] = ['assessment', 'children-in-need', 'looked-after'];
const DAYS_AGO = [150, 90, 30];

/**
 * Groups that map cases together. One has nobody named to lead it; one case is written up by whoever led the group and not by the
 * worker's manager, and one too late.
 */
export function addMappingGroups(context: Context, rows: FactRows): void {
  const leader = rows.post.find(({ role, to }) => role === 'principal-social-worker' && to === null)?.person;
  if (leader === undefined) return;
  const teams = rows.team.filter(({ kind }) => TEAM_KINDS.includes(kind)).slice(0, 3);
  let number = 0;
  for (const { team } of teams)
    for (const ago of DAYS_AGO) {
      number += 1;
      addGroup(context, rows, { team, leader, day: workingDayFrom(context.today - ago), number });
    }
}

interface Meeting {
  readonly team: string;
  readonly leader: string;
  readonly day: Day;
  readonly number: number;
}

function addGroup(context: Context, rows: FactRows, { team, leader, day, number }: Meeting): void {
  const group = `GRP-MAP-${number}`;
  const managers = new Map(
    rows.post.filter((post) => isHeldOn(post, day)).map(({ person, lineManager }) => [person, lineManager]),
  );
  const members = membersOn(rows, team, day).filter(({ isManager }) => !isManager);
  addFact(rows, 'group', {
    group,
    heldOn: isoDay(day) ?? '',
    format: 'case-discussion',
    team,
    audience: 'team',
    isClosed: true,
    facilitator: number === 2 ? null : leader,
    template: 'appreciative-inquiry',
    recordFiledAt: isoAt(day + 1, 600),
  });
  for (const [n, { person }] of members.slice(0, 3).entries()) {
    const session = `SUP-${person.slice(1)}-MAP-${number}`;
    const at = isoAt(day, 14 * 60);
    addFact(rows, 'session', {
      session,
      supervisee: person,
      supervisor: leader,
      kind: 'group',
      purposes: ['group'],
      status: 'held',
      plannedStartAt: at,
      startedAt: at,
      minutes: 90,
      group,
      mode: 'in-person',
    });
    const manager = managers.get(person) ?? null;
    // Every fourth entry is by whoever led the group.
    if (n === 0 && manager !== null) addTalk(rows, person, session, number % 4 === 0 ? leader : manager, { day, number });
  }
}

function addTalk(
  rows: FactRows,
  worker: string,
  session: string,
  writtenBy: string,
  { day, number }: Pick<Meeting, 'day' | 'number'>,
): void {
  const child = caseOf(rows, worker, day);
  if (child === undefined) return;
  addFact(rows, 'discussion', {
    child,
    session,
    discussedOn: isoDay(day) ?? '',
    writtenBy,
    filedAt: isoAt(number === 3 ? day + 10 : day + 2, 15 * 60),
    isReflective: true,
    concernsFamily: false,
    reference: `CS-${child.slice(1)}-${day}-G`,
    parts: ['decisions', 'discussion', 'reasons'],
    approach: 'wellbeing',
    isManagementAction: false,
  });
}

function isHeldOn({ from, to }: { from: string; to: string | null }, day: Day): boolean {
  return toDay(from) <= day && (to === null || toDay(to) >= day);
}

/** A case that somebody holds on a day and whose own entry of that day is not there yet. */
function caseOf(rows: FactRows, worker: string, day: Day): string | undefined {
  const date = isoDay(day);
  return rows.allocation.find(
    (held) =>
      held.worker === worker &&
      held.isSecondary !== true &&
      toDay(held.allocatedAt.slice(0, 10)) < day &&
      (held.endedOn === null || toDay(held.endedOn) > day) &&
      rows.child.some((one) => one.child === held.child && isHeldOn({ from: one.openedOn, to: one.closedOn }, day)) &&
      !rows.discussion.some((one) => one.child === held.child && one.discussedOn === date),
  )?.child;
}
