/** A line that begins with a number, as questions do: `3)`, `3.`, `Q3:`, `Question 3 -`. */
const NUMBERED = /^(?:q(?:uestion)?\.?\s*)?(\d{1,2})\s*[).:–—-]\s*(\S.*)$/i;

/** `SupQ`, `Sup Q –`, `Supplementary question:` and the like. */
const SUPPLEMENTARY =
  /^\(?(?:sup(?:p|pl)?\.?\s*q(?:uestion|u)?\b\.?|supplementary\s+(?:q\b\.?|question)|follow[- ]?up\s+question)\s*\d{0,2}\s*[–—:.)-]*\s*(.*)$/i;

/** `A:`, `Ans -`, `Answer:`. */
const ANSWER = /^(?:a(?:ns(?:wer)?)?\s*:|ans(?:wer)?\s*[.–—-])\s*(.*)$/i;

/** How many numbers may be left out between two questions before a number is taken for something else. */
const WIDEST_GAP = 6;

export type Line =
  | { readonly kind: 'question'; readonly number: number; readonly asked: string; readonly rest: string }
  | { readonly kind: 'supplementary'; readonly words: string }
  | { readonly kind: 'answer'; readonly words: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'words'; readonly words: string };

/** What each line of a record is: a numbered question, a supplementary one, an answer to it, or words. */
export function readLines(lines: readonly string[]): Line[] {
  const read: Line[] = [];
  const parts = lines.flatMap(apart);
  const asks = lastAsking(parts);
  let last = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const line = parts[at] ?? '';
    const numbered = NUMBERED.exec(line);
    const number = Number(numbered?.[1] ?? 0);
    if (numbered !== null && isQuestion({ parts, asks }, at, number, last)) {
      last = number;
      const { asked, rest, taken } = wholeQuestion(numbered[2] ?? '', parts, at);
      at += taken;
      read.push({ kind: 'question', number, asked, rest });
    } else read.push(otherLine(line));
  }
  return read;
}

function otherLine(line: string): Line {
  if (line === '') return { kind: 'blank' };
  const supplementary = SUPPLEMENTARY.exec(line);
  if (supplementary !== null) return { kind: 'supplementary', words: supplementary[1] ?? '' };
  const answer = ANSWER.exec(line);
  if (answer !== null) return { kind: 'answer', words: answer[1] ?? '' };
  return { kind: 'words', words: line };
}

/** A supplementary question or an answer that stands behind something else on its line. */
function apart(line: string): string[] {
  return line.split(/(?<=[.?!])\s+(?=A:\s)|\s+(?=Sup(?:pl?)?\.?\s?Q(?:uestion)?\b\s*[–—:-])/);
}

interface Parts {
  readonly parts: readonly string[];
  readonly asks: ReadonlyMap<number, number>;
}

/** Where each number stands last on a line that asks something. */
function lastAsking(parts: readonly string[]): Map<number, number> {
  const asks = new Map<number, number>();
  for (const [at, line] of parts.entries()) {
    const number = NUMBERED.exec(line)?.[1];
    if (number !== undefined && hasQuestionMark(parts, at)) asks.set(Number(number), at);
  }
  return asks;
}

/** A number is a question's where it goes on from the last, and no later line with it is more of a question. */
function isQuestion({ parts, asks }: Parts, at: number, number: number, last: number): boolean {
  if (number <= last || number > last + WIDEST_GAP) return false;
  return hasQuestionMark(parts, at) || (asks.get(number) ?? -1) < at;
}

function hasQuestionMark(lines: readonly string[], at: number): boolean {
  if ((lines[at] ?? '').includes('?')) return true;
  const next = lines[at + 1] ?? '';
  return next.endsWith('?') && NUMBERED.exec(next) === null;
}

/** A question up to its last question mark, from the next line too where it goes on there; what follows is its answer. */
function wholeQuestion(
  first: string,
  lines: readonly string[],
  at: number,
): { readonly asked: string; readonly rest: string; readonly taken: number } {
  const next = lines[at + 1] ?? '';
  const goesOn = !first.includes('?') && next.endsWith('?') && otherLine(next).kind === 'words';
  const whole = goesOn ? `${first} ${next}` : first;
  const end = whole.lastIndexOf('?');
  const asked = end === -1 ? whole : whole.slice(0, end + 1);
  return { asked, rest: end === -1 ? '' : whole.slice(end + 1).trim(), taken: goesOn ? 1 : 0 };
}
