import { civilOf, londonDay, londonMinuteOfDay, parseInstant, toDay } from '@plumbline/domain/calendar';
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

/** A date or instant as people type it, by London's clocks: `12/05/2026 10:15`. */
export function asTyped(value: string): string {
  const at = parseInstant(value);
  const { year, month, day } = civilOf(at === null ? toDay(value) : londonDay(at));
  const two = (count: number): string => String(count).padStart(2, '0');
  const date = `${two(day)}/${two(month)}/${year}`;
  if (at === null) return date;
  const minute = londonMinuteOfDay(at);
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A cell in quotation marks where it needs them (RFC 4180). */
export function csvCell(text: string): string {
  return /[",;\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
