import type { ImportProblem } from '@plumbline/analytics/wording';
import { formatDay, londonDay, parseInstant, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, kindOf, type AnyFact, type Column, type FactKindName, type FactValue } from '@plumbline/domain/facts';
import { CodeReader, type CodeMapping } from './map-codes.ts';
import type { ColumnMap } from './map-columns.ts';
import { problem } from './problems.ts';
import { readCell, type CellContext } from './read-cell.ts';
import { boundsFor, type Fault } from './read-date.ts';
import { readsLikeName } from './read-text.ts';
import { textOfCell } from './table/cell-text.ts';
import type { Cell, TableRow } from './table/table.ts';

/** One row as a fact, with every column of its kind. */
export interface ReadFact {
  readonly row: number;
  readonly values: AnyFact;
}

export interface ReadFactsOptions {
  readonly today: LocalDate;
  readonly codes?: readonly CodeMapping[] | undefined;
  /** In this file an end date is the day on which the next row begins, not the last day. */
  readonly endsAreNextStarts?: boolean | undefined;
}

/** Kinds about staff may name dates of long ago: a career began in '98, no open case did. */
const LONG_AGO: ReadonlySet<FactKindName> = new Set<FactKindName>(['person', 'post', 'registration', 'training']);

interface Reading extends CellContext {
  readonly index: number;
  readonly heading: string;
}

/** Reads rows of one file as facts of a kind. Problems of every cell are reported, never the first alone. */
export class FactReader {
  readonly codes: CodeReader;
  readonly #kind: FactKindName;
  readonly #readings: readonly Reading[];
  readonly #blank: AnyFact;
  readonly #endsAreNextStarts: boolean;
  /** Warnings that say the same of many rows: told once for each column, with a count. */
  readonly #repeated = new Map<string, { count: number; row: number; reading: Reading; fault: Fault; value: string }>();

  constructor(kind: FactKindName, map: ColumnMap, options: ReadFactsOptions) {
    this.#kind = kind;
    this.codes = new CodeReader(kind, options.codes ?? []);
    this.#readings = map.columns.flatMap(({ ours, theirs }, index) => {
      const column = ours === null ? undefined : kindOf(kind).columns[ours];
      if (ours === null || column === undefined) return [];
      return [{ ...contextOf(kind, ours, column, this.codes, toDay(options.today)), index, heading: theirs }];
    });
    this.#blank = Object.fromEntries(Object.keys(kindOf(kind).columns).map((name) => [name, null]));
    this.#endsAreNextStarts = options.endsAreNextStarts ?? false;
  }

  /** The fact of a row, or null where something keeps it out; problems are passed to `report`. */
  read({ row, cells }: TableRow, report: (item: ImportProblem) => void): ReadFact | null {
    const values: Record<string, FactValue> = { ...this.#blank };
    let isWhole = true;
    for (const reading of this.#readings) {
      const value = this.#readOne(row, cells[reading.index] ?? null, reading, report);
      if (value === undefined) isWhole = false;
      else values[reading.name] = value;
    }
    if (!isWhole) return null;
    if (this.#endsAreNextStarts) this.#endTheDayBefore(values);
    const problems = rowProblems(this.#kind, row, values);
    for (const item of problems) report(item);
    return problems.length > 0 ? null : { row, values };
  }

  /** The value of one cell; undefined where it keeps the row out. */
  #readOne(row: number, cell: Cell, reading: Reading, report: (item: ImportProblem) => void): FactValue | undefined {
    const read = readCell(cell, reading);
    const at = { row, column: reading.name, heading: reading.heading };
    if ('fault' in read) {
      // A name in place of a reference is refused so that it is not kept: it must not live on in the list of problems.
      const value = read.fault === 'name-not-number' || cell === null ? undefined : textOfCell(cell);
      report(problem(read.fault, read.params, { ...at, value }));
      return undefined;
    }
    if ('unmapped' in read) {
      for (const theirs of read.unmapped) {
        if (!this.codes.count(reading.name, theirs, row)) report(problem('code-unknown', {}, { ...at, value: theirs }));
      }
      return undefined;
    }
    if (read.warning !== undefined) this.#warn(row, reading, read.warning, textOfCell(cell), report);
    if (read.value !== null || !reading.column.isRequired) return read.value;
    report(problem('value-missing', {}, at));
    return undefined;
  }

  #warn(row: number, reading: Reading, warning: Fault, value: string, report: (item: ImportProblem) => void): void {
    if (warning.fault !== 'time-missing' && warning.fault !== 'word-for-nothing') {
      report(
        problem(warning.fault, warning.params, {
          row,
          column: reading.name,
          heading: reading.heading,
          value,
          severity: 'warning',
        }),
      );
      return;
    }
    const key = `${warning.fault} ${reading.name}`;
    const seen = this.#repeated.get(key);
    if (seen === undefined) this.#repeated.set(key, { count: 1, row, reading, fault: warning, value });
    else seen.count += 1;
  }

  /** Warnings that concern many rows, once each. To be asked for when all rows have been read. */
  repeatedWarnings(): ImportProblem[] {
    return [...this.#repeated.values()].map(({ count, reading, fault, value }) =>
      problem(fault.fault as 'time-missing', { count }, { column: reading.name, heading: reading.heading, value }),
    );
  }

  #endTheDayBefore(values: Record<string, FactValue>): void {
    const { interval } = kindOf(this.#kind);
    const end = interval === undefined ? null : values[interval.to];
    if (interval === undefined || typeof end !== 'string') return;
    const start = values[interval.from];
    // What began and ended on one day still held on that day.
    if (typeof start === 'string' && dayOfValue(start) === dayOfValue(end)) return;
    values[interval.to] = formatDay(dayOfValue(end) - 1);
  }
}

