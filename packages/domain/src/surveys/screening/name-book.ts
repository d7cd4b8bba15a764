/** The names of a council's staff, by which comments are looked through. It stays on the server: nobody is sent the list. */
import { NICKNAMES } from './nicknames.ts';
import type { Mark } from './marks.ts';

/** Names that are everyday words as well: marked only where they begin with a capital. */
const EVERYDAY: ReadonlySet<string> = new Set(
  `april art bean best bill bishop black bond brook brown bush care chance church cook cross day dean dawn drew english faith fair field
   fisher flint ford fox frank french gay gene good grace grant gray green guy hall hand harmony heath hill holly home hope hunt ivy
   jack joy june just king lane law lee little long love major mark may miles mill moor mercy nick noble old page park pat patience
   penny pope power price prudence rain ray read rich rob robin rose ruby rush sandy short skip small star stone sue summer sunny
   terry trinity violet walker wall ward way west white will wish wood woods young`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A capital alone says little at the beginning of a sentence; these begin too many to be worth marking there. */
const SENTENCE_BEGINNERS: ReadonlySet<string> = new Set([
  'will',
  'may',
  'just',
  'good',
  'best',
  'chance',
  'old',
  'home',
  'day',
  'care',
]);

export interface NameBook {
  /** Folded words that are somebody's given or family name, or a usual short form of one. */
  readonly words: ReadonlySet<string>;
  /** Folded beginnings of given names, three letters or more, marked only with a capital. */
  readonly beginnings: ReadonlySet<string>;
}

/** Makes the book from full names. */
export function nameBookOf(names: readonly string[]): NameBook {
  const words = new Set<string>();
  const beginnings = new Set<string>();
  for (const name of names) {
    const parts = name
      .split(/[\s.]+/)
      .map(folded)
      .filter((part) => part.length > 1);
    for (const part of parts) words.add(part);
    for (const half of parts.flatMap((part) => part.split('-'))) if (half.length > 2) words.add(half);
    const [given] = parts;
    if (given === undefined) continue;
    for (const nickname of NICKNAMES[given] ?? []) words.add(nickname);
    for (let length = 3; length < given.length; length += 1) beginnings.add(given.slice(0, length));
  }
  return { words, beginnings };
}

/** Small letters without accents, so that Siân is found as Sian. */
export function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’']/g, "'").toLowerCase();
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** Names of the book in a text; given and family name next to each other are one mark. */
export function directoryMarks(text: string, book: NameBook): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const word = found.replace(/['’]s$/u, '');
    if (!isName(word, isSentenceStart(text, match.index), book)) continue;
    const mark: Mark = { from: match.index, to: match.index + word.length, kind: 'name' };
    const last = marks.at(-1);
    if (last !== undefined && /^\s+$/.test(text.slice(last.to, mark.from))) marks[marks.length - 1] = { ...last, to: mark.to };
    else marks.push(mark);
  }
  return marks;
}

function isName(word: string, isFirst: boolean, { words, beginnings }: NameBook): boolean {
  const plain = folded(word);
  const hasCapital = /^\p{Lu}/u.test(word);
  if (words.has(plain)) return !EVERYDAY.has(plain) || (hasCapital && !(isFirst && SENTENCE_BEGINNERS.has(plain)));
  return hasCapital && !isFirst && beginnings.has(plain) && !EVERYDAY.has(plain);
}

function isSentenceStart(text: string, at: number): boolean {
  return /(?:^|[.!?:\n]["”’)]?)\s*["“‘(]?$/u.test(text.slice(0, at));
}
