/** Counts of a round's answers: question by question, cell by cell, by the route that people took. */
import { SUPERVISION_ROUTES, type CountedBallot, type Instrument, type SupervisionRoute } from '@plumbline/domain/surveys';
import { columnsOf, NOT_APPLICABLE, type AnswerColumns, type Column } from './columns.ts';
import type { Question, QuestionKey } from './questions.ts';

/** The smallest groups that are counted apart: a cell's people who took one route. */
export const ROUTE_COUNT = SUPERVISION_ROUTES.length;

export interface QuestionTable {
  readonly question: Question;
  /** Replies with an answer, atom by atom: the base of every percentage. Without "does not apply". */
  readonly answered: Int32Array;
  /** Replies that said that it does not apply, or that they do not know a number. */
  readonly notApplicable: Int32Array;
  /** Atom × answers + answer. Of several answers a reply counts in each that it chose. */
  readonly counts: Int32Array;
  /** Of numbers: which numbers occur, from the smallest, and how often: atom × numbers + number. */
  readonly numbers: { readonly values: Int32Array; readonly counts: Int32Array } | null;
}

export interface Tabulation {
  readonly cells: readonly string[];
  /** Cells × 4 routes; atom = cell × 4 + route. */
  readonly atomCount: number;
  /** Replies in each atom. */
  readonly replies: Int32Array;
  readonly tables: readonly QuestionTable[];
}

/** Counts a round's answers. Cells in the order given, else by their ids; see `columnsOf`. */
export function tabulate(instrument: Instrument, ballots: readonly CountedBallot[], cells?: readonly string[]): Tabulation {
  return tabulateColumns(columnsOf(instrument, ballots, cells));
}

/** Counts answers that are laid out already. */
export function tabulateColumns(columns: AnswerColumns): Tabulation {
  const atomCount = columns.cells.length * ROUTE_COUNT;
  const replies = new Int32Array(atomCount);
  for (const atom of columns.atoms) replies[atom] = (replies[atom] ?? 0) + 1;
  return {
    cells: columns.cells,
    atomCount,
    replies,
    tables: columns.columns.map((column) => countColumn(column, columns.atoms, atomCount)),
  };
}

function countColumn(column: Column, atoms: Uint16Array, atomCount: number): QuestionTable {
  const width = column.question.answers.length;
  const byCode = new Int32Array(atomCount * 256);
  const { codes } = column;
  for (let i = 0; i < codes.length; i += 1) {
    const at = (atoms[i] ?? 0) * 256 + (codes[i] ?? 0);
    byCode[at] = (byCode[at] ?? 0) + 1;
  }
  const answered = new Int32Array(atomCount);
  const notApplicable = new Int32Array(atomCount);
  const counts = new Int32Array(atomCount * width);
  for (let atom = 0; atom < atomCount; atom += 1) {
    notApplicable[atom] = byCode[atom * 256 + NOT_APPLICABLE] ?? 0;
    for (let answer = 0; answer < width; answer += 1) {
      const count = byCode[atom * 256 + answer + 1] ?? 0;
      counts[atom * width + answer] = count;
      answered[atom] = (answered[atom] ?? 0) + count;
    }
  }
  if (column.bits !== null) countBits(column.bits, atoms, width, counts);
  return { question: column.question, answered, notApplicable, counts, numbers: countNumbers(column, atoms, atomCount) };
}

/** Of several answers: the code says only that there is one, the bits say which. */
function countBits(bits: Uint32Array, atoms: Uint16Array, width: number, counts: Int32Array): void {
  counts.fill(0);
  for (let i = 0; i < bits.length; i += 1) {
    const at = (atoms[i] ?? 0) * width;
    for (let left = bits[i] ?? 0; left !== 0; left &= left - 1) {
      const answer = at + 31 - Math.clz32(left & -left);
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
  }
}

function countNumbers(column: Column, atoms: Uint16Array, atomCount: number): QuestionTable['numbers'] {
  const { codes, numbers } = column;
  if (numbers === null) return null;
  const seen = new Set<number>();
  for (let i = 0; i < numbers.length; i += 1) if (isCounted(codes[i])) seen.add(numbers[i] ?? 0);
  const values = Int32Array.from(seen).sort();
  const place = new Map(Array.from(values, (value, i) => [value, i]));
  const counts = new Int32Array(atomCount * values.length);
  for (let i = 0; i < numbers.length; i += 1) {
    if (!isCounted(codes[i])) continue;
    const at = (atoms[i] ?? 0) * values.length + (place.get(numbers[i] ?? 0) ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { values, counts };
}

function isCounted(code: number | undefined): boolean {
  return code !== undefined && code > 0 && code < NOT_APPLICABLE;
}

/** People whose answers are added up: some cells, and of them some routes (null: all). */
export interface Group {
  readonly cells: readonly string[];
  readonly routes: readonly SupervisionRoute[] | null;
}

/** The atoms of a group; a cell that the round does not have stops it. */
export function atomsOf(tabulation: Pick<Tabulation, 'cells'>, group: Group): number[] {
  const routes = group.routes === null ? SUPERVISION_ROUTES : SUPERVISION_ROUTES.filter((route) => group.routes?.includes(route));
  return [...new Set(group.cells)].flatMap((cell) => {
    const at = tabulation.cells.indexOf(cell);
    if (at < 0) throw new RangeError(`The round has no cell ${cell}.`);
    return routes.map((route) => at * ROUTE_COUNT + SUPERVISION_ROUTES.indexOf(route));
  });
}

/** What a group said to one question. */
export interface GroupCounts {
  /** The base: replies with an answer. */
  readonly base: number;
  readonly notApplicable: number;
  /** By the question's answers, in their order. */
  readonly counts: readonly number[];
  /** Median of the numbers, halfway between two where they fall between; null where it is no number or nobody answered. */
  readonly median: number | null;
}

/** Adds up a question over atoms. */
export function countsOf(table: QuestionTable, atoms: readonly number[]): GroupCounts {
  const width = table.question.answers.length;
  const counts = Array.from({ length: width }, (_, answer) =>
    atoms.reduce((sum, atom) => sum + (table.counts[atom * width + answer] ?? 0), 0),
  );
  const base = atoms.reduce((sum, atom) => sum + (table.answered[atom] ?? 0), 0);
  const notApplicable = atoms.reduce((sum, atom) => sum + (table.notApplicable[atom] ?? 0), 0);
  return { base, notApplicable, counts, median: table.numbers === null ? null : medianOf(table.numbers, atoms, base) };
}

function medianOf(numbers: NonNullable<QuestionTable['numbers']>, atoms: readonly number[], base: number): number | null {
  if (base === 0) return null;
  const { values, counts } = numbers;
  const at = (rank: number): number => {
    let below = 0;
    for (let i = 0; i < values.length; i += 1) {
      for (const atom of atoms) below += counts[atom * values.length + i] ?? 0;
      if (below >= rank) return values[i] ?? 0;
    }
    return values.at(-1) ?? 0;
  };
  return (at(Math.floor((base + 1) / 2)) + at(Math.floor(base / 2) + 1)) / 2;
}

/** The table of a question, or null where the form does not ask it. */
export function findTable(tabulation: Tabulation, key: QuestionKey): QuestionTable | null {
  return tabulation.tables.find((table) => table.question.key === key) ?? null;
}
