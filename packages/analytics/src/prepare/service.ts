import { civilOf, toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { MonthCounts, ServiceView, TeamFigures } from '../compliance/index.ts';
import { shortMonthName, monthName } from './wording/dates.ts';

/** How a figure moved against the stretch before. */
export interface Direction {
  readonly kind: 'up' | 'down' | 'level';
  /** Whether that is what one hopes for; null where it is neither. */
  readonly isBetter: boolean | null;
  readonly words: string;
}

export interface Figure {
  readonly key: 'on-time' | 'overdue' | 'not-done' | 'alerts';
  readonly title: string;
  readonly value: string;
  /** Of what, over which time. */
  readonly detail: string;
  readonly direction: Direction | null;
}

/** One month of a lane: shares of what fell due, absence left out. */
export interface MonthBar {
  readonly month: LocalDate;
  readonly label: string;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
  readonly due: number;
  readonly sentence: string;
}

export interface TeamLaneModel {
  readonly code: string;
  readonly name: string;
  readonly service: string;
  readonly manager: string;
  readonly people: number;
  readonly children: number;
  readonly ownOverdue: number;
  readonly casesOverdue: number;
  /** Share of what fell due in the last three full months and was done on time. */
  readonly onTime: string;
  readonly alerts: number;
  readonly unknown: number;
  readonly months: readonly MonthBar[];
  readonly sentence: string;
}

export interface ServiceModel {
  readonly figures: readonly Figure[];
  readonly teams: readonly TeamLaneModel[];
  readonly months: readonly MonthBar[];
  readonly exceptions: readonly { readonly code: string; readonly name: string; readonly sentence: string }[];
}

/** The service in four figures, lanes of its teams and what stands out. */
export function prepareService(view: ServiceView): ServiceModel {
  const teams = [...view.teams]
    .sort((a, b) => attention(b) - attention(a) || a.team.name.localeCompare(b.team.name))
    .map((team) => prepareTeamLane(team, view.on));
  return { figures: prepareFigures(view), teams, months: view.months.map(prepareMonth), exceptions: exceptionsOf(view.teams) };
}

function attention(team: TeamFigures): number {
  return team.alerts * 1000 + team.own.overdue * 10 + team.cases.overdue;
}

interface Sum {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
}

function sumOf(months: readonly MonthCounts[]): Sum {
  return months.reduce<Sum>(
    (sum, month) => ({
      due: sum.due + counted(month),
      onTime: sum.onTime + month.onTime,
      late: sum.late + month.late,
      notDone: sum.notDone + month.notDone,
    }),
    { due: 0, onTime: 0, late: 0, notDone: 0 },
  );
}

/** What fell due and counts: not while away. */
function counted(month: MonthCounts): number {
  return month.onTime + month.late + month.notDone;
}

function prepareFigures(view: ServiceView): Figure[] {
  const full = fullMonths(view.months, view.on);
  const recentMonths = full.slice(-3);
  const recent = sumOf(recentMonths);
  const before = sumOf(full.slice(-6, -3));
  const span = spanInWords(recentMonths);
  const own = view.teams.reduce((sum, team) => sum + team.own.overdue, 0);
  const cases = view.teams.reduce((sum, team) => sum + team.cases.overdue, 0);
  const alerts = view.teams.reduce((sum, team) => sum + team.alerts, 0);
  const affected = view.teams.filter((team) => team.alerts > 0).length;
  return [
    {
      key: 'on-time',
      title: 'Done on time',
      value: percent(recent.onTime, recent.due),
      detail:
        recent.due === 0
          ? 'nothing fell due'
          : `${recent.onTime.toLocaleString('en-GB')} of ${recent.due.toLocaleString('en-GB')} that fell due, ${span}`,
      direction: shareDirection(recent.onTime, recent.due, before.onTime, before.due, true),
    },
    {
      key: 'overdue',
      title: 'Overdue now',
      value: (own + cases).toLocaleString('en-GB'),
      detail: `own supervision ${own}, case supervision ${cases}`,
      direction: null,
    },
    {
      key: 'not-done',
      title: 'Fell due and still not done',
      value: recent.notDone.toLocaleString('en-GB'),
      detail: span,
      direction: countDirection(recent.notDone, before.notDone, before.due > 0),
    },
    {
      key: 'alerts',
      title: 'Children without a worker or supervisor',
      value: String(alerts),
      detail:
        alerts === 0
          ? 'every open child has a worker with a supervisor'
          : `in ${affected} ${affected === 1 ? 'team' : 'teams'}: no worker, worker away, or no supervisor`,
      direction: null,
    },
  ];
}

/** The months that are over on a day. */
function fullMonths(months: readonly MonthCounts[], on: LocalDate): readonly MonthCounts[] {
  return months.filter((month) => month.month.slice(0, 7) < on.slice(0, 7));
}

/** "August to October 2026". */
function spanInWords(months: readonly MonthCounts[]): string {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return 'no full month yet';
  const from = civilOf(toDay(first.month));
  const to = civilOf(toDay(last.month));
  if (first === last) return `${monthName(to.month)} ${to.year}`;
  return `${monthName(from.month)}${from.year === to.year ? '' : ` ${from.year}`} to ${monthName(to.month)} ${to.year}`;
}

/** "87 %", or a dash where there is nothing to divide by. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;
}

function shareDirection(
  part: number,
  whole: number,
  partBefore: number,
  wholeBefore: number,
  moreIsBetter: boolean,
): Direction | null {
  if (whole === 0 || wholeBefore === 0) return null;
  const points = Math.round((part / whole) * 100) - Math.round((partBefore / wholeBefore) * 100);
  if (points === 0) return { kind: 'level', isBetter: null, words: 'the same as in the three months before' };
  const size = Math.abs(points);
  return {
    kind: points > 0 ? 'up' : 'down',
    isBetter: points > 0 === moreIsBetter,
    words: `${points > 0 ? 'up' : 'down'} ${size} ${size === 1 ? 'point' : 'points'} on the three months before`,
  };
}

function countDirection(now: number, before: number, hasBefore: boolean): Direction | null {
  if (!hasBefore) return null;
  if (now === before) return { kind: 'level', isBetter: null, words: 'the same as in the three months before' };
  return {
    kind: now > before ? 'up' : 'down',
    isBetter: now < before,
    words: `${now > before ? 'up' : 'down'} from ${before} in the three months before`,
  };
}

function prepareMonth(month: MonthCounts): MonthBar {
  const { year, month: number } = civilOf(toDay(month.month));
  const due = counted(month);
  const share = (part: number): number => (due === 0 ? 0 : part / due);
  const name = `${monthName(number)} ${year}`;
  return {
    month: month.month,
    label: shortMonthName(number),
    onTime: share(month.onTime),
    late: share(month.late),
    notDone: share(month.notDone),
    due,
    sentence:
      due === 0
        ? `${name}: nothing fell due.`
        : `${name}: ${month.onTime} of ${due} on time, ${month.late} late, ${month.notDone} not done.`,
  };
}

function prepareTeamLane(figures: TeamFigures, on: LocalDate): TeamLaneModel {
  const { team, manager, own, cases, months } = figures;
  const recent = sumOf(fullMonths(months, on).slice(-3));
  return {
    code: team.code,
    name: team.name,
    service: team.service,
    manager: manager?.name ?? 'no manager recorded',
    people: figures.people,
    children: figures.children,
    ownOverdue: own.overdue,
    casesOverdue: cases.overdue,
    onTime: percent(recent.onTime, recent.due),
    alerts: figures.alerts,
    unknown: own.unknown + cases.unknown,
    months: months.map(prepareMonth),
    sentence: `${team.name}: own supervision overdue for ${own.overdue}, case supervision for ${cases.overdue}.`,
  };
}

function exceptionsOf(teams: readonly TeamFigures[]): ServiceModel['exceptions'] {
  return teams.flatMap((figures) => {
    const { code, name } = figures.team;
    const reasons = [
      ...(figures.manager === null && figures.people > 0 ? ['no manager is recorded'] : []),
      ...(figures.alerts > 0
        ? [`${figures.alerts} ${figures.alerts === 1 ? 'child has' : 'children have'} no worker or supervisor in place`]
        : []),
      ...(figures.people > 0 && figures.own.overdue / figures.people >= 0.25
        ? [`own supervision is overdue for ${figures.own.overdue} of ${figures.people}`]
        : []),
      ...(figures.own.unknown + figures.cases.unknown > 0
        ? [`${figures.own.unknown + figures.cases.unknown} not known, because nothing has been brought in for them`]
        : []),
    ];
    return reasons.length === 0 ? [] : [{ code, name, sentence: `${capital(reasons.join('; '))}.` }];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
