import type { FactValue } from '@plumbline/domain/facts';

export type SentValues = Record<string, string | number | boolean | string[] | null>;

/** Values as calls take them: lists become arrays of their own. */
export function sentValues(values: Readonly<Record<string, FactValue>>): SentValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isList(value) ? [...value] : value]));
}

function isList(value: FactValue): value is readonly string[] {
  return Array.isArray(value);
}
