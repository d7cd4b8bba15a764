import { civilOf, parseDay } from '@plumbline/domain/calendar';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { monthName } from './dates.ts';
import type { ImportProblemKind, ImportProblemParams } from './import-problem-kinds.ts';

/** What is wrong and how to mend it, from a problem's values, the cell as quoted text and the column's label. */
export type Sentence<Kind extends ImportProblemKind> = (
  params: ImportProblemParams[Kind],
  cell: string,
  label: string,
) => readonly [what: string, mend: string];

/** `12 May 2026` for an ISO date; other text stays as it is. */
export function dateWords(text: string): string {
  const day = parseDay(text.slice(0, 10));
  if (day === null) return text;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** `once`, `twice`, `1,200 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count.toLocaleString('en-GB')} times`;
}

/** `One row`, `1,200 rows`. */
export function rowsWords(count: number): string {
  return count === 1 ? 'One row' : `${count.toLocaleString('en-GB')} rows`;
}

/** Which entry of a kind a key stands for, by the values that tell it from others: "S1003 · 2 February 2026". */
export function keyInWords(kind: FactKindName, key: string): string {
  const values = JSON.parse(key) as unknown[];
  const { columns, key: names } = kindOf(kind);
  const parts = names.flatMap((name, index) => {
    const value = values[index];
    if (value === null || value === undefined) return [];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [columns[name]?.options?.[text] ?? dateWords(text)];
  });
  return parts.join(' · ');
}
