import type { ProgrammedAudit } from '@plumbline/analytics/audits';
import { monthName } from '@plumbline/analytics/wording';
import { listItemStandings, type ItemStanding, type StoredAudit, type WordsTransaction } from '@plumbline/database';
import { groupChecks, type GroupedChecks } from '../programme/check-series.ts';
import type { BoardSource } from './view-board.ts';

type Source = Pick<BoardSource, 'audits' | 'from' | 'to' | 'teams'>;

/** The audits of the period that touch the viewer's teams; managers' own checks in one row for each team and month. */
export async function programmeOf(tx: WordsTransaction, { audits, from, to, teams }: Source): Promise<ProgrammedAudit[]> {
  const names = new Map(teams.map(({ team, name }) => [team, name]));
  const shown = [...audits.values()].filter(
    ({ startsOn, dueOn, state, teams: of }) =>
      startsOn <= to && dueOn >= from && state !== 'dropped' && (of.length === 0 || of.some((team) => names.has(team))),
  );
  const standings = await listItemStandings(
    tx,
    shown.map(({ id }) => id),
  );
  const itemsOf = ({ id }: StoredAudit): readonly ItemStanding[] => standings.get(id) ?? [];
  const { planned, series } = groupChecks(shown, itemsOf);
  return [
    ...planned.map((audit) => rowOf(audit, itemsOf(audit))),
    ...series.map((one) => seriesRow(one, names.get(one.team) ?? one.team, one.audits.flatMap(itemsOf))),
  ];
}

function countsOf(items: readonly ItemStanding[]): ProgrammedAudit['items'] {
  const states = Map.groupBy(items, ({ state }) => state);
  return Object.fromEntries([...states].map(([state, of]) => [state, of.length]));
}

function rowOf({ id, title, kind, state, listed }: StoredAudit, items: readonly ItemStanding[]): ProgrammedAudit {
  return { auditId: id, title, kind, state, listSize: listed, items: countsOf(items), checks: null };
}

/** Open as long as one of them is. */
function seriesRow(
  { key, month, audits }: GroupedChecks<StoredAudit>,
  team: string,
  items: readonly ItemStanding[],
): ProgrammedAudit {
  return {
    auditId: key,
    title: `Managers’ own checks, ${team}, ${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`,
    kind: audits[0]?.kind ?? 'record-check',
    state: audits.some(({ state }) => state !== 'closed') ? 'open' : 'closed',
    listSize: null,
    items: countsOf(items),
    checks: { month, count: audits.length },
  };
}
