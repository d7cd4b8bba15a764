import { hash } from 'node:crypto';
import type { ImportProblem } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { factKey, kindOf, type FactKindName } from '@plumbline/domain/facts';
import { IntervalCheck } from './checks/intervals.ts';
import { LineCheck } from './checks/lines.ts';
import { MomentCheck } from './checks/moments.ts';
import { ReferenceCheck, type KnownFacts } from './checks/references.ts';
import { problem } from './problems.ts';
import type { ReadFact } from './read-facts.ts';

interface Seen {
  readonly row: number;
  readonly digest: string;
  readonly marks: string;
}

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
  /** Something is wrong with it. */
  | 'refused';

/**
 * Checks the facts of one file against one another and against what is known already. Holds a few bytes for each row, so
 * that the rows themselves can be passed on as they come.
 */
export class FileChecker {
  repeated = 0;
  readonly #kind: FactKindName;
  readonly #seen = new Map<string, Seen>();
  readonly #checks: readonly FileCheck[];

  constructor(kind: FactKindName, { today, known }: { today: LocalDate; known: KnownFacts | null }) {
    this.#kind = kind;
    this.#checks = [
      new MomentCheck(kind, today),
      new IntervalCheck(kind),
      ...(kind === 'post' ? [new LineCheck()] : []),
      ...(known === null ? [] : [new ReferenceCheck(kind, known)]),
    ];
  }

  /** Takes the next fact and says what is to become of it. */
  add(fact: ReadFact, report: (item: ImportProblem) => void): RowVerdict {
    const key = factKey(this.#kind, fact.values);
    const digest = digestOf(fact);
    const earlier = this.#seen.get(key);
    if (earlier !== undefined && earlier.digest === digest) {
      this.repeated += 1;
      return 'repeated';
    }
    if (earlier !== undefined) {
      report(this.#conflict(fact, earlier));
      return 'refused';
    }
    this.#seen.set(key, { row: fact.row, digest, marks: marksOf(this.#kind, fact) });
    let isRefused = false;
    for (const check of this.#checks) {
      for (const item of check.add(fact)) {
        report(item);
        if (item.severity === 'error') isRefused = true;
      }
    }
    return isRefused ? 'refused' : 'new';
  }

  /** What only the whole file can tell. */
  async finish(report: (item: ImportProblem) => void): Promise<void> {
    for (const check of this.#checks) for (const item of await check.finish()) report(item);
  }

  #conflict(fact: ReadFact, earlier: Seen): ImportProblem {
    const { columns } = kindOf(this.#kind);
    const names = differing(this.#kind, earlier.marks, marksOf(this.#kind, fact));
    const labels = names.map((name) => `“${columns[name]?.label ?? name}”`).join(', ');
    if (this.#kind === 'post' && names.length === 1 && names[0] === 'lineManager') {
      const { post, from, lineManager } = fact.values;
      const params = { otherRow: earlier.row, post: String(post), from: String(from), managers: String(lineManager) };
      return problem('two-line-managers', params, { row: fact.row, column: 'lineManager' });
    }
    return problem('same-key', { otherRow: earlier.row, columns: labels }, { row: fact.row });
  }
}

/** The whole row in a few bytes: two rows with the same digest are the same row. */
function digestOf({ values }: ReadFact): string {
  return hash('sha256', JSON.stringify(values), 'base64');
}

const MARK_LENGTH = 2;

/** Two characters for each value: enough to name the columns in which two rows of one key differ, without keeping the rows. */
function marksOf(kind: FactKindName, { values }: ReadFact): string {
  let marks = '';
  for (const name of Object.keys(kindOf(kind).columns)) marks += markOf(values[name] ?? null);
  return marks;
}

/** The FNV-1a hash of a value's text, as two characters. */
function markOf(value: unknown): string {
  const text = JSON.stringify(value);
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return String.fromCharCode(sum >>> 16, sum & 0xffff);
}

function differing(kind: FactKindName, one: string, other: string): string[] {
  const at = (marks: string, index: number): string => marks.slice(index * MARK_LENGTH, (index + 1) * MARK_LENGTH);
  return Object.keys(kindOf(kind).columns).filter((_name, index) => at(one, index) !== at(other, index));
}
