import type { ByteSource } from '../file/byte-source.ts';
import { ArchiveError, readEntry, type Allowance, type ZipEntry } from './zip-archive.ts';
import { attributeOf, XmlScanner, type XmlHandler } from './xml-scanner.ts';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

/** What the sheets of a workbook share: its texts, which number formats are dates, and from which year days count. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly texts: readonly string[];
  /** By cell style: whether its number format shows a date. */
  readonly showsDate: readonly boolean[];
  readonly countsFrom1904: boolean;
}

const SILENT: XmlHandler = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Reads the parts that the rows refer to. */
export async function readWorkbook(source: ByteSource, entries: readonly ZipEntry[], allowance: Allowance): Promise<Workbook> {
  const part = (name: string): ZipEntry | undefined => entries.find((entry) => entry.name === name);
  const book = part('xl/workbook.xml');
  if (book === undefined) throw new ArchiveError('damaged', 'no workbook');
  const targets = new Map<string, string>();
  const scan = async (entry: ZipEntry | undefined, handler: Partial<XmlHandler>): Promise<void> => {
    if (entry === undefined) return;
    const scanner = new XmlScanner({ ...SILENT, ...handler });
    for await (const { text } of readEntry(source, entry, allowance)) scanner.write(text);
    scanner.end();
  };
  await scan(part('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributeOf(attributes, 'Id') ?? '', attributeOf(attributes, 'Target') ?? '');
    },
  });
  const listed = new SheetList(targets, entries);
  await scan(book, listed);
  // Without its texts or styles a workbook would read as empty cells and bare numbers: a part that is named must be there.
  const related = (name: string): ZipEntry | undefined => {
    const target = [...targets.values()].find((candidate) => candidate.toLowerCase().endsWith(name));
    const entry = target === undefined ? undefined : part(pathOf(target));
    if (target !== undefined && entry === undefined) throw new ArchiveError('damaged', `no part ${target}`);
    return entry;
  };
  const styles = new StyleList();
  await scan(related('styles.xml'), styles);
  const texts = new TextList();
  await scan(related('sharedstrings.xml'), texts);
  return { sheets: listed.sheets, texts: texts.texts, showsDate: styles.showsDate, countsFrom1904: listed.countsFrom1904 };
}

/** A relationship's target as a path in the archive. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

class SheetList {
  readonly sheets: Sheet[] = [];
  countsFrom1904 = false;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #entries: readonly ZipEntry[];

  constructor(targets: ReadonlyMap<string, string>, entries: readonly ZipEntry[]) {
    this.#targets = targets;
    this.#entries = entries;
  }

  readonly open = (name: string, attributes: string): void => {
    if (name === 'workbookPr') this.countsFrom1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const path = pathOf(this.#targets.get(attributeOf(attributes, 'id') ?? '') ?? '');
    const entry = this.#entries.find((candidate) => candidate.name === path);
    // A chart sheet has no rows; anything else that is listed and missing makes the archive a damaged one.
    if (entry === undefined) throw new ArchiveError('damaged', `no part ${path}`);
    if (!path.includes('worksheets/')) return;
    const state = attributeOf(attributes, 'state') ?? 'visible';
    this.sheets.push({ name: attributeOf(attributes, 'name') ?? path, isHidden: state !== 'visible', entry });
  };
}

/** Number formats that are dates without saying how (ECMA-376, part 1, 18.8.30, with the East Asian ones). */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  );
}

function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dmyhs]/i.test(bare) && !/^general$/i.test(bare);
}

class StyleList {
  readonly showsDate: boolean[] = [];
  readonly #formats = new Map<number, boolean>();
  #isInCells = false;

  readonly open = (name: string, attributes: string): void => {
    if (name === 'numFmt')
      this.#formats.set(Number(attributeOf(attributes, 'numFmtId')), showsDate(attributeOf(attributes, 'formatCode') ?? ''));
    if (name === 'cellXfs') this.#isInCells = true;
    if (name !== 'xf' || !this.#isInCells) return;
    const format = Number(attributeOf(attributes, 'numFmtId') ?? 0);
    this.showsDate.push(this.#formats.get(format) ?? isBuiltInDate(format));
  };

  readonly close = (name: string): void => {
    if (name === 'cellXfs') this.#isInCells = false;
  };
}

/** A file of half a million rows has fewer different texts than this. */
const MOST_TEXTS = 4_000_000;

/** The texts of a workbook, each written once and referred to by number. Phonetic guides are left out. */
class TextList {
  readonly texts: string[] = [];
  #text = '';
  #isText = false;
  #phonetic = 0;

  readonly open = (name: string): void => {
    if (name === 'si') this.#text = '';
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 't' && this.#phonetic === 0) this.#isText = true;
  };

  readonly close = (name: string): void => {
    if (name === 't') this.#isText = false;
    if (name === 'rPh') this.#phonetic -= 1;
    if (name !== 'si') return;
    if (this.texts.length >= MOST_TEXTS) throw new ArchiveError('too-big', 'shared texts');
    this.texts.push(unescapeText(this.#text));
  };

  readonly text = (text: string): void => {
    if (this.#isText) this.#text += text;
  };
}

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
