import { kindOf, type AnyFact, type Column, type FactKindName, type FactOf, type FactValue } from '@plumbline/domain/facts';

/**
 * Facts of a kind as a council's file would hold them: comma-separated text, one heading for each column as people read
 * it, yes and no in words, lists with semicolons. Instants keep their Z, so that nothing has to guess the zone.
 */
export function asCsv<Name extends FactKindName>(kind: Name, facts: readonly FactOf<Name>[]): string {
  const columns = Object.entries(kindOf(kind).columns);
  const lines = [columns.map(([, column]) => quoted(column.label)).join(',')];
  for (const fact of facts as unknown as readonly AnyFact[]) {
    lines.push(columns.map(([name, column]) => quoted(cellOf(column, fact[name] ?? null))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A file with only its headings and one row of examples, as column help shows them. */
export function exampleCsv(kind: FactKindName): string {
  const columns = Object.values(kindOf(kind).columns);
  return `${[columns.map((column) => quoted(column.label)), columns.map((column) => quoted(column.example))].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function cellOf(column: Column, value: FactValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return inOrderOf(column, value).join(';');
  return column.type === 'instant' ? String(value).replace('T', ' ') : String(value);
}

/** Days of the week as people write them: in the order of the declaration. */
function inOrderOf({ options }: Column, codes: readonly string[]): string[] {
  const order = Object.keys(options ?? {});
  return codes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** RFC 4180: quotes where a cell holds a comma, a quote or a line break. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
