import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.ts';

/** The typeface of the pages, embedded in documents. Its licence (SIL Open Font License) lets it be. */
const TYPEFACE = '@fontsource/atkinson-hyperlegible-next';
const WEIGHTS = { regular: 400, bold: 700 } as const;
const PARTS = ['latin', 'latin-ext'] as const;

/** Stands for what the typeface does not have; the document says what was meant. */
const STAND_IN = '?';

export type Weight = keyof typeof WEIGHTS;

/** A stretch of text that one font file has. */
export interface Run {
  readonly font: string;
  readonly text: string;
  /** What is meant, where the typeface does not have it. */
  readonly actual: string | null;
}

export interface Fonts {
  /** A text in stretches, each in the font that has its characters. */
  runsOf(text: string, weight: Weight): Run[];
  /** In points. */
  widthOf(text: string, weight: Weight, size: number): number;
}

/** The font behind a name, as the library holds it once it is opened. */
interface OpenedFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } };
}

/** Opens the typeface for a document. Font files that nothing is written with are not embedded. */
export function openFonts(doc: PDFKit.PDFDocument): Fonts {
  const has = new Map<string, (point: number) => boolean>();
  for (const weight of ['regular', 'bold'] as const)
    for (const part of PARTS) {
      doc.registerFont(`${weight} ${part}`, fontOf(weight, part));
      const { font } = (doc.font(`${weight} ${part}`) as unknown as OpenedFont)._font;
      has.set(`${weight} ${part}`, (point) => font.hasGlyphForCodePoint(point));
    }
  const runsOf = (text: string, weight: Weight): Run[] => runsWith(text.normalize('NFC'), weight, has);
  const widths = new Map<string, number>();
  const widthAtOne = (word: string, weight: Weight): number => {
    const known = widths.get(`${weight} ${word}`);
    if (known !== undefined) return known;
    const width = runsOf(word, weight).reduce((sum, run) => sum + doc.font(run.font).fontSize(1).widthOfString(run.text), 0);
    widths.set(`${weight} ${word}`, width);
    return width;
  };
  return {
    runsOf,
    widthOf: (text, weight, size) => text.split(/(?<= )/).reduce((sum, word) => sum + widthAtOne(word, weight), 0) * size,
  };
}

/** Fonts as they are needed first; they are read once. */
const read = new Map<string, Buffer>();

function fontOf(weight: Weight, part: (typeof PARTS)[number]): Buffer {
  const file = `${TYPEFACE}/files/atkinson-hyperlegible-next-${part}-${WEIGHTS[weight]}-normal.woff`;
  const known = read.get(file);
  if (known !== undefined) return known;
  const font = unpackWoff(readFileSync(createRequire(import.meta.url).resolve(file)));
  read.set(file, font);
  return font;
}

function runsWith(text: string, weight: Weight, has: ReadonlyMap<string, (point: number) => boolean>): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const found = PARTS.map((part) => `${weight} ${part}`).find(
      (font) => has.get(font)?.(character.codePointAt(0) ?? 0) === true,
    );
    const last = runs.at(-1);
    if (found === undefined) runs.push({ font: `${weight} latin`, text: STAND_IN, actual: character });
    else if (last?.font === found && last.actual === null) runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ font: found, text: character, actual: null });
  }
  return runs;
}
