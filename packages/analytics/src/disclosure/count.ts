/** A round's answers by atom: the smallest group of people whose answers the report plan can tell apart. */
import {
  answerKey,
  askedItems,
  SUPERVISION_ROUTES,
  type Cell,
  type CountedBallot,
  type Instrument,
  type SupervisionRoute,
} from '@plumbline/domain/surveys';
import { columnsOf, ROUTE_COUNT, tabulateColumns, type QuestionTable } from '../surveys/index.ts';
import { countIndices } from './count-indices.ts';
import type { PlannedGroup, ReleasedQuestion, ReportPlan } from './release.ts';

/** A cell, or those of its people who took one route where the plan asks by route. */
export interface Atom {
  readonly cell: string;
  readonly route: SupervisionRoute | null;
  /** People in the cell: whoever took the route is among them. */
  readonly headCount: number;
}

/** A question's answers by atom. */
export interface CountedQuestion extends ReleasedQuestion {
  /** By atom: whether anybody there may have been asked. Everybody knows that from the form. */
  readonly isAsked: readonly boolean[];
  /** Replies that are counted, by atom. */
  readonly replies: Int32Array;
  /** By answer, then by atom. Empty for an index. */
  readonly counts: readonly Int32Array[];
  /** Of numbers and indices: sum and sum of squares by atom; null else. */
  readonly values: { readonly sums: Float64Array; readonly squares: Float64Array } | null;
  /** Of an index, by atom: people who answered all of its items; null else. */
  readonly complete: Int32Array | null;
}

export interface CountedRound {
  readonly cells: readonly Cell[];
  readonly atoms: readonly Atom[];
  /** Ballots by atom. */
  readonly replies: Int32Array;
  readonly questions: readonly CountedQuestion[];
  /** The indices as numbers from 0 to 100, keyed `index:` and the name. */
  readonly indices: readonly CountedQuestion[];
}

/** Whether any group of the plan goes by the route that people took. */
export function goesByRoute(plan: ReportPlan): boolean {
  return plan.breakdowns.some(({ groups }) => groups.some(({ routes }) => routes !== null));
}

/** Positions of a group's atoms. */
export function atomsOfGroup(group: PlannedGroup, atoms: readonly Atom[]): number[] {
  const cells = new Set(group.cells);
  return atoms.flatMap(({ cell, route }, i) =>
    cells.has(cell) && (group.routes === null || (route !== null && group.routes.includes(route))) ? [i] : [],
  );
}

/** Counts every question of the instrument that is not free text, and the indices. */
export function countRound(
  instrument: Instrument,
  cells: readonly Cell[],
  ballots: readonly CountedBallot[],
  isByRoute: boolean,
): CountedRound {
  const ids = cells.map((cell) => cell.id);
  const columns = columnsOf(instrument, ballots, ids);
  const tabulation = tabulateColumns(columns);
  const width = isByRoute ? 1 : ROUTE_COUNT;
  const routes = isByRoute ? SUPERVISION_ROUTES : [null];
  const atoms = cells.flatMap(({ id, headCount }) => routes.map((route): Atom => ({ cell: id, route, headCount })));
  const asked = cells.flatMap((cell) => routes.map((route) => askedIn(instrument, cell, route)));
  return {
    cells,
    atoms,
    replies: folded(tabulation.replies, 0, 1, width),
    questions: tabulation.tables.filter(isCounted).map((table) => questionOf(table, width, asked)),
    indices: countIndices(columns, width),
  };
}

/** Keys of everything that somebody of a cell may be asked, on one route or on any. */
function askedIn(instrument: Instrument, cell: Cell, route: SupervisionRoute | null): ReadonlySet<string> {
  const routes = route === null ? SUPERVISION_ROUTES : [route];
  return new Set(routes.flatMap((one) => askedItems(instrument, one, cell.roleFamilies).map(({ key }) => key)));
}

/** How often an answer was chosen at all is the sum over the places of a ranking, and not counted a second time. */
function isCounted({ question }: QuestionTable): boolean {
  return !(question.item.kind === 'ranking' && question.row === null);
}

function questionOf(
  { question, answered, counts, numbers }: QuestionTable,
  width: number,
  asked: readonly ReadonlySet<string>[],
): CountedQuestion {
  const { key, item, kind, answers, block } = question;
  const replies = folded(answered, 0, 1, width);
  const from = answerKey(item, block);
  const columns = answers.length;
  return {
    key,
    item: item.id,
    lineage: item.lineage,
    kind,
    isAboutSupervisor: item.isAboutSupervisor,
    isReversed: item.isReversed,
    answers,
    isAsked: asked.map((keys, atom) => keys.has(from) || (replies[atom] ?? 0) > 0),
    replies,
    counts: answers.map((_, answer) => folded(counts, answer, columns, width)),
    // Of bands that people chose from nobody knows the number.
    values:
      numbers === null || (item.kind === 'number' && item.bands !== null) ? null : valuesOf(numbers, answered.length, width),
    complete: null,
  };
}

/** Every `step`th number from `offset` on, added up `width` at a time. */
function folded(counts: Int32Array, offset: number, step: number, width: number): Int32Array {
  const size = counts.length / step / width;
  const sums = new Int32Array(size);
  for (let i = 0; i < size * width; i += 1) {
    const at = Math.floor(i / width);
    sums[at] = (sums[at] ?? 0) + (counts[i * step + offset] ?? 0);
  }
  return sums;
}

function valuesOf(numbers: NonNullable<QuestionTable['numbers']>, atomCount: number, width: number): CountedQuestion['values'] {
  const size = atomCount / width;
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  const { values, counts } = numbers;
  for (let i = 0; i < counts.length; i += 1) {
    const value = values[i % values.length] ?? 0;
    const at = Math.floor(i / values.length / width);
    const times = counts[i] ?? 0;
    sums[at] = (sums[at] ?? 0) + times * value;
    squares[at] = (squares[at] ?? 0) + times * value * value;
  }
  return { sums, squares };
}

/** Whether a counted question is one of the indices. */
export function isIndex({ key }: Pick<CountedQuestion, 'key'>): boolean {
  return key.startsWith('index:');
}
