import { kindOf, type Column, type FactKindName } from '@plumbline/domain/facts';
import { isReferenceColumn } from './read-facts.ts';
import { LONGEST_REFERENCE, LONGEST_TEXT } from './read-text.ts';
import { csvCell } from './write-facts.ts';

/** What a person needs to know to fill one column of a file. */
export interface ColumnHelp {
  readonly name: string;
  /** The heading to use. */
  readonly heading: string;
  readonly isRequired: boolean;
  readonly help: string;
  /** What may stand in a cell, in words. */
  readonly format: string;
  readonly example: string;
  /** Other headings that are understood. */
  readonly otherHeadings: readonly string[];
  /** Codes and what they mean, for columns that take one of a list. */
  readonly values: readonly { readonly code: string; readonly label: string }[];
}

export interface KindHelp {
  readonly kind: FactKindName;
  readonly title: string;
  readonly help: string;
  /** What makes two rows the same entry, in words. */
  readonly sameEntry: string;
  /** Whether rows that a later whole file leaves out are ended. */
  readonly closesWhenMissing: boolean;
  readonly columns: readonly ColumnHelp[];
}

/** Begins a CSV file so that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** An empty CSV file with the headings of a kind. No example row: it would be imported by whoever forgot to take it out. */
export function templateCsv(kind: FactKindName): string {
  const headings = Object.values(kindOf(kind).columns).map((column) => csvCell(column.label));
  return `${BYTE_ORDER_MARK}${headings.join(',')}\r\n`;
}

/** A CSV file with the headings of a kind and one example row, for documents and for trying things out. */
export function exampleCsv(kind: FactKindName): string {
  const columns = Object.entries(kindOf(kind).columns);
  const examples = columns.map(([name, column]) => csvCell(EMPTY_IN_EXAMPLE.has(`${kind}.${name}`) ? '' : column.example));
  return `${columns.map(([, column]) => csvCell(column.label)).join(',')}\r\n${examples.join(',')}\r\n`;
}

/** Columns that an example row leaves empty, because the other columns say otherwise. */
const EMPTY_IN_EXAMPLE: ReadonlySet<string> = new Set(['agreed-interval.months']);

/** The help of a kind's columns, from the registry. */
export function columnHelp(kind: FactKindName): KindHelp {
  const { title, help, columns, key, closesWhenMissing } = kindOf(kind);
  return {
    kind,
    title,
    help,
    sameEntry: key.map((name) => columns[name]?.label ?? name).join(', '),
    closesWhenMissing,
    columns: Object.entries(columns).map(([name, column]) => ({
      name,
      heading: column.label,
      isRequired: column.isRequired,
      help: column.help,
      format: formatOf(kind, name, column),
      example: column.example,
      otherHeadings: column.aliases ?? [],
      values: Object.entries(column.options ?? {}).map(([code, label]) => ({ code, label })),
    })),
  };
}

function formatOf(kind: FactKindName, name: string, column: Column): string {
  switch (column.type) {
    case 'reference':
      return `Reference found under “${titleOf(column.refersTo)}”, at most ${LONGEST_REFERENCE} characters`;
    case 'text':
      return isReferenceColumn(kind, name, column)
        ? `Reference, at most ${column.longest ?? LONGEST_REFERENCE} characters`
        : `Text, at most ${column.longest ?? LONGEST_TEXT} characters`;
    case 'code':
      return 'One of the values below, or your own code once it is mapped';
    case 'list':
      return column.options === undefined ? 'References, separated by semicolons' : 'Values from below, separated by semicolons';
    case 'date':
      return column.isMonth === true ? 'Month: May 2026, 05/2026 or any day of the month' : 'Date: 12/05/2026 or 2026-05-12';
    case 'instant':
      return 'Date and time: 12/05/2026 14:30';
    case 'boolean':
      return 'Yes or no';
    case 'integer':
      return `Whole number from ${column.min} to ${column.max}`;
    case 'decimal':
      return `Number from ${column.min} to ${column.max}`;
  }
}

function titleOf(kind: string | undefined): string {
  return kind === undefined ? '' : kindOf(kind as FactKindName).title;
}

/** The column help of a kind as Markdown. */
export function columnHelpMarkdown(kind: FactKindName): string {
  const help = columnHelp(kind);
  const ending = help.closesWhenMissing ? ' A later whole file that no longer lists an open row ends it.' : '';
  const rows = help.columns.map(
    (column) =>
      `| ${column.heading}${column.isRequired ? ' **(needed)**' : ''} | ${column.help} | ${column.format} | \`${column.example}\` | ${column.otherHeadings.join(', ')} |`,
  );
  return [
    `## ${help.title}`,
    '',
    `\`${kind}\`. ${help.help} Rows with the same ${help.sameEntry} are the same entry.${ending}`,
    '',
    '| Column | What belongs here | How it is written | Example | Also understood |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...help.columns.filter((column) => column.values.length > 0).flatMap(valuesMarkdown),
  ].join('\n');
}

function valuesMarkdown({ heading, values }: ColumnHelp): string[] {
  return [`**${heading}:** ${values.map(({ code, label }) => `\`${code}\` ${label}`).join(' · ')}`, ''];
}
