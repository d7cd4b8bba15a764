/** When grades that somebody may not open one by one may be told them together. */

/** A group is shown with its grades only if those that the viewer may not open are about so many persons. */
export const FEWEST_PERSONS = 5;

/** And if all of them have the same grade, only if they are about so many: it tells the grade of each. */
export const FEWEST_UNANIMOUS = 10;

/** A grade or an answer that the viewer may not open, with its group in each of the tables that they are shown. */
export interface ClosedEntry {
  readonly person: string;
  readonly value: string | number;
  readonly groups: readonly string[];
}

/**
 * Whether these entries may be told together: none at all, five persons or more, and ten or more where all values are the same.
 * What may be told may also be told with others added to it.
 */
export function isEnough(entries: readonly Pick<ClosedEntry, 'person' | 'value'>[]): boolean {
  const [first] = entries;
  if (first === undefined) return true;
  const isUnanimous = entries.every(({ value }) => value === first.value);
  return personsIn(entries) >= (isUnanimous ? FEWEST_UNANIMOUS : FEWEST_PERSONS);
}

/** How many persons some entries are about. */
export function personsIn(entries: readonly Pick<ClosedEntry, 'person'>[]): number {
  return new Set(entries.map(({ person }) => person)).size;
}