function contextOf(kind: FactKindName, name: string, column: Column, codes: CodeReader, today: Day): CellContext {
  return {
    name,
    column,
    codes,
    bounds: boundsFor(today, LONG_AGO.has(kind)),
    isReference: isReferenceColumn(kind, name, column),
    neverName: neverNameOf(kind, name, column),
  };
}

/** Whether a column holds a reference: one that points elsewhere, or one by which facts of this kind are known. */
export function isReferenceColumn(kind: FactKindName, name: string, column: Column): boolean {
  if (column.type === 'reference' || (column.type === 'list' && column.refersTo !== undefined)) return true;
  return column.type === 'text' && kindOf(kind).key.includes(name);
}

function neverNameOf(kind: FactKindName, name: string, column: Column): CellContext['neverName'] {
  const of = column.refersTo ?? (isReferenceColumn(kind, name, column) ? name : null);
  if (of === 'session') return 'supervision';
  return of === 'child' || of === 'family' || of === 'contact' || of === 'person' ? of : null;
}

/** The calendar date of a date or instant. */
export function dayOfValue(value: string): Day {
  const at = parseInstant(value);
  return at === null ? toDay(value) : londonDay(at);
}

/** Rules that hold within one row. */
function rowProblems(kind: FactKindName, row: number, values: AnyFact): ImportProblem[] {
  const problems: ImportProblem[] = [];
  for (const { from, to } of intervalsOf(kind)) {
    const start = values[from];
    const end = values[to];
    if (typeof start !== 'string' || typeof end !== 'string' || dayOfValue(end) >= dayOfValue(start)) continue;
    problems.push(
      problem('end-before-start', { from: formatDay(dayOfValue(start)), to: formatDay(dayOfValue(end)) }, { row, column: to }),
    );
  }
  if (kind === 'agreed-interval') problems.push(...agreedIntervalProblems(row, values));
  return problems;
}

/** The interval of a kind, and pairs of columns such as "studentFrom" and "studentTo". */
function intervalsOf(kind: FactKindName): readonly { from: string; to: string }[] {
  return INTERVALS.get(kind) ?? [];
}

const INTERVALS = new Map(
  FACT_KIND_NAMES.map((kind) => {
    const { interval, columns } = kindOf(kind);
    const pairs = Object.keys(columns)
      .filter((name) => name.endsWith('From'))
      .map((from) => ({ from, to: `${from.slice(0, -4)}To` }))
      .filter(({ to }) => columns[to] !== undefined);
    const all = interval === undefined ? pairs : [interval, ...pairs.filter(({ from }) => from !== interval.from)];
    return [kind, kind === 'person' ? [...all, { from: 'asyeFrom', to: 'asyePassedOn' }] : all] as const;
  }),
);

function agreedIntervalProblems(row: number, values: AnyFact): ImportProblem[] {
  const { days, months, subject, subjectKind } = values;
  const columns = '“Every … days” and “Every … months”';
  const problems: ImportProblem[] = [];
  if (days === null && months === null) problems.push(problem('needs-one-of', { columns }, { row }));
  if (days !== null && months !== null) problems.push(problem('only-one-of', { columns }, { row }));
  if (typeof subject === 'string' && readsLikeName(subject)) {
    problems.push(problem('name-not-number', { of: subjectKind === 'child' ? 'child' : 'person' }, { row, column: 'subject' }));
  }
  return problems;
}
