import { kindOf, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import type { FactRow } from '../compliance/index.ts';
import { dateInWords, dateOfInstant, instantInWords, timeOfInstant } from './wording/dates.ts';

export interface FactInWords {
  readonly id: string;
  readonly kindTitle: string;
  readonly values: readonly { readonly label: string; readonly value: string }[];
  /** "By hand by T. Marlow at 09:24 on 10 August 2026, because …". */
  readonly source: string;
}

/** A recorded fact as labels and values that people read, with who said so and when. Empty columns are left out. */
export function prepareFact(fact: FactRow): FactInWords {
  const kind = kindOf(fact.kind as FactKindName);
  const values = Object.entries(kind.columns).flatMap(([name, column]) => {
    const value = fact.values[name] ?? null;
    if (value === null || value === '') return [];
    return [{ label: column.label, value: fact.labels[name] ?? valueInWords(value, column.type, column.options) }];
  });
  const when = `${timeOfInstant(fact.recordedAt)} on ${dateInWords(dateOfInstant(fact.recordedAt))}`;
  const by = fact.recordedBy === null ? '' : ` by ${fact.recordedBy}`;
  const because = fact.because === null ? '' : `: ${fact.because}`;
  return {
    id: fact.id,
    kindTitle: kind.title,
    values,
    source: `${fact.source === 'feed' ? 'From a file' : 'By hand'}${by}, at ${when}${because}`,
  };
}

function valueInWords(value: FactValue, type: string, options: Readonly<Record<string, string>> | undefined): string {
  if (Array.isArray(value)) return value.map((item: string) => options?.[item] ?? item).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value);
  if (type === 'date') return dateInWords(text);
  if (type === 'instant') return instantInWords(text);
  return options?.[text] ?? text;
}
