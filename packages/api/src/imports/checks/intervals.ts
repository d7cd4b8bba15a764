import type { ImportProblem } from '@plumbline/analytics/wording';
import { FAR_FUTURE, formatDay, type Day } from '@plumbline/domain/calendar';
import { kindOf, lineManagersOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import { dayOfValue, type ReadFact } from '../read-facts.ts';

interface Span {
  readonly row: number;
  readonly from: Day;
  readonly to: Day;
  /** For posts: who manages; for the rest empty. */
  readonly managers: string;
}

/**
 * Facts that may not hold on the same day: within the columns that the kind names, and, for allocations, two main
 * workers of one child. Days are inclusive at both ends.
 */
export class IntervalCheck implements FileCheck {
  readonly #kind: FactKindName;
  readonly #groups = new Map<string, Span[]>();

  constructor(kind: FactKindName) {
    this.#kind = kind;
  }

  add({ row, values }: ReadFact): readonly ImportProblem[] {
    const { interval } = kindOf(this.#kind);
    const columns = groupColumns(this.#kind, values);
    const start = interval === undefined ? null : values[interval.from];
    if (interval === undefined || columns === null || typeof start !== 'string') return [];
    const end = values[interval.to];
    const key = JSON.stringify(columns.map((name) => values[name] ?? null));
    const span: Span = {
      row,
      from: dayOfValue(start),
      to: typeof end === 'string' ? dayOfValue(end) : FAR_FUTURE,
      managers: this.#kind === 'post' ? lineManagersOf(values).toSorted().join(' and ') : '',
    };
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [span]);
    else group.push(span);
    return [];
  }

  finish(): readonly ImportProblem[] {
    const problems: ImportProblem[] = [];
    for (const [key, spans] of this.#groups) {
      if (spans.length < 2) continue;
      problems.push(...overlaps(spans).flatMap(([earlier, later]) => this.#problem(key, earlier, later)));
    }
    return problems;
  }

  #problem(key: string, earlier: Span, later: Span): ImportProblem[] {
    const from = formatDay(Math.max(earlier.from, later.from));
    const otherRow = earlier.row;
    const place = { row: later.row, column: kindOf(this.#kind).interval?.from ?? null };
    if (this.#kind === 'allocation') {
      // Handing over on one day is how cases change hands, not two workers at once.
      return earlier.to <= later.from ? [] : [problem('two-main-workers', { otherRow, from }, place)];
    }
    if (this.#kind === 'post') return postProblem(key, earlier, later, place, from);
    const to = earlier.to === FAR_FUTURE ? null : formatDay(earlier.to);
    return [problem('overlap', { otherRow, from: formatDay(earlier.from), to, isOneDay: earlier.to === later.from }, place)];
  }
}

/** One person holds one post on two rows at once. Two managers who share it hold it on the same dates: those rows are one. */
function postProblem(
  key: string,
  earlier: Span,
  later: Span,
  place: { row: number; column: string | null },
  from: string,
): ImportProblem[] {
  const post = String((JSON.parse(key) as unknown[])[1]);
  const otherRow = earlier.row;
  if (earlier.managers === later.managers) return [problem('same-post-twice', { otherRow, post, from }, place)];
  const managers = `${earlier.managers || 'nobody'} and ${later.managers || 'nobody'}`;
  return [problem('two-line-managers', { otherRow, post, from, managers, holders: 1 }, { ...place, column: 'lineManager' })];
}

/** The columns within which spans may not overlap; null where they may. */
function groupColumns(kind: FactKindName, values: AnyFact): readonly string[] | null {
  if (kind === 'allocation') return values['isSecondary'] === true ? null : ['child'];
  if (kind === 'post') return ['person', 'post'];
  return kindOf(kind).noOverlapBy ?? null;
}

/** Each span that begins before an earlier one has ended, with the one that lasts longest of those before it. */
function overlaps(spans: readonly Span[]): [earlier: Span, later: Span][] {
  const found: [Span, Span][] = [];
  const sorted = spans.toSorted((a, b) => a.from - b.from || a.row - b.row);
  let longest = sorted[0];
  for (const span of sorted.slice(1)) {
    if (longest !== undefined && span.from <= longest.to) found.push([longest, span]);
    if (longest === undefined || span.to > longest.to) longest = span;
  }
  return found;
}
