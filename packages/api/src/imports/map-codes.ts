import { kindOf, type Column, type FactKindName } from '@plumbline/domain/facts';
import { plainLetters } from './close-spelling.ts';

/** A council's own code and what it stands for here; null where nobody has said yet. */
export interface CodeMapping {
  readonly kind: FactKindName;
  readonly column: string;
  readonly theirs: string;
  readonly ours: string | null;
}

/** A code that stands for nothing yet, as the file first writes it, with how often and where it is first seen. */
export interface UnmappedCode {
  readonly column: string;
  readonly theirs: string;
  readonly count: number;
  readonly row: number;
}

/** More different codes than a person would map by hand: the wrong heading was chosen, and each is a problem of its row. */
const MOST_UNMAPPED = 300;
const LONGEST_CODE = 120;
const MOST_REMEMBERED = 5000;

/** Two spellings of a code are the same code if only case and spaces differ. */
export function codeLetters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Reads codes of one kind: what the council has mapped wins, then our code, then our label in any case and punctuation.
 * Whatever is left is collected, each value once with a count, to be mapped by a person.
 */
export class CodeReader {
  readonly #byColumn = new Map<string, Map<string, string>>();
  readonly #labels = new Map<string, Map<string, string>>();
  /** A file writes the same few codes over and over: the answers so far. */
  readonly #found = new Map<string, string | null>();
  readonly #distinct = new Map<string, number>();
  readonly #unmapped = new Map<string, { column: string; theirs: string; count: number; row: number }>();

  constructor(kind: FactKindName, mappings: readonly CodeMapping[]) {
    for (const [name, column] of Object.entries(kindOf(kind).columns)) {
      if (column.options !== undefined) this.#learn(name, column.options);
    }
    for (const { kind: of, column, theirs, ours } of mappings) {
      const options = of === kind ? kindOf(kind).columns[column]?.options : undefined;
      if (ours !== null && options !== undefined && Object.hasOwn(options, ours))
        this.#byColumn.get(column)?.set(codeLetters(theirs), ours);
    }
  }

  #learn(name: string, options: NonNullable<Column['options']>): void {
    this.#byColumn.set(name, new Map(Object.keys(options).map((code) => [codeLetters(code), code])));
    const labels = new Map(Object.entries(options).map(([code, label]) => [plainLetters(label), code]));
    for (const code of Object.keys(options)) if (!labels.has(plainLetters(code))) labels.set(plainLetters(code), code);
    this.#labels.set(name, labels);
  }

  /** Our code for theirs, or null. */
  find(column: string, theirs: string): string | null {
    const key = `${column} ${theirs}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const letters = plainLetters(theirs);
    const ours =
      this.#byColumn.get(column)?.get(codeLetters(theirs)) ??
      (letters === '' ? undefined : this.#labels.get(column)?.get(letters)) ??
      null;
    if (this.#found.size < MOST_REMEMBERED) this.#found.set(key, ours);
    return ours;
  }

  /** Counts a code without a meaning; false where there are so many that this is no column of codes. */
  count(column: string, theirs: string, row: number): boolean {
    const key = `${column} ${codeLetters(theirs)}`;
    const seen = this.#unmapped.get(key);
    if (seen !== undefined) {
      seen.count += 1;
      return true;
    }
    const distinct = this.#distinct.get(column) ?? 0;
    if (distinct >= MOST_UNMAPPED || theirs.length > LONGEST_CODE) return false;
    this.#distinct.set(column, distinct + 1);
    this.#unmapped.set(key, { column, theirs, count: 1, row });
    return true;
  }

  /** The unmapped codes, most frequent first. */
  unmapped(): UnmappedCode[] {
    return [...this.#unmapped.values()].toSorted((a, b) => b.count - a.count || a.row - b.row);
  }
}
