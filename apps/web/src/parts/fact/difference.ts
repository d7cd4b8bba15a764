import type { FactValue } from '@plumbline/domain/facts';
import type { Values, Field } from './field-model.ts';
import { valueInWords } from './value-words.ts';

export interface DifferenceRow {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Names = Readonly<Record<string, string>>;

/** What a correction would change, field by field, in words. Empty where nothing differs. */
export function differenceOf(
  fields: readonly Field[],
  before: { values: Values; names: Names },
  after: { values: Values; names: Names },
): readonly DifferenceRow[] {
  return fields
    .filter((field) => !isSame(before.values[field.name], after.values[field.name]))
    .map((field) => ({
      name: field.name,
      label: field.label,
      before: valueInWords(field, before.values[field.name], before.names),
      after: valueInWords(field, after.values[field.name], after.names),
    }));
}

/** Whether two values say the same thing; "not given" is the same however it is written. */
export function isSame(one: FactValue | undefined, other: FactValue | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
