import { FACT_KIND_NAMES, kindOf, type Column, type FactKindName } from '@plumbline/domain/facts';

/** A kind of file that can be brought in, with its place in the best order. */
export interface ImportKind {
  readonly name: FactKindName;
  readonly place: number;
  readonly title: string;
  readonly help: string;
  /** A whole list ends what it no longer names. */
  readonly canBeWholeList: boolean;
}

/** The kinds in the order in which files are best imported: what others refer to comes first. */
export function importKinds(): readonly ImportKind[] {
  return FACT_KIND_NAMES.map((name, index) => {
    const kind = kindOf(name);
    return { name, place: index + 1, title: kind.title, help: kind.help, canBeWholeList: kind.closesWhenMissing };
  });
}

/** One column of a file as the help explains it. */
export interface ColumnHelp {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  readonly format: string;
  readonly example: string;
}

export function columnHelp(kind: FactKindName): readonly ColumnHelp[] {
  return Object.entries(kindOf(kind).columns).map(([name, column]) => ({
    name,
    label: column.label,
    help: column.help,
    isRequired: column.isRequired,
    format: formatWords(column),
    example: column.example,
  }));
}

/** What may stand in a cell, in words. */
export function formatWords(column: Column): string {
  const options = Object.values(column.options ?? {}).filter((label) => label !== 'Not mapped');
  switch (column.type) {
    case 'date':
      return column.isMonth === true
        ? 'Month, such as May 2026, 05/2026 or any day of it'
        : 'Date, such as 2026-05-12 or 12/05/2026';
    case 'instant':
      return 'Date and time, such as 2026-05-12 10:15';
    case 'boolean':
      return 'Yes or no';
    case 'integer':
      return `Whole number${boundsWords(column)}`;
    case 'decimal':
      return `Number${boundsWords(column)}`;
    case 'code':
      return `One of: ${options.join(', ')}; or a code of your own system`;
    case 'list':
      return options.length > 0 ? `Any of: ${options.join(', ')}; separated by semicolons` : 'Separated by semicolons';
    case 'reference':
      return 'A reference that another file names';
    case 'text':
      return 'Text';
  }
}

function boundsWords(column: Column): string {
  return column.min === undefined || column.max === undefined ? '' : ` from ${column.min} to ${column.max}`;
}

/** Our columns that nothing in the file is read as, although every row needs them. */
export function missingColumns(kind: FactKindName, mapping: Readonly<Record<string, string | null>>): readonly string[] {
  const used = new Set(Object.values(mapping));
  return columnHelp(kind)
    .filter((column) => column.isRequired && !used.has(column.name))
    .map((column) => column.label);
}

/** Our columns that two of the file's columns are read as. */
export function doubledColumns(kind: FactKindName, mapping: Readonly<Record<string, string | null>>): readonly string[] {
  const used = Object.values(mapping).filter((name) => name !== null);
  return columnHelp(kind)
    .filter((column) => used.filter((name) => name === column.name).length > 1)
    .map((column) => column.label);
}
