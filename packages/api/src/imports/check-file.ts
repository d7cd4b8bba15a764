import type { ImportProblem } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { factKey, kindOf, type FactKindName } from '@plumbline/domain/facts';
import { AuditResultCheck } from './checks/audit-results.ts';
import { ConfirmationCheck } from './checks/confirmations.ts';
import { ContextFigureCheck } from './checks/context-figures.ts';
import { IntervalCheck } from './checks/intervals.ts';
import { LineCheck } from './checks/lines.ts';
import { MomentCheck } from './checks/moments.ts';
import { ReferenceCheck, type KnownFacts } from './checks/references.ts';
import { JobShares } from './checks/job-shares.ts';
import { RowMarks } from './checks/row-marks.ts';
import { problem } from './problems.ts';
import type { ReadFact } from './read-facts.ts';

/** A part of the check of a file, fed row by row, with what only the whole file can tell at the end. */
export interface FileCheck {
  /** Problems of this fact by itself or beside earlier ones. */
  add(fact: ReadFact): readonly ImportProblem[];
  /** Problems that need all facts. */
  finish(): readonly ImportProblem[] | Promise<readonly ImportProblem[]>;
}

export type RowVerdict =
  /** A fact of its own. */
  | 'new'
  /** The same row again; kept once. */
  | 'repeated'
  /** The same post with the other of two who share its management: both rows are one fact, see {@link FileChecker.joined}. */
  | 'joined'
  /** Something is wrong with it. */
  | 'refused';

/**
 * Checks the facts of one file against one another and against what is known already. Holds a few bytes for each row, so
 * that the rows themselves can be passed on as they come.
 */
export class FileChecker {
  repeated = 0;
  readonly #kind: FactKindName;
  readonly #marks: RowMarks;
  /** The place of each key among the marks, and the rows in the same order. */
  readonly #seen = new Map<string, number>();
  readonly #rows: number[] = [];
  readonly #checks: readonly FileCheck[];
  readonly #shares = new JobShares();

  constructor(kind: FactKindName, { today, known }: { today: LocalDate; known: KnownFacts | null }) {
    this.#kind = kind;
    this.#marks = new RowMarks(kind);
    this.#checks = [
      new MomentCheck(kind, today),
      new IntervalCheck(kind),
      ...(kind === 'post' ? [new LineCheck()] : []),
      ...(kind === 'audit-result' ? [new AuditResultCheck()] : []),
      ...(kind === 'context-figure' ? [new ContextFigureCheck()] : []),
      ...(kind === 'confirmation' && known?.rules !== undefined ? [new ConfirmationCheck(() => known.rules?.() ?? null)] : []),
      ...(known === null ? [] : [new ReferenceCheck(kind, known)]),
    ];
  }

  /** Takes the next fact and says what is to become of it. */
  add(fact: ReadFact, report: (item: ImportProblem) => void): RowVerdict {
    const key = factKey(this.#kind, fact.values);
    this.#marks.take(fact.values);
    const earlier = this.#seen.get(key);
    if (earlier !== undefined) return this.#meetAgain(fact, key, earlier, report);
    this.#seen.set(key, this.#marks.keep());
    this.#rows.push(fact.row);
    if (this.#kind === 'post') this.#shares.note(key, fact.values);
    return this.#isRefused(fact, this.#checks, report) ? 'refused' : 'new';
  }

  #isRefused(fact: ReadFact, checks: readonly FileCheck[], report: (item: ImportProblem) => void): boolean {
    let isRefused = false;
    for (const check of checks) {
      for (const item of check.add(fact)) {
        report(item);
        if (item.severity === 'error') isRefused = true;
      }
    }
    return isRefused;
  }

  /** The fact that a row judged `joined` and the earlier one say together. */
  joined({ row, values }: ReadFact): ReadFact {
    return { row, values: this.#shares.join(factKey(this.#kind, values), values) };
  }

  /** What only the whole file can tell. */
  async finish(report: (item: ImportProblem) => void): Promise<void> {
    for (const check of this.#checks) for (const item of await check.finish()) report(item);
  }

  /** A row with the key of an earlier one: the same again, or at odds with it. */
  #meetAgain(fact: ReadFact, key: string, earlier: number, report: (item: ImportProblem) => void): RowVerdict {
    const names = this.#marks.differing(earlier);
    if (names.length === 0) {
      this.repeated += 1;
      return 'repeated';
    }
    const share = names.length === 1 && names[0] === 'lineManager' ? this.#shares.take(key, fact.values) : 'neither';
    if (share !== 'neither') {
      if (share === 'repeated') this.repeated += 1;
      // Its days are the earlier row's: only who it names is new.
      const others = this.#checks.filter((check) => !(check instanceof IntervalCheck));
      return share === 'joined' && this.#isRefused(fact, others, report) ? 'refused' : share;
    }
    report(this.#conflict(fact, names, this.#rows[earlier] ?? 0));
    return 'refused';
  }

  #conflict({ row, values }: ReadFact, names: readonly string[], otherRow: number): ImportProblem {
    const { columns } = kindOf(this.#kind);
    if (
      this.#kind === 'post' &&
      names.includes('lineManager') &&
      names.every((name) => name === 'lineManager' || name === 'isManagedByJobShare')
    ) {
      const { post, from, lineManager } = values;
      const params = {
        otherRow,
        post: String(post),
        from: String(from),
        managers: `${String(lineManager ?? 'nobody')} and another`,
        holders: 1 as const,
      };
      return problem('two-line-managers', params, { row, column: 'lineManager' });
    }
    const labels = names.map((name) => `“${columns[name]?.label ?? name}”`).join(', ');
    return problem('same-key', { otherRow, columns: labels }, { row });
  }
}
