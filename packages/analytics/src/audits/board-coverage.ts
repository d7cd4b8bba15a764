import { AUDIT_KIND_NAMES, AUDIT_KINDS } from '@plumbline/domain/audits';
import { coverageInWords, lastAuditInWords } from '../prepare/wording/audit-sentences.ts';
import { shareInWords } from '../prepare/wording/survey-figures.ts';
import type { TeamCoverage } from './coverage.ts';
import type { CoverageModel } from './views.ts';

const TITLE = 'Which teams were looked at';

/** How far audits reached into each team, by name; kinds that were not used have no column. */
export function coverageModel(teams: readonly TeamCoverage[]): CoverageModel {
  const rows = teams.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const kinds = AUDIT_KIND_NAMES.filter((kind) => teams.some(({ byKind }) => byKind.some((own) => own.kind === kind)));
  return {
    title: TITLE,
    unit: 'people',
    rows,
    sentence: coverageInWords(rows),
    table: {
      caption: `${TITLE}, number of people`,
      columns: ['', 'In the team', 'Looked at', '%', ...kinds.map((kind) => AUDIT_KINDS[kind].title), 'Last audit'],
      rows: rows.map((row) => ({
        key: row.team,
        header: row.name,
        cells: [
          String(row.headCount),
          String(row.persons),
          row.share === null ? '–' : shareInWords(row.share),
          ...kinds.map((kind) => String(row.byKind.find((own) => own.kind === kind)?.persons ?? 0)),
          lastAuditInWords(row),
        ],
        note: null,
      })),
    },
  };
}
