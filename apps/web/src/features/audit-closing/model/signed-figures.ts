import { shareInWords } from '@plumbline/analytics/wording';
import { duringInWords, type Period } from './period-words.ts';
import type { SignedTeam } from './outputs.ts';

/** What fell due in the months of a period for one team, or for all together. Absence is left out of `counted`. */
export interface FellDueRow {
  readonly key: string;
  readonly name: string;
  readonly counted: number;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
  readonly away: number;
}

/** What stood open on the last day for one team, or for all together. What is away or not known is left out of `counted`. */
export interface StoodRow {
  readonly key: string;
  readonly name: string;
  /** People of the team, or children. */
  readonly of: number;
  readonly counted: number;
  readonly done: number;
  readonly notDueYet: number;
  readonly overdue: number;
  readonly notMet: number;
  readonly away: number;
  readonly notKnown: number;
}

export interface FiguresTable<Row> {
  readonly rows: readonly Row[];
  /** All teams together. */
  readonly total: Row;
  readonly sentence: string;
}

type Counts = SignedTeam['own'];

/** What fell due in the months of a period and what became of it, by team. */
export function fellDue(teams: readonly SignedTeam[], period: Period): FiguresTable<FellDueRow> {
  const rows = teams.map(({ code, name, months }) => ({ key: code, name, ...sumMonths(months) }));
  const total = { key: 'total', name: 'All teams', ...sumMonths(teams.flatMap(({ months }) => months)) };
  return { rows, total, sentence: fellDueSentence(total, period) };
}

function sumMonths(months: SignedTeam['months']): Omit<FellDueRow, 'key' | 'name'> {
  const sum = (of: (month: SignedTeam['months'][number]) => number): number => months.reduce((so, month) => so + of(month), 0);
  const onTime = sum((month) => month.onTime);
  const late = sum((month) => month.late);
  const notDone = sum((month) => month.notDone);
  return { onTime, late, notDone, counted: onTime + late + notDone, away: sum((month) => month.excused) };
}

function fellDueSentence({ counted, onTime, late, notDone, away }: FellDueRow, period: Period): string {
  const left = away === 0 ? '' : ` ${awayWords(away)} left out because somebody was away.`;
  if (counted === 0) return `Nothing that counts fell due ${duringInWords(period)}.${left}`;
  const share = shareInWords(onTime / counted);
  const done = `${figure(onTime)} of ${figure(counted)} ${onTime === 1 ? 'was' : 'were'} done on time (${share})`;
  return `Of what fell due ${duringInWords(period)}, ${done}, ${figure(late)} late, and ${figure(notDone)} not at all.${left}`;
}

/** How people's own supervision, or children's case supervision, stood on the last day, by team. */
export function stoodOn(teams: readonly SignedTeam[], of: 'own' | 'cases'): FiguresTable<StoodRow> {
  const size = (team: SignedTeam): number => (of === 'own' ? team.people : team.children);
  const rows = teams.map((team) => ({ key: team.code, name: team.name, of: size(team), ...splitCounts([team[of]]) }));
  const all = splitCounts(teams.map((team) => team[of]));
  const total = { key: 'total', name: 'All teams', of: teams.reduce((so, team) => so + size(team), 0), ...all };
  return { rows, total, sentence: stoodSentence(total) };
}

function splitCounts(all: readonly Counts[]): Omit<StoodRow, 'key' | 'name' | 'of'> {
  const sum = (name: keyof Counts): number => all.reduce((so, counts) => so + counts[name], 0);
  const done = sum('met') + sum('metLate');
  const [notDueYet, overdue, notMet] = [sum('due'), sum('overdue'), sum('notMet')];
  const counted = done + notDueYet + overdue + notMet;
  return { counted, done, notDueYet, overdue, notMet, away: sum('excused'), notKnown: sum('unknown') };
}

function stoodSentence(row: StoodRow): string {
  const left = leftOut(row);
  if (row.counted === 0) return `No requirement that counts was open.${left}`;
  const parts = [
    `${row.overdue === 0 ? 'none' : figure(row.overdue)} ${row.overdue === 1 ? 'was' : 'were'} overdue`,
    ...(row.notMet > 0 ? [`${figure(row.notMet)} not met`] : []),
    ...(row.done > 0 ? [`${figure(row.done)} done`] : []),
    `${row.notDueYet === 0 ? 'none' : figure(row.notDueYet)} not due yet`,
  ];
  const last = parts.pop() ?? '';
  return `Of ${figure(row.counted)} open ${row.counted === 1 ? 'requirement' : 'requirements'}, ${parts.join(', ')} and ${last}.${left}`;
}

function leftOut({ away, notKnown }: Pick<StoodRow, 'away' | 'notKnown'>): string {
  const known = notKnown === 0 ? '' : ` ${figure(notKnown)} ${notKnown === 1 ? 'is' : 'are'} not known and left out as well.`;
  if (away > 0) return ` ${awayWords(away)} left out because somebody was away.${known}`;
  return known.replace(' as well', '');
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}

function awayWords(away: number): string {
  return `${figure(away)} ${away === 1 ? 'is' : 'are'}`;
}
