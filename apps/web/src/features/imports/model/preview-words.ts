import type { ImportPreviewRow } from '@plumbline/analytics/compliance';
import { kindOf, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { isSame } from '../../../parts/fact/difference.ts';
import { valueInWords } from '../../../parts/fact/value-words.ts';

export interface PreviewLine {
  readonly change: ImportPreviewRow['change'];
  readonly line: number | null;
  /** Which fact it is: the values of its key columns. */
  readonly what: string;
  /** What would be different, each as "label: before → after" parts. */
  readonly differences: readonly { readonly label: string; readonly before: string | null; readonly after: string | null }[];
}

export const CHANGE_WORDS: Readonly<Record<ImportPreviewRow['change'], string>> = {
  added: 'Added',
  changed: 'Changed',
  ended: 'Ended',
  'held-by-hand': 'Kept as corrected by hand',
};

/** A row of the dry run in words. Files speak of reference numbers, so they are shown as they are. */
export function previewLine(kind: FactKindName, row: ImportPreviewRow): PreviewLine {
  const values = row.after ?? row.before ?? {};
  const fields = fieldsOf(kind);
  const words = (name: string, value: FactValue | undefined) => {
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined ? String(value ?? '') : valueInWords(field, value, {});
  };
  return {
    change: row.change,
    line: row.line,
    what: kindOf(kind)
      .key.filter((name) => values[name] !== null && values[name] !== undefined)
      .map((name) => words(name, values[name]))
      .join(' · '),
    differences: fields
      .filter((field) => !kindOf(kind).key.includes(field.name) && !isSame(row.before?.[field.name], row.after?.[field.name]))
      .map((field) => ({
        label: field.label,
        before: row.before === null ? null : words(field.name, row.before[field.name]),
        after: row.after === null ? null : words(field.name, row.after[field.name]),
      })),
  };
}
