/** One level of a numbered list of a Word document. */
export interface NumberLevel {
  readonly start: number;
  /** `decimal`, `lowerLetter`, `bullet` … */
  readonly format: string;
  /** `%1.%2` and the like: what stands before the paragraph. */
  readonly text: string;
}

/** Lists by the number that paragraphs name them by. */
export type Numbering = ReadonlyMap<string, { readonly list: string; readonly levels: ReadonlyMap<number, NumberLevel> }>;

/**
 * Counts numbered paragraphs as Word does: the numbers of headings are not in the text of a document but follow from the
 * list and level of each paragraph.
 */
export class NumberCounter {
  private readonly numbering: Numbering;
  private readonly counts = new Map<string, number[]>();

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  /** What stands before the next paragraph of a list at a level; empty where there is no such list. */
  next(numberId: string, level: number): string {
    const found = this.numbering.get(numberId);
    const own = found?.levels.get(level);
    if (found === undefined || own === undefined) return '';
    const counts = this.counts.get(found.list) ?? [];
    this.counts.set(found.list, counts);
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
    counts.length = level + 1;
    return own.text.replaceAll(/%(\d)/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const of = found.levels.get(at);
      return of === undefined ? '' : written(counts[at] ?? of.start, of.format);
    });
  }
}

function written(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count).toLowerCase();
    case 'upperLetter':
      return letters(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** A, B … Z, AA, BB as Word writes them. */
function letters(count: number): string {
  const at = (count - 1) % 26;
  return String.fromCharCode(65 + at).repeat(Math.min(10, Math.floor((count - 1) / 26) + 1));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let left = Math.min(count, 399);
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}
