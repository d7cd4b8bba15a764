import type { ImportProblem } from '@plumbline/analytics/wording';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { plainLetters, spellingDistance } from './close-spelling.ts';
import { problem } from './problems.ts';
import type { HeadingScore } from './table/table.ts';

export interface MappedColumn {
  /** The file's heading. */
  readonly theirs: string;
  /** The column it is read as; null where it is left out. */
  readonly ours: string | null;
  /** By what it was found; null where it was not. */
  readonly by: 'choice' | 'label' | 'name' | 'alias' | 'spelling' | null;
}

export interface ColumnMap {
  readonly columns: readonly MappedColumn[];
  /** Required columns that no heading is read as. */
  readonly missing: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** What a person has chosen: heading → column, or null to leave the heading out. */
export type ColumnChoices = Readonly<Record<string, string | null>>;

/**
 * Which heading is which column: first what a person chose, then our label, name and other known headings, last a
 * spelling that is nearly one of these. A column is given once; of two headings the better match has it.
 */
export function mapColumns(kind: FactKindName, headings: readonly string[], choices: ColumnChoices = {}): ColumnMap {
  const found = new Map<string, MappedColumn>();
  const taken = new Set<string>();
  const take = (theirs: string, ours: string | null, by: MappedColumn['by']): void => {
    found.set(theirs, { theirs, ours, by });
    if (ours !== null) taken.add(ours);
  };
  for (const heading of headings) {
    const choice = Object.hasOwn(choices, heading) ? choices[heading] : undefined;
    if (choice === null || (choice !== undefined && Object.hasOwn(kindOf(kind).columns, choice))) take(heading, choice, 'choice');
  }
  for (const by of ['label', 'name', 'alias', 'spelling'] as const) {
    for (const heading of headings) {
      if (found.has(heading)) continue;
      const match = bestMatch(kind, heading, by, taken);
      if (match !== null) take(heading, match, by);
    }
  }
  const columns = headings.map((theirs) => found.get(theirs) ?? { theirs, ours: null, by: null });
  const missing = Object.entries(kindOf(kind).columns)
    .filter(([name, column]) => column.isRequired && !taken.has(name))
    .map(([name]) => name);
  return { columns, missing, problems: problemsOf(columns, missing) };
}

function problemsOf(columns: readonly MappedColumn[], missing: readonly string[]): ImportProblem[] {
  const problems = missing.map((column) => problem('column-missing', {}, { column }));
  for (const { ours, theirs, by } of columns) {
    if (by === 'spelling') problems.push(problem('heading-guessed', {}, { column: ours, heading: theirs }));
  }
  const byOurs = Map.groupBy(
    columns.filter((column) => column.ours !== null),
    (column) => column.ours,
  );
  for (const [ours, several] of byOurs) {
    if (several.length > 1)
      problems.push(problem('column-twice', { headings: several.map((c) => `“${c.theirs}”`).join(', ') }, { column: ours }));
  }
  return problems;
}

interface KnownHeading {
  readonly column: string;
  readonly by: 'label' | 'name' | 'alias';
  readonly letters: string;
}

const KNOWN = new Map<FactKindName, readonly KnownHeading[]>();

function knownHeadings(kind: FactKindName): readonly KnownHeading[] {
  const ready = KNOWN.get(kind);
  if (ready !== undefined) return ready;
  const known = Object.entries(kindOf(kind).columns).flatMap(([column, { label, aliases }]): KnownHeading[] => [
    { column, by: 'label', letters: plainLetters(label) },
    { column, by: 'name', letters: plainLetters(column) },
    ...(aliases ?? []).map((alias) => ({ column, by: 'alias' as const, letters: plainLetters(alias) })),
  ]);
  KNOWN.set(kind, known);
  return known;
}

function bestMatch(
  kind: FactKindName,
  heading: string,
  by: 'label' | 'name' | 'alias' | 'spelling',
  taken: ReadonlySet<string>,
): string | null {
  const letters = plainLetters(heading);
  if (letters === '') return null;
  const known = knownHeadings(kind);
  if (by !== 'spelling')
    return known.find((item) => item.by === by && item.letters === letters && !taken.has(item.column))?.column ?? null;
  // Compared with taken columns too: a second "Supervisee" must not become the supervisor because that is spelt almost so.
  const nearest = closest(letters, known);
  return nearest === null || taken.has(nearest) ? null : nearest;
}

/** The one column whose heading is nearly this; null where none is, or where two are as near. */
function closest(letters: string, known: readonly KnownHeading[]): string | null {
  const most = letters.length >= 9 ? 2 : letters.length >= 6 ? 1 : 0;
  if (most === 0) return null;
  let best: string | null = null;
  let nearest = most + 1;
  let isShared = false;
  for (const { column, letters: other } of known) {
    const distance = spellingDistance(letters, other, most);
    if (distance > most || distance > nearest) continue;
    isShared = distance === nearest && column !== best;
    best = column;
    nearest = distance;
  }
  return isShared ? null : best;
}

/** How many cells of a row are headings of a kind: tells the heading row, the separator and the right sheet. */
export function headingScore(kind: FactKindName): HeadingScore {
  const known = new Set(knownHeadings(kind).map((item) => item.letters));
  return (cells) => new Set(cells.map(plainLetters).filter((letters) => letters !== '' && known.has(letters))).size;
}
