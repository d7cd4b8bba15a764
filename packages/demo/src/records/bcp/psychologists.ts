import { weekdayOf, type Day } from '@plumbline/domain/calendar';
import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { isoDay } from '../../spans.ts';
import { addExtra, addFormal, inPost } from './people.ts';

const LEAD = 'S90001';
const EXPERIENCED = 'S90002';
const NEW_TO_SUPERVISING = 'S90003';
const KEPT = 'S90004';
const SHORT = 'S90005';
const TRAINEE = 'S90006';
const OTHER_TRAINEE = 'S90007';

/**
 * A few psychologists: one newly qualified with the hour in each fortnight and the line manager in each month, one without; one
 * trainee with an experienced psychologist, who comes from elsewhere, and half an hour for each day, one without.
 */
export function addPsychologists(context: Context, rows: FactRows): void {
  const above = inPost(rows, 'service-manager')?.person ?? null;
  const team = teamOf(rows);
  const since = context.today - 150;
  const experienced = { isExperiencedSupervisor: true };
  addExtra(context, rows, {
    ref: LEAD,
    role: 'team-manager',
    team,
    from: since,
    level: 4,
    lineManager: above,
    post: { isManagementPost: true },
    person: experienced,
  });
  addExtra(context, rows, {
    ref: EXPERIENCED,
    role: 'educational-psychologist',
    team,
    from: since,
    level: 3,
    lineManager: LEAD,
    person: { ...experienced, isExternal: true },
  });
  addExtra(context, rows, {
    ref: NEW_TO_SUPERVISING,
    role: 'educational-psychologist',
    team,
    from: since,
    level: 3,
    lineManager: LEAD,
    person: { isExperiencedSupervisor: false },
  });
  if (above !== null) addFormal(context, rows, LEAD, { from: since, every: 27, minutes: 60, by: () => above });
  for (const ref of [EXPERIENCED, NEW_TO_SUPERVISING])
    addFormal(context, rows, ref, { from: since, every: 27, minutes: 60, by: () => LEAD });
  addNewlyQualified(context, rows, team);
  addTrainees(context, rows, team);
}

function teamOf(rows: FactRows): string {
  const known = rows.team.find(({ kind }) => kind === 'psychology');
  if (known !== undefined) return known.team;
  addFact(rows, 'team', {
    team: 'PSYCH',
    name: 'Educational psychology',
    service: 'Practice and quality',
    site: rows.team[0]?.site ?? null,
    kind: 'psychology',
  });
  return 'PSYCH';
}

function addNewlyQualified(context: Context, rows: FactRows, team: string): void {
  const from = context.today - 110;
  const began = isoDay(from);
  for (const ref of [KEPT, SHORT])
    addExtra(context, rows, {
      ref,
      role: 'educational-psychologist',
      team,
      from,
      level: 2,
      lineManager: LEAD,
      person: { newlyQualifiedPsychologistFrom: began },
    });
  // Every seven days, so that each fortnight has at least one and each month one with the line manager.
  addFormal(context, rows, KEPT, { from, every: 7, minutes: 60, by: () => LEAD });
  addFormal(context, rows, SHORT, { from, every: 14, minutes: 40, by: () => EXPERIENCED });
}

function addTrainees(context: Context, rows: FactRows, team: string): void {
  const from = context.today - 84;
  const add = (ref: string, supervisor: string): void =>
    addExtra(context, rows, { ref, role: 'trainee-psychologist', team, from, level: 1, lineManager: LEAD, supervisor });
  add(TRAINEE, EXPERIENCED);
  add(OTHER_TRAINEE, NEW_TO_SUPERVISING);
  addPlacementDays(context, rows, TRAINEE, from, [2, 3]);
  addPlacementDays(context, rows, OTHER_TRAINEE, from, [1, 2, 3]);
  // Twice in seven days and an hour each: enough for two days a week whatever the weekday. The other's hour is short of three days.
  addFormal(context, rows, TRAINEE, { from, every: 4, minutes: 60, by: () => EXPERIENCED });
  addFormal(context, rows, OTHER_TRAINEE, { from, every: 7, minutes: 45, by: () => NEW_TO_SUPERVISING });
}

function addPlacementDays(context: Context, rows: FactRows, person: string, from: Day, weekdays: readonly number[]): void {
  for (let day = from; day < context.today; day += 1)
    if (weekdays.includes(weekdayOf(day))) addFact(rows, 'shift', { person, workedOn: isoDay(day) ?? '', hours: 7.5 });
}
