import { addMonths, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoAt, isoDay, workingDayFrom } from '../spans.ts';
import { keptFrom, streamOf } from './beside.ts';

/** A team meeting and a case discussion of each team in each month of last year, with who was there. */
export function addMeetings(context: Context, rows: FactRows): void {
  for (const { team } of rows.team) {
    for (let month = startOfMonth(addMonths(keptFrom(context), 1)); month < context.today; month = addMonths(month, 1)) {
      const random = streamOf(context, 'meeting', `${team}/${month}`);
      const day = workingDayFrom(month + random.integer(2, 12));
      if (day >= context.today) continue;
      addMeeting(context, rows, team, day, 'team-meeting');
      if (random.chance(0.5)) addMeeting(context, rows, team, workingDayFrom(day + 7), 'case-discussion');
    }
  }
}

function addMeeting(context: Context, rows: FactRows, team: string, day: Day, format: 'team-meeting' | 'case-discussion'): void {
  if (day >= context.today) return;
  const random = streamOf(context, 'meeting-held', `${team}/${day}`);
  const group = `GRP-${team}-${isoDay(day)?.replaceAll('-', '') ?? ''}`;
  const members = membersOn(rows, team, day);
  const leader = members.find(({ isManager }) => isManager)?.person ?? null;
  if (members.length === 0) return;
  addFact(rows, 'group', {
    group,
    heldOn: isoDay(day) ?? '',
    format,
    team,
    facilitator: leader,
    template: format === 'case-discussion' ? (random.chance(0.95) ? 'appreciative-inquiry' : 'other') : null,
    audience: 'team',
    isClosed: true,
    recordFiledAt: random.chance(0.95) && day + 1 < context.today ? isoAt(day + 1, 600) : null,
  });
  if (format !== 'team-meeting') return;
  for (const { person } of members) {
    const isPresent = random.chance(0.88);
    if (random.chance(0.01)) continue;
    addFact(rows, 'attendance', { group, person, isPresent, hasReason: isPresent ? null : random.chance(0.92) });
  }
}

/** Who belongs to a team on a day. */
export function membersOn(rows: FactRows, team: string, day: Day): { person: string; isManager: boolean }[] {
  const employed = new Map(rows.person.map((person) => [person.person, person]));
  const found = new Map<string, boolean>();
  for (const post of rows.post) {
    const person = employed.get(post.person);
    if (post.team !== team || person === undefined || toDay(post.from) > day || (post.to !== null && toDay(post.to) < day))
      continue;
    if (person.employedTo !== null && toDay(person.employedTo) < day) continue;
    found.set(post.person, found.get(post.person) === true || post.isManagementPost === true);
  }
  return [...found].map(([person, isManager]) => ({ person, isManager }));
}
