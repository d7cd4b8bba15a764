import { kindOf, type FactKindName } from '@plumbline/domain/facts';

/** Words that mean something else in SQL or in our own columns. */
const RENAMED: Readonly<Record<string, string>> = { from: 'from_on', to: 'to_on', on: 'happened_on', group: 'group_ref' };

/** The name of the table that holds a kind of fact: `fact_supervision_pair`. */
export function factTableName(kind: FactKindName): string {
  return `fact_${kind.replaceAll('-', '_')}`;
}

/** The name in SQL of a column of a fact: `employedFrom` is `employed_from`. */
export function factColumnName(column: string): string {
  return RENAMED[column] ?? column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns that name somebody or something by which nothing is looked up. */
const NEVER_LOOKED_UP: readonly string[] = [
  'decidedBy',
  'setBy',
  'doneBy',
  'grantedBy',
  'owner',
  'reader',
  'confirmedBy',
  'auditor',
];

/** Columns by which current facts are looked up: those that name somebody or something. */
export function lookupColumns(kind: FactKindName): string[] {
  const { columns, subjects } = kindOf(kind);
  const found = new Set(subjects.map((subject) => subject.column).filter((column) => columns[column]?.type !== undefined));
  for (const [name, column] of Object.entries(columns)) if (column.type === 'reference') found.add(name);
  if (kind === 'agreed-interval') {
    found.add('subject');
    found.delete('agreedBy');
  }
  // What others name is looked up by the reference they use.
  if (kind === 'action') found.add('action');
  if (kind === 'audit-result') found.add('audit');
  for (const never of NEVER_LOOKED_UP) found.delete(never);
  return [...found];
}
