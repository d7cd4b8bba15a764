import type { TableTwin } from '@plumbline/analytics/prepare';
import { dateInWords, listInWords } from '@plumbline/analytics/wording';
import { auditKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { basisInWords, standingOf } from './audit-words.ts';
import { seriesStanding, seriesTitle } from './check-series.ts';
import type { AuditRow, CheckSeriesRow, ProgrammeView } from './outputs.ts';
import { periodInWords } from './programme-lane.ts';

/** The programme as a table: the same rows in the same order. */
export function programmeTwin(programme: ProgrammeView, today: LocalDate): TableTwin {
  return {
    caption: `Audits from ${periodInWords(programme)}`,
    columns: ['Audit', 'Kind', 'How chosen', 'First day', 'Last day', 'Led by', 'Completed', 'Of', 'State'],
    rows: [...programme.audits.map((audit) => auditRow(audit, today)), ...programme.checks.map((series) => seriesRow(series))],
  };
}

function auditRow(audit: AuditRow, today: LocalDate): TableTwin['rows'][number] {
  return {
    key: audit.id,
    header: audit.title,
    cells: [
      auditKind(audit.kind).title,
      basisInWords(audit.basis),
      dateInWords(audit.startsOn as LocalDate),
      dateInWords(audit.dueOn as LocalDate),
      audit.lead.name,
      String(audit.progress.completed),
      String(audit.progress.drawn),
      standingOf(audit, today).words,
    ],
    note: null,
  };
}

function seriesRow(series: CheckSeriesRow): TableTwin['rows'][number] {
  const kinds = [...new Set(series.audits.map(({ kind }) => auditKind(kind).title))];
  const leads = new Set(series.audits.map(({ lead }) => lead.name));
  return {
    key: series.key,
    header: seriesTitle(series),
    cells: [
      listInWords(kinds),
      basisInWords('own-line'),
      dateInWords(series.startsOn as LocalDate),
      dateInWords(series.dueOn as LocalDate),
      listInWords([...leads]),
      String(series.progress.completed),
      String(series.progress.drawn),
      seriesStanding(series).words,
    ],
    note: null,
  };
}
