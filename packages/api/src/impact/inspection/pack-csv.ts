import { csvCell } from '@plumbline/analytics/prepare';
import type { PackView } from './pack-view.ts';
import { standingOf } from './pack-words.ts';

/** What verifying reads is named for machines; the rest is for people. */
export const CSV_COLUMNS = [
  'Part',
  'Code',
  'Figure',
  'Counts',
  'Value',
  'Unit',
  'Numerator',
  'Denominator',
  'Not counted: away',
  'Not known',
  'Policy version',
  'As of',
  'Known at',
  'Standing',
] as const;

/** Every figure of the pack in one table (RFC 4180, UTF-8 with a mark so that spreadsheets read it right). */
export function packCsv(view: PackView): Buffer {
  const standing = standingOf(view) ?? 'Checked and approved';
  const { parts, asOf, knownAt } = view.pack;
  const rows = parts.flatMap(({ title, figures }) =>
    figures.map((one) => [
      title,
      one.code,
      one.title,
      one.id,
      one.value === null ? '' : String(one.value),
      one.unit,
      String(one.numerator),
      one.denominator === null ? '' : String(one.denominator),
      String(one.excluded.away),
      String(one.excluded.notKnown),
      one.policyVersion,
      asOf,
      knownAt,
      standing,
    ]),
  );
  const text = [[...CSV_COLUMNS], ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
}
