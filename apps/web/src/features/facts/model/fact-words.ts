import type { FactRow } from '@plumbline/analytics/compliance';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Field } from '../../../parts/fact/field-model.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { instantInWords, valueInWords } from '../../../parts/fact/value-words.ts';

/** What stands for a recorder where no person brought the file. */
const BY_NOBODY = 'system';

/** Who said so and when, in one line. */
export function recordedInWords(row: Pick<FactRow, 'recordedAt' | 'recordedBy' | 'source'>): string {
  const when = instantInWords(row.recordedAt);
  if (row.source === 'feed')
    return row.recordedBy === null || row.recordedBy === BY_NOBODY
      ? `From an import, ${when}`
      : `From an import by ${row.recordedBy}, ${when}`;
  return row.recordedBy === null ? `By hand, ${when}` : `By hand by ${row.recordedBy}, ${when}`;
}

/** Who withdrew it and when, in one line. */
export function withdrawnInWords({ withdrawn }: Pick<FactRow, 'withdrawn'>): string {
  return withdrawn === undefined || withdrawn === null
    ? 'Withdrawn'
    : `Withdrawn by ${withdrawn.by}, ${instantInWords(withdrawn.at)}`;
}

/** One fact in one line, by what identifies it: `R. Ashdown · 11 May 2026`. */
export function factInWords(row: Pick<FactRow, 'kind' | 'values' | 'labels'>): string {
  const { key } = kindOf(row.kind);
  return fieldsOf(row.kind)
    .filter((field) => key.includes(field.name) && (row.values[field.name] ?? null) !== null)
    .map((field) => valueInWords(field, row.values[field.name], row.labels))
    .join(' · ');
}

/** The columns that a list of a kind shows: what identifies it first, then what is needed, six at most. */
export function listFields(kind: FactKindName): readonly Field[] {
  const { key, interval } = kindOf(kind);
  const fields = fieldsOf(kind);
  const first = fields.filter((field) => key.includes(field.name) || field.name === interval?.to);
  const rest = fields.filter((field) => !first.includes(field) && field.isRequired);
  return [...first, ...rest].slice(0, 6).toSorted((one, other) => fields.indexOf(one) - fields.indexOf(other));
}
