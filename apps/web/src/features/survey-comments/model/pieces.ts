import { MARK_WORDS, type Mark, type MarkKind } from '@plumbline/domain/surveys';

/** A comment cut at its marks: plain words, and words that are to go. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly mark: Mark | null;
}

export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark.from > end) pieces.push({ from: end, text: text.slice(end, mark.from), mark: null });
    pieces.push({ from: mark.from, text: text.slice(mark.from, mark.to), mark });
    end = mark.to;
  }
  if (end < text.length) pieces.push({ from: end, text: text.slice(end), mark: null });
  return pieces;
}

/** Adds a mark in order; what it overlaps gives way to it. */
export function withMark(marks: readonly Mark[], added: Mark): Mark[] {
  return [...marks.filter(({ from, to }) => to <= added.from || from >= added.to), added].toSorted((a, b) => a.from - b.from);
}

export function withoutMark(marks: readonly Mark[], removed: Mark): Mark[] {
  return marks.filter(({ from }) => from !== removed.from);
}

/** Small letters in the same places: a letter such as İ, whose small form is longer, would move everything behind it. */
function small(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}

/** Where some words first stand in a comment outside what is marked already, without the spaces around them; null where they do not. */
export function placeOf(text: string, words: string, marks: readonly Mark[], kind: MarkKind): Mark | null {
  const wanted = words.trim();
  if (wanted === '') return null;
  const whole = small(text);
  for (let from = whole.indexOf(small(wanted)); from >= 0; from = whole.indexOf(small(wanted), from + 1)) {
    const to = from + wanted.length;
    if (!marks.some((mark) => mark.from < to && from < mark.to)) return { from, to, kind };
  }
  return null;
}

/** What each kind of mark is called in the list, without its brackets. */
export const MARK_LABELS = Object.entries(MARK_WORDS).map(([value, words]) => ({ value, label: words.slice(1, -1) }));
