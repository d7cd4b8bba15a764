import type { ImportProblem } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { FactKindName } from '@plumbline/domain/facts';
import { FileChecker } from './check-file.ts';
import type { KnownFacts } from './checks/references.ts';
import type { ByteSource } from './file/byte-source.ts';
import { USUAL_LIMITS, type ImportLimits } from './limits.ts';
import type { CodeMapping, UnmappedCode } from './map-codes.ts';
import { headingScore, mapColumns, type ColumnChoices, type ColumnMap, type MappedColumn } from './map-columns.ts';
import { ProblemList } from './problems.ts';
import { FactReader, type ReadFact } from './read-facts.ts';
import { readTable } from './read-table.ts';
import type { Table, TableRow } from './table/table.ts';

export interface ImportOptions {
  readonly today: LocalDate;
  /** What a person has chosen for headings; the rest is guessed. */
  readonly columns?: ColumnChoices | undefined;
  /** The council's own codes and what they stand for. */
  readonly codes?: readonly CodeMapping[] | undefined;
  /** What the council's facts hold already; null or left out where references are checked elsewhere. */
  readonly known?: KnownFacts | null | undefined;
  /** In this file an end date is the day on which the next row begins, not the last day. */
  readonly endsAreNextStarts?: boolean | undefined;
  readonly limits?: ImportLimits | undefined;
  readonly onProgress?: ((progress: { readonly fraction: number; readonly rows: number }) => void) | undefined;
  /** Where given, facts are handed over as they are read and the plan holds none: the way to read a large file. */
  readonly onFacts?: ((facts: readonly ReadFact[]) => void | Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ImportCounts {
  /** Filled rows below the headings that were read as rows. */
  readonly rows: number;
  readonly facts: number;
  /** Rows that say the same as an earlier one. */
  readonly repeated: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface ImportPlan {
  readonly kind: FactKindName;
  /**
   * `refused`: the file cannot be read. `needs-columns`: a needed column has no heading. `has-problems`: something must be
   * mended. `needs-codes`: codes are left to map and nothing else is wrong. `ready`: it may be applied.
   */
  readonly state: 'refused' | 'needs-columns' | 'needs-codes' | 'has-problems' | 'ready';
  readonly format: 'csv' | 'xlsx' | null;
  readonly columns: readonly MappedColumn[];
  readonly facts: readonly ReadFact[];
  /** In the order of the file; of each kind in each column only so many, see `counts` for how many there are. */
  readonly problems: readonly ImportProblem[];
  readonly unmappedCodes: readonly UnmappedCode[];
  /** Headings that are left out, chosen or not. */
  readonly unmappedColumns: readonly string[];
  readonly counts: ImportCounts;
}

/**
 * Reads a whole file as facts of a kind and says what stands in the way of applying it. Pure but for reading `source`:
 * nothing is stored, and the same bytes with the same options give the same plan.
 */
export async function planImport(source: ByteSource, kind: FactKindName, options: ImportOptions): Promise<ImportPlan> {
  const limits = options.limits ?? USUAL_LIMITS;
  const problems = new ProblemList(limits.problemsOfEach);
  const opened = await readTable(source, { limits, score: headingScore(kind) });
  if (!opened.ok) {
    problems.addAll(opened.problems);
    return planOf(kind, 'refused', { problems });
  }
  const { table } = opened;
  const map = mapColumns(kind, table.headings, options.columns);
  problems.addAll(table.problems);
  problems.addAll(map.problems);
  if (map.problems.some((item) => item.severity === 'error')) return planOf(kind, 'needs-columns', { problems, table, map });
  return new Reading(kind, table, map, problems, options).run();
}

/** One pass over the rows of a file. */
class Reading {
  readonly #kind: FactKindName;
  readonly #table: Table;
  readonly #map: ColumnMap;
  readonly #problems: ProblemList;
  readonly #options: ImportOptions;
  readonly #reader: FactReader;
  readonly #checker: FileChecker;
  readonly #facts: ReadFact[] = [];
  #rows = 0;
  #count = 0;

  constructor(kind: FactKindName, table: Table, map: ColumnMap, problems: ProblemList, options: ImportOptions) {
    this.#kind = kind;
    this.#table = table;
    this.#map = map;
    this.#problems = problems;
    this.#options = options;
    this.#reader = new FactReader(kind, map, options);
    this.#checker = new FileChecker(kind, { today: options.today, known: options.known ?? null });
  }

  async run(): Promise<ImportPlan> {
    const report = (item: ImportProblem): void => this.#report(item);
    for await (const batch of this.#table.batches()) {
      this.#options.signal?.throwIfAborted();
      batch.problems.forEach(report);
      this.#rows += batch.rows.length;
      await this.#hand(this.#read(batch.rows));
      this.#options.onProgress?.({ fraction: batch.progress, rows: this.#rows });
    }
    this.#reader.repeatedWarnings().forEach(report);
    await this.#checker.finish(report);
    return this.#plan();
  }

  #read(rows: readonly TableRow[]): ReadFact[] {
    const report = (item: ImportProblem): void => this.#report(item);
    const facts: ReadFact[] = [];
    for (const row of rows) {
      const fact = this.#reader.read(row, report);
      if (fact === null) continue;
      const verdict = this.#checker.add(fact, report);
      if (verdict === 'new') facts.push(fact);
      if (verdict === 'joined') facts.push(this.#checker.joined(fact));
    }
    return facts;
  }

  async #hand(facts: readonly ReadFact[]): Promise<void> {
    this.#count += facts.length;
    if (facts.length === 0) return;
    if (this.#options.onFacts === undefined) for (const fact of facts) this.#facts.push(fact);
    else await this.#options.onFacts(facts);
  }

  /** Keeps a problem, with the file's own heading for the column where it has one. */
  #report(item: ImportProblem): void {
    const heading =
      item.heading ?? this.#map.columns.find((column) => column.ours !== null && column.ours === item.column)?.theirs;
    this.#problems.add(heading === undefined ? item : { ...item, heading });
  }

  #plan(): ImportPlan {
    const unmapped = this.#reader.codes.unmapped();
    const state = this.#problems.errors > 0 ? 'has-problems' : unmapped.length > 0 ? 'needs-codes' : 'ready';
    return planOf(this.#kind, state, {
      problems: this.#problems,
      table: this.#table,
      map: this.#map,
      facts: this.#facts,
      unmapped,
      rows: this.#rows,
      count: this.#count,
      repeated: this.#checker.repeated,
    });
  }
}

interface PlanParts {
  readonly problems: ProblemList;
  readonly table?: Table;
  readonly map?: ColumnMap;
  readonly facts?: readonly ReadFact[];
  readonly unmapped?: readonly UnmappedCode[];
  readonly rows?: number;
  readonly count?: number;
  readonly repeated?: number;
}

function planOf(kind: FactKindName, state: ImportPlan['state'], parts: PlanParts): ImportPlan {
  const { problems, table, map, facts = [], unmapped = [], rows = 0, count = 0, repeated = 0 } = parts;
  return {
    kind,
    state,
    format: table?.format ?? null,
    columns: map?.columns ?? [],
    facts,
    problems: problems.inOrder(),
    unmappedCodes: unmapped,
    unmappedColumns: (map?.columns ?? []).filter((column) => column.ours === null).map((column) => column.theirs),
    counts: { rows, facts: count, repeated, errors: problems.errors, warnings: problems.warnings },
  };
}
