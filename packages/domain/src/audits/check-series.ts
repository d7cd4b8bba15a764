import type { LocalDate } from '../calendar/index.ts';

/** Of an audit, what tells whether a manager began it by themselves. */
export interface MaybeCheck {
  readonly basis: 'random' | 'targeted' | 'own-line';
  readonly createdBy: string;
  readonly lead: string;
  readonly teams: readonly string[];
  readonly startsOn: LocalDate;
}

/** The checks that managers began in one team in one month. */
export interface CheckSeries {
  /** Code. */
  readonly team: string;
  /** The first day of the month. */
  readonly month: LocalDate;
}

/**
 * The series in which an audit stands: a manager's own check of one file, which they began by themselves and do themselves. They are many
 * and small, and stand in one row for each team and month. Null for what was planned, which has a row of its own. `auditors`: of each of
 * its files.
 */
export function seriesOf(
  { basis, createdBy, lead, teams, startsOn }: MaybeCheck,
  auditors: readonly (string | null)[],
): CheckSeries | null {
  const [team] = teams;
  const isBegunAlone = createdBy === lead && auditors.length === 1 && auditors[0] === createdBy;
  if (basis !== 'own-line' || !isBegunAlone || teams.length !== 1 || team === undefined) return null;
  return { team, month: `${startsOn.slice(0, 7)}-01` };
}
