/** A part of a document: its lines from a heading to the next one. */
export interface FoundClause {
  /** The number under which it was found: that of the clause, or of the nearest part around it. */
  readonly number: string;
  readonly isExact: boolean;
  readonly lines: readonly string[];
}

/** More than anybody reads beside a rule. */
const MOST_LINES = 60;
/** Longer lines are sentences, not headings. */
const LONGEST_HEADING = 200;

/**
 * Finds a clause in a text by its number: "6.2", "section 11, table", "2.3(b)". Where it is not there by itself, the nearest
 * part around it is taken (6 for 6.2); null where there is none. Tables of contents are passed over.
 */
export function findClause(text: string, clause: string): FoundClause | null {
  const wanted = /\d+(?:\.\d+)*/.exec(clause)?.[0];
  if (wanted === undefined) return null;
  const lines = text.split('\n').map((line) => line.trim());
  const numbers = lines.map(numberOf);
  const parts = wanted.split('.');
  for (let kept = parts.length; kept > 0; kept -= 1) {
    const number = parts.slice(0, kept).join('.');
    const at = placeOf(lines, numbers, number);
    if (at !== null) return { number, isExact: kept === parts.length, lines: linesFrom(lines, numbers, at, number) };
  }
  return null;
}

/** The number that a line begins with, where it looks like a heading or a numbered paragraph. */
function numberOf(line: string): string | null {
  const match = /^(?:(?:section|clause|paragraph|part|appendix)\s+)?(\d{1,3}(?:\.\d{1,3})*)[.):]?(?=\s|$)/i.exec(line);
  return match?.[1] ?? null;
}

function isContents(line: string): boolean {
  return /(?:\.{3,}|\s{2,}|\t|…)\s*\d{1,3}$/.test(line);
}

/** The place of a number: the first that is not in a table of contents, or the last of all. */
function placeOf(lines: readonly string[], numbers: readonly (string | null)[], number: string): number | null {
  const places = numbers.flatMap((found, i) => (found === number ? [i] : []));
  // By length first: over a line without end the pattern would run for hours.
  const headings = places.filter((i) => (lines[i] ?? '').length <= LONGEST_HEADING && !isContents(lines[i] ?? ''));
  return headings[0] ?? places.at(-1) ?? null;
}

/** The lines from a heading to the next of the same or a higher rank. */
function linesFrom(lines: readonly string[], numbers: readonly (string | null)[], at: number, number: string): string[] {
  const rank = number.split('.').length;
  const found: string[] = [];
  for (let i = at; i < lines.length && found.length < MOST_LINES; i += 1) {
    const other = i === at ? null : numbers[i];
    if (typeof other === 'string' && other.split('.').length <= rank && follows(other, number)) break;
    const line = lines[i] ?? '';
    if (line !== '') found.push(line);
  }
  return found;
}

/** Whether a number comes after another, as the next heading does: a list that starts again at 1 inside a part does not. */
function follows(later: string, earlier: string): boolean {
  const [a, b] = [later.split('.').map(Number), earlier.split('.').map(Number)];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
