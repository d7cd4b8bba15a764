import { mergedMarks, type Mark } from './marks.ts';
import { directoryMarks, type NameBook } from './name-book.ts';
import { patternMarks } from './patterns.ts';

/**
 * What ought to be looked at in a comment, in the order of the rules: patterns first, then the names of staff, then titles with a
 * capital after them. These are proposals: no finder of names is equally good at all names, and a person decides about each.
 */
export function proposeMarks(text: string, book: NameBook): Mark[] {
  return mergedMarks([...patternMarks(text), ...directoryMarks(text, book)]);
}
