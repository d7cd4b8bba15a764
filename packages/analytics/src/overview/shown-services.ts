import type { LocalDate } from '@plumbline/domain/calendar';
import type { OverviewMonth, OverviewSource } from './views.ts';

/** A service stands by itself from so many people on, and a month of it from so many requirements on, or with none. */
const FEWEST_PEOPLE = 5;
const FEWEST_DUE = 5;

/** More lines than this nobody takes in at a glance. */
const MOST_LINES = 7;

/** Services that are shown as one, with what fell due in them. */
export interface ShownService {
  readonly name: string;
  readonly rows: readonly OverviewMonth[];
}

interface Group extends ShownService {
  readonly people: number;
}

/**
 * The services that may stand by themselves, and the others together. What is left out of every other line can be taken from that of the
 * whole council: so those that are too small are put together, with the next smallest of the rest until they are large enough, and where
 * nothing is large enough only the whole is shown. The largest come first.
 * Source: the rule of reports, five people and none or five requirements a month.
 */
export function shownServices({ rows, people, months }: Pick<OverviewSource, 'rows' | 'people' | 'months'>): ShownService[] {
  const groups = [...Map.groupBy(rows, ({ service }) => service)]
    .map(([name, own]): Group => ({ name, rows: own, people: people.get(name) ?? 0 }))
    .toSorted((a, b) => b.people - a.people || a.name.localeCompare(b.name, 'en-GB'));
  const standing = groups.filter((group) => stands(group, months));
  const pooled = groups.filter((group) => !standing.includes(group) && group.rows.some(({ due }) => due > 0));
  if (standing.length > MOST_LINES) pooled.push(...standing.splice(MOST_LINES - 1));
  while (pooled.length > 0 && !stands(together(pooled), months)) {
    const next = standing.pop();
    if (next === undefined) return [];
    pooled.push(next);
  }
  const shown = pooled.length === 0 ? standing : [...standing, together(pooled)];
  return shown.length < 2 ? [] : shown;
}

function together(groups: readonly Group[]): Group {
  const [only] = groups;
  if (only !== undefined && groups.length === 1 && only.name !== '') return only;
  return {
    name: 'Other services together',
    rows: groups.flatMap(({ rows }) => rows),
    people: groups.reduce((sum, { people }) => sum + people, 0),
  };
}

function stands({ people, rows }: Group, months: readonly LocalDate[]): boolean {
  return (
    people >= FEWEST_PEOPLE &&
    months.every((month) => {
      const due = rows.reduce((sum, row) => (row.month === month ? sum + row.due - row.excused : sum), 0);
      return due === 0 || due >= FEWEST_DUE;
    })
  );
}
