import type { ImportProblem, ImportProblemKind, ImportProblemParams } from '@plumbline/analytics/wording';

/** Kinds that keep nothing out: they are shown, and the row is read. */
const WARNINGS: ReadonlySet<ImportProblemKind> = new Set<ImportProblemKind>([
  'encoding-guessed',
  'sheets-not-read',
  'cells-merged',
  'heading-guessed',
  'word-for-nothing',
  'time-missing',
  'time-skipped',
  'post-shared',
  'two-main-workers',
  'before-event',
  'before-case-opened',
]);

/** Where a problem lies. Everything left out means the file, or the row, as a whole. */
export interface ProblemPlace {
  readonly row?: number | null;
  readonly column?: string | null;
  readonly heading?: string | undefined;
  readonly value?: string | undefined;
  readonly severity?: 'error' | 'warning';
}

/** Longest piece of a cell that a problem keeps. */
const VALUE_LENGTH = 80;

/** A problem of a kind at a place. Severity follows from the kind unless the place says otherwise. */
export function problem<Kind extends ImportProblemKind>(
  kind: Kind,
  params: ImportProblemParams[Kind],
  place: ProblemPlace = {},
): ImportProblem {
  const severity = place.severity ?? (WARNINGS.has(kind) ? 'warning' : 'error');
  return {
    kind,
    severity,
    row: place.row ?? null,
    column: place.column ?? null,
    ...(place.heading === undefined ? {} : { heading: place.heading }),
    ...(place.value === undefined ? {} : { value: readable(place.value) }),
    params,
  } as ImportProblem;
}

/** A cell's text cut to a length that fits a sentence, with nothing in it that a terminal or page could act on. */
function readable(value: string): string {
  const visible = value.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}]/gu, '�');
  return visible.length <= VALUE_LENGTH ? visible : `${visible.slice(0, VALUE_LENGTH - 1).toWellFormed()}…`;
}

/** Collects the problems of a file: counts all of them, keeps so many of each kind and column that the list stays readable. */
export class ProblemList {
  readonly kept: ImportProblem[] = [];
  errors = 0;
  warnings = 0;
  readonly #keepOfEach: number;
  readonly #seen = new Map<string, number>();

  constructor(keepOfEach: number) {
    this.#keepOfEach = keepOfEach;
  }

  add(item: ImportProblem): void {
    if (item.severity === 'error') this.errors += 1;
    else this.warnings += 1;
    const place = `${item.kind} ${item.column ?? ''}`;
    const seen = (this.#seen.get(place) ?? 0) + 1;
    this.#seen.set(place, seen);
    if (seen <= this.#keepOfEach) this.kept.push(item);
  }

  addAll(items: Iterable<ImportProblem>): void {
    for (const item of items) this.add(item);
  }

  /** What was kept, in the order of the file: the file as a whole first, then row by row. */
  inOrder(): ImportProblem[] {
    return this.kept.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
