import { REPORT_VIEWS } from '@plumbline/database';

/** Every view of reports with its columns as Markdown, for docs/operations/reporting.md. */
export function viewTables(): string {
  return REPORT_VIEWS.map(({ name, kind, says, columns }) => {
    const rows = columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.says} |`);
    return [`### \`${name}\` (${kind})`, '', says, '', '| Column | Type | What it is |', '|---|---|---|', ...rows].join('\n');
  }).join('\n\n');
}
