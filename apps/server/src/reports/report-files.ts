import { csvCell } from '@plumbline/analytics/prepare';
import { dateInWords } from '@plumbline/analytics/wording';
import type { Report, ReportTable, ReportView } from '@plumbline/database';
import type { NewFile } from './put-files.ts';

/** The mark by which Excel knows UTF-8. */
const MARK = '\uFEFF';

/** A CSV file for each view and a README that says what is in them. The same figures give the same CSV files, byte by byte. */
export function reportFiles(council: string, report: Report): NewFile[] {
  const tables = report.tables.map((table) => ({ name: fileName(table.view), text: csvOf(table) }));
  return [...tables, { name: 'README.txt', text: readme(council, report) }];
}

function fileName({ name }: ReportView): string {
  return `${name}.csv`;
}

function csvOf({ view, rows }: ReportTable): string {
  const lines = [view.columns.map(({ name }) => name), ...rows];
  return `${MARK}${lines.map((line) => line.map((cell) => csvCell(cell ?? '')).join(',')).join('\r\n')}\r\n`;
}

function readme(council: string, report: Report): string {
  const files = report.tables.map(({ view, rows }) => {
    const columns = view.columns.map(({ name, type, says }) => `  ${name.padEnd(14)} ${type.padEnd(8)} ${plain(says)}`);
    return [`${fileName(view)} (${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`, `  ${plain(view.says)}`, ...columns];
  });
  const head = [
    `Supervision figures of ${council}`,
    '',
    `Read on ${dateInWords(report.on)}.`,
    policyInForce(report),
    '',
    ...HOW_TO_READ,
  ];
  return `${[head, ...files].map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;
}

const HOW_TO_READ = [
  'No person and no child is in these files. Counts of teams with fewer than five people, and counts of one to four',
  'requirements, are added to those of the other teams of their service (*other: and the service) or left out. The rows',
  'therefore do not add up to everything that there is.',
  '',
  'The files are UTF-8 with commas between the cells. Days are written year-month-day. An empty cell is not known or',
  'does not apply. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
];

function policyInForce({ tables }: Report): string {
  const versions = tables.find(({ view }) => view.name === 'policy_version');
  const at = (name: string): number => versions?.view.columns.findIndex((column) => column.name === name) ?? -1;
  const row = versions?.rows.find((cells) => cells[at('is_in_force')] === 'true');
  if (row === undefined) return 'No policy is in force.';
  return `Policy in force: ${row[at('title')]}, version ${row[at('version')]} (number ${row[at('number')]}), from ${dateInWords(row[at('from_on')] ?? '')}.`;
}

/** Without the marks that documents put around code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
