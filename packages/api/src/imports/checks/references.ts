import type { ImportProblem } from '@plumbline/analytics/wording';
import { toDay, type LocalDate } from '@plumbline/domain/calendar';
import { kindOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { Rule } from '@plumbline/domain/policy';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import type { ReadFact } from '../read-facts.ts';
import { asTyped } from '../write-facts.ts';

/** What a council's facts already hold. Asked in bulk, once for each kind that a file points to. */
export interface KnownFacts {
  /** Which of these references of a kind exist. */
  existing(kind: FactKindName, references: readonly string[]): ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** The rules of the council's policy, those of the newest version first; null where it has none yet. */
  rules?(): readonly Rule[] | null | Promise<readonly Rule[] | null>;
  /** The first day on which each child's case was open, where it is known. */
  casesOpenedOn?(children: readonly string[]): ReadonlyMap<string, LocalDate> | Promise<ReadonlyMap<string, LocalDate>>;
}

/** {@link KnownFacts} over sets in memory; a kind without a set is taken to hold nothing. */
export function knownFromSets(
  sets: Readonly<Partial<Record<FactKindName, ReadonlySet<string>>>>,
  openedOn: ReadonlyMap<string, LocalDate> = new Map(),
): KnownFacts {
  return {
    existing: (kind, references) => new Set(references.filter((reference) => sets[kind]?.has(reference) === true)),
    casesOpenedOn: () => openedOn,
  };
}

interface Pointed {
  readonly column: string;
  readonly to: FactKindName;
  readonly reference: string;
  readonly row: number;
  count: number;
}

/** How many references are asked about at a time. */
const ASKED_AT_ONCE = 5000;

/** References to people, teams, children … that nobody has imported, each told once with how often it occurs. */
export class ReferenceCheck implements FileCheck {
  readonly #kind: FactKindName;
  readonly #known: KnownFacts;
  readonly #pointed = new Map<string, Pointed>();
  /** Discussions by child: the earliest of each, with its row. */
  readonly #earliest = new Map<string, { on: LocalDate; row: number }>();

  constructor(kind: FactKindName, known: KnownFacts) {
    this.#kind = kind;
    this.#known = known;
  }

  add({ row, values }: ReadFact): readonly ImportProblem[] {
    for (const [column, { refersTo }] of Object.entries(kindOf(this.#kind).columns)) {
      if (refersTo === undefined) continue;
      const value = values[column];
      for (const reference of Array.isArray(value) ? value : [value])
        this.#point(column, refersTo as FactKindName, reference, row);
    }
    if (this.#kind === 'agreed-interval')
      this.#point('subject', values['subjectKind'] === 'child' ? 'child' : 'person', values['subject'], row);
    if (this.#kind === 'discussion') this.#noteDiscussion(row, values);
    return [];
  }

  #point(column: string, to: FactKindName, reference: unknown, row: number): void {
    if (typeof reference !== 'string') return;
    const key = `${column} ${to} ${reference}`;
    const seen = this.#pointed.get(key);
    if (seen === undefined) this.#pointed.set(key, { column, to, reference, row, count: 1 });
    else seen.count += 1;
  }

  #noteDiscussion(row: number, { child, discussedOn }: AnyFact): void {
    if (typeof child !== 'string' || typeof discussedOn !== 'string') return;
    const earliest = this.#earliest.get(child);
    if (earliest === undefined || discussedOn < earliest.on) this.#earliest.set(child, { on: discussedOn, row });
  }

  async finish(): Promise<readonly ImportProblem[]> {
    const problems: ImportProblem[] = [];
    for (const [to, pointed] of Map.groupBy(this.#pointed.values(), (item) => item.to)) {
      const existing = await this.#existing(to, pointed);
      for (const { column, reference, row, count } of pointed) {
        if (existing.has(reference)) continue;
        problems.push(problem('reference-unknown', { refersTo: kindOf(to).title, count }, { row, column, value: reference }));
      }
    }
    return [...problems, ...(await this.#discussedTooEarly())];
  }

  async #existing(to: FactKindName, pointed: readonly Pointed[]): Promise<Set<string>> {
    const references = [...new Set(pointed.map((item) => item.reference))];
    const existing = new Set<string>();
    for (let at = 0; at < references.length; at += ASKED_AT_ONCE) {
      for (const found of await this.#known.existing(to, references.slice(at, at + ASKED_AT_ONCE))) existing.add(found);
    }
    return existing;
  }

  async #discussedTooEarly(): Promise<ImportProblem[]> {
    if (this.#earliest.size === 0 || this.#known.casesOpenedOn === undefined) return [];
    const problems: ImportProblem[] = [];
    const opened = await this.#known.casesOpenedOn([...this.#earliest.keys()]);
    for (const [child, { on, row }] of this.#earliest) {
      const openedOn = opened.get(child);
      if (openedOn === undefined || toDay(on) >= toDay(openedOn)) continue;
      problems.push(problem('before-case-opened', { openedOn }, { row, column: 'discussedOn', value: asTyped(on) }));
    }
    return problems;
  }
}
