import type { LocalDate } from '@plumbline/domain/calendar';
import { actionsInWords, overdueActionsInWords } from '../prepare/wording/audit-sentences.ts';
import { actionFigures, type AuditActionRow } from './actions-figures.ts';
import type { ActionsModel } from './views.ts';

const TITLE = 'Actions after audits';

/** Where the actions stand, and in which teams some are overdue. A team's code without a name stands as it is. */
export function actionsModel(
  rows: readonly AuditActionRow[],
  names: ReadonlyMap<string, string>,
  today: LocalDate,
): ActionsModel {
  const figures = actionFigures(rows, today);
  const teams = [...Map.groupBy(rows, ({ team }) => team)]
    .map(([team, own]) => ({ key: team, label: names.get(team) ?? team, ...actionFigures(own, today) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const overdue = teams
    .filter((team) => team.overdue > 0)
    .map(({ key, label, overdue: late, mostDaysOverdue }) => {
      const mostDays = mostDaysOverdue ?? 0;
      return { key, label, overdue: late, mostDays, sentence: overdueActionsInWords(label, late, mostDays) };
    })
    .sort((a, b) => b.mostDays - a.mostDays);
  return {
    title: TITLE,
    figures,
    overdue,
    sentence: actionsInWords(figures),
    table: {
      caption: `${TITLE}, number of actions`,
      columns: ['', 'Open', 'Overdue', 'Longest overdue, days', 'Waiting to be closed', 'Closed', 'Closed in time'],
      rows: teams.map((team) => ({
        key: team.key,
        header: team.label,
        cells: [
          ...[team.open, team.overdue].map(String),
          team.mostDaysOverdue === null ? '–' : String(team.mostDaysOverdue),
          ...[team.shown, team.closed, team.closedInTime].map(String),
        ],
        note: null,
      })),
    },
  };
}
