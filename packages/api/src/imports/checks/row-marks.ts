import { kindOf, type AnyFact, type FactKindName, type FactValue } from '@plumbline/domain/facts';

/** 16-bit numbers for each value: 48 bits, so that two rows with the same marks are the same row. */
const WIDTH = 3;

/**
 * A few bytes for each value of each row of a file, in one growing array. They tell the same row from a changed one, and
 * in which columns it changed, without keeping the rows.
 */
export class RowMarks {
  readonly #names: readonly string[];
  readonly #latest: Uint16Array;
  #kept: Uint16Array;
  #count = 0;

  constructor(kind: FactKindName) {
    this.#names = Object.keys(kindOf(kind).columns);
    this.#latest = new Uint16Array(this.#names.length * WIDTH);
    this.#kept = new Uint16Array(this.#latest.length * 1024);
  }

  /** Works out the marks of a row, for {@link keep} or {@link differing}. */
  take(values: AnyFact): void {
    this.#names.forEach((name, index) => this.#mark(values[name] ?? null, index * WIDTH));
  }

  /** Keeps the marks last taken; returns the number under which they are found. */
  keep(): number {
    const at = this.#count * this.#latest.length;
    if (at + this.#latest.length > this.#kept.length) {
      const larger = new Uint16Array(this.#kept.length * 2);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    this.#kept.set(this.#latest, at);
    this.#count += 1;
    return this.#count - 1;
  }

  /** The columns in which the row last taken differs from a kept one; none where it is the same row. */
  differing(kept: number): string[] {
    const from = kept * this.#latest.length;
    return this.#names.filter((_name, index) => {
      const at = index * WIDTH;
      for (let part = at; part < at + WIDTH; part += 1) if (this.#latest[part] !== this.#kept[from + part]) return true;
      return false;
    });
  }

  /** Two FNV-1a sums of a value's text, one of its letters and one of its letters and their places. */
  #mark(value: FactValue, at: number): void {
    const text =
      value === null
        ? ''
        : typeof value === 'string'
          ? `"${value}`
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value);
    let one = 0x811c9dc5;
    let two = 0x01000193;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ (code + index), 0x85ebca6b);
    }
    this.#latest[at] = one >>> 16;
    this.#latest[at + 1] = one & 0xffff;
    this.#latest[at + 2] = two >>> 16;
  }
}
