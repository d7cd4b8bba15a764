import { addMonths, civilOf, startOfMonth, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { covers, isoAt, isoDay, workingDayFrom, type Span } from '../spans.ts';
import { addColleague, isOfCast, keepDiary } from './colleague.ts';

/** Days for which these people have been here. */
const HERE = 420;

/**
 * What Shropshire's policy turns on and a small council would not have: targeted youth workers, a trainee, carers with many and
 * with few shifts, and seniors away for over a month. Of each two somebody does as the policy says and somebody falls short once.
 */
export function addShropshireCases(context: Context, rows: FactRows): void {
  const manager = longestServing(rows, 'team-manager');
  const home = longestServing(rows, 'registered-manager');
  if (manager === undefined || home === undefined || manager.team === null || home.team === null) return;
  addYouthTeam(context, rows, manager.person, rows.team.find(({ team }) => team === manager.team)?.service ?? '');
  addCarers(context, rows, home.person, home.team);
}

/** Whoever has held a post of a role longest of those who hold one today; the cast only where there is nobody else. */
function longestServing(rows: FactRows, role: FactOf<'post'>['role']): FactOf<'post'> | undefined {
  const now = rows.post.filter((post) => post.role === role && post.to === null);
  const others = now.filter(({ person }) => !isOfCast(person));
  return (others.length > 0 ? others : now).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
}

/** Two seniors, away for over a month each: for one of them it is settled who stands in, for the other it is not. */
function addYouthTeam(context: Context, rows: FactRows, manager: string, service: string): void {
  const { today } = context;
  const since = today - HERE;
  const team = 'YOUTH';
  addFact(rows, 'team', { team, name: 'Targeted youth support', service, kind: 'early-help' });
  const senior = { role: 'practice-supervisor', team, manager, supervisor: manager, since, isManagement: true } as const;
  const back = addColleague(context, rows, senior);
  const away = addColleague(context, rows, senior);
  const absences: readonly { person: string; span: Span }[] = [
    { person: back, span: { from: today - 150, to: today - 105 } },
    { person: away, span: { from: today - 50, to: null } },
  ];
  for (const { person, span } of absences) {
    addFact(rows, 'absence', { person, from: isoDay(span.from) ?? '', to: isoDay(span.to), isHalfDay: false });
    keepDiary(context, rows, person, { since, every: 23, isAway: (day) => covers(span, day), supervisorOn: () => manager });
  }
  const settled = isoDay(today - 147) ?? '';
  addFact(rows, 'event', {
    event: `EV-C-${back.slice(1)}`,
    kind: 'cover-arranged',
    person: back,
    on: settled,
    doneOn: settled,
    doneBy: manager,
  });
  const heldBy = (supervisor: string) => (day: Day) =>
    absences.some((one) => one.person === supervisor && covers(one.span, day)) ? manager : supervisor;
  const worker = { role: 'youth-worker', team, manager, since } as const;
  const steady = addColleague(context, rows, { ...worker, supervisor: back });
  keepDiary(context, rows, steady, { since, every: 24, supervisorOn: heldBy(back) });
  const late = addColleague(context, rows, { ...worker, supervisor: away });
  keepDiary(context, rows, late, { since, every: 24, longer: { days: 41, at: 9 }, supervisorOn: heldBy(away) });
  addTrainee(context, rows, { manager, supervisor: back, team, supervisorOn: heldBy(back) });
}

interface Placed {
  readonly manager: string;
  readonly supervisor: string;
  readonly team: string;
  supervisorOn(day: Day): string;
}

/** An apprentice for eight months, whose group met in each month but one. */
function addTrainee(context: Context, rows: FactRows, { manager, supervisor, team, supervisorOn }: Placed): void {
  const since = context.today - 240;
  const person = addColleague(context, rows, { role: 'student-social-worker', team, manager, supervisor, since });
  keepDiary(context, rows, person, { since, every: 24, supervisorOn });
  let number = 0;
  for (let month = addMonths(startOfMonth(since), 1); month < startOfMonth(context.today); month = addMonths(month, 1)) {
    number += 1;
    const day = workingDayFrom(month + 12);
    if (number === 3) continue;
    const group = `GRP-A-${isoDay(day)?.replaceAll('-', '') ?? ''}`;
    addFact(rows, 'group', {
      group,
      heldOn: isoDay(day) ?? '',
      format: 'peer-supervision',
      facilitator: supervisorOn(day),
      audience: 'trainees',
      isClosed: true,
    });
    addFact(rows, 'session', {
      session: `SUP-${person.slice(1)}-G${String(number).padStart(2, '0')}`,
      supervisee: person,
      supervisor: supervisorOn(day),
      kind: 'group',
      purposes: ['group'],
      status: 'held',
      bookedAt: isoAt(day - 14, 9 * 60),
      plannedStartAt: isoAt(day, 14 * 60),
      startedAt: isoAt(day, 14 * 60),
      minutes: 90,
      group,
    });
  }
}

/** Carers of every kind of week, each with one supervision that came late. */
function addCarers(context: Context, rows: FactRows, manager: string, team: string): void {
  const since = context.today - HERE;
  const carer = { role: 'residential-carer', team, manager, supervisor: manager, since } as const;
  const supervisorOn = (): string => manager;
  const partTime = addColleague(context, rows, { ...carer, fullTimeEquivalent: 0.5 });
  keepDiary(context, rows, partTime, { since, every: 37, longer: { days: 52, at: 6 }, supervisorOn });
  const often = addColleague(context, rows, { ...carer, contract: 'agency', fullTimeEquivalent: 0.4 });
  addShifts(context, rows, often, since, [2, 6, 10, 14, 18, 22, 26]);
  // From the second whole month on the shifts of the month before are known.
  const known = addMonths(startOfMonth(since), 2);
  keepDiary(context, rows, often, { since: known, every: 37, longer: { days: 52, at: 5 }, supervisorOn });
  const seldom = addColleague(context, rows, { ...carer, contract: 'sessional', fullTimeEquivalent: 0.2 });
  addShifts(context, rows, seldom, since, [5, 12, 19]);
  keepDiary(context, rows, seldom, { since, every: 78, longer: { days: 97, at: 3 }, supervisorOn });
}

/** A shift on the same days of every month. */
function addShifts(context: Context, rows: FactRows, person: string, since: Day, days: readonly number[]): void {
  for (let day = since; day < context.today; day += 1)
    if (days.includes(civilOf(day).day)) addFact(rows, 'shift', { person, workedOn: isoDay(day) ?? '', hours: 7.5 });
}
