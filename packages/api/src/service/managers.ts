import type { TeamFigures } from '@plumbline/analytics/compliance';
import { loadBook, teamManagers, type CouncilTransaction, type TeamManager } from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';

export type Managers = ReadonlyMap<string, TeamFigures['manager']>;

/** Who manages each of some teams by their post on a day, by team; teams without a manager are left out. */
export async function managersOf(tx: CouncilTransaction, teams: readonly string[], on: Day): Promise<Managers> {
  const managers: readonly TeamManager[] = await teamManagers(tx, { on: formatDay(on), teams });
  const book = await loadBook(tx, { persons: managers.map(({ person }) => person) });
  return new Map(managers.map(({ team, person, name }) => [team, { id: book.id('person', person), name }]));
}
