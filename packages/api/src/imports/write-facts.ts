import { kindOf, type AnyFact, type FactKindName, type FactValue } from '@plumbline/domain/facts';

/** Facts of a kind as a CSV file that reads back as the same facts: our labels as headings, ISO dates, instants in UTC. */
export function writeFacts(kind: FactKindName, facts: Iterable<AnyFact>): string {
  const columns = Object.entries(kindOf(kind).columns);
  const lines = [columns.map(([, column]) => csvCell(column.label)).join(',')];
  for (const fact of facts) lines.push(columns.map(([name]) => csvCell(cellText(fact[name] ?? null))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** How a value is written in a file. */
export function cellText(value: FactValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : value.join(';');
}

/** A cell in quotation marks where it needs them (RFC 4180). */
export function csvCell(text: string): string {
  return /[",;\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
