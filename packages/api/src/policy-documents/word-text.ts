import { sourceOfBytes } from '../imports/file/byte-source.ts';
import { attributeOf, XmlError, XmlScanner, type XmlHandler } from '../imports/xlsx/xml-scanner.ts';
import { ArchiveError, listEntries, readEntry, type Allowance, type ZipEntry } from '../imports/xlsx/zip-archive.ts';
import { NumberCounter, type NumberLevel, type Numbering } from './word-numbering.ts';

/** Unpacked, a document of any length that people read stays below this. */
const MOST_UNPACKED = 60 * 1024 * 1024;

/**
 * The words of a Word document, paragraph by paragraph, with the numbers that Word counts for headings and lists. Null
 * where the bytes are no Word document. Sizes that the archive claims are not trusted.
 */
export async function wordText(bytes: Uint8Array): Promise<string | null> {
  const source = sourceOfBytes(bytes);
  try {
    const entries = await listEntries(source);
    const body = entries.find(({ name }) => name === 'word/document.xml');
    if (body === undefined || body.isEncrypted) return null;
    const allowance: Allowance = { bytes: MOST_UNPACKED };
    const read = async (name: string, handler: XmlHandler): Promise<void> => {
      const entry: ZipEntry | undefined = entries.find((one) => one.name === name);
      if (entry === undefined) return;
      const scanner = new XmlScanner(handler);
      for await (const { text } of readEntry(source, entry, allowance)) scanner.write(text);
    };
    const styles = new StyleReader();
    const lists = new ListReader();
    await read('word/styles.xml', styles);
    await read('word/numbering.xml', lists);
    const paragraphs = new ParagraphReader(new NumberCounter(lists.numbering()), styles.numbered);
    await read('word/document.xml', paragraphs);
    return paragraphs.lines.join('\n');
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof XmlError) return null;
    throw error;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The list and level of a paragraph. */
interface Numbered {
  readonly numberId: string;
  readonly level: number;
}

/** Styles whose paragraphs are numbered: headings, as a rule. */
class StyleReader implements XmlHandler {
  readonly numbered = new Map<string, Numbered>();
  private style: string | null = null;
  private numberId: string | null = null;
  private level = 0;

  open(name: string, attributes: string): void {
    switch (local(name)) {
      case 'style':
        this.style = attributeOf(attributes, 'styleId');
        this.numberId = null;
        this.level = 0;
        break;
      case 'numId':
        this.numberId = attributeOf(attributes, 'val');
        break;
      case 'ilvl':
        this.level = Number(attributeOf(attributes, 'val') ?? 0);
        break;
      default:
    }
  }

  close(name: string): void {
    if (local(name) !== 'style') return;
    if (this.style !== null && this.numberId !== null)
      this.numbered.set(this.style, { numberId: this.numberId, level: this.level });
    this.style = null;
  }

  text(): void {
    // Styles hold no words.
  }
}

/** Word's lists have nine levels; what stands before a paragraph is short. Whatever claims more was not written by Word. */
const LEVELS = 9;
const LONGEST_SIGN = 60;

function levelOf(attributes: string): number | null {
  const level = Number(attributeOf(attributes, 'ilvl') ?? 0);
  return Number.isInteger(level) && level >= 0 && level < LEVELS ? level : null;
}

/** Lists and their levels. */
class ListReader implements XmlHandler {
  private readonly lists = new Map<string, Map<number, NumberLevel>>();
  private readonly numbers = new Map<string, string>();
  private list: Map<number, NumberLevel> | null = null;
  private level: number | null = null;
  private number: string | null = null;

  open(name: string, attributes: string): void {
    const value = attributeOf(attributes, 'val') ?? '';
    switch (local(name)) {
      case 'abstractNum':
        this.list = new Map();
        this.lists.set(attributeOf(attributes, 'abstractNumId') ?? '', this.list);
        break;
      case 'lvl':
        this.level = this.number === null ? levelOf(attributes) : null;
        if (this.level !== null) this.list?.set(this.level, { start: 1, format: 'decimal', text: '' });
        break;
      case 'start':
        this.change({ start: Math.max(0, Number(value) || 0) });
        break;
      case 'numFmt':
        this.change({ format: value });
        break;
      case 'lvlText':
        this.change({ text: value.slice(0, LONGEST_SIGN) });
        break;
      case 'num':
        this.list = null;
        this.number = attributeOf(attributes, 'numId');
        break;
      case 'abstractNumId':
        if (this.number !== null) this.numbers.set(this.number, value);
        break;
      default:
    }
  }

  private change(part: Partial<NumberLevel>): void {
    const present = this.level === null ? undefined : this.list?.get(this.level);
    if (present !== undefined && this.level !== null) this.list?.set(this.level, { ...present, ...part });
  }

  close(name: string): void {
    if (local(name) === 'lvl') this.level = null;
    if (local(name) === 'num') this.number = null;
  }

  text(): void {
    // Lists hold no words.
  }

  numbering(): Numbering {
    return new Map([...this.numbers].map(([number, list]) => [number, { list, levels: this.lists.get(list) ?? new Map() }]));
  }
}

/** The paragraphs of the body, each as one line. */
class ParagraphReader implements XmlHandler {
  readonly lines: string[] = [];
  private readonly counter: NumberCounter;
  private readonly styles: ReadonlyMap<string, Numbered>;
  private words = '';
  private isWords = false;
  private style: string | null = null;
  private numberId: string | null = null;
  private level: number | null = null;

  constructor(counter: NumberCounter, styles: ReadonlyMap<string, Numbered>) {
    this.counter = counter;
    this.styles = styles;
  }

  open(name: string, attributes: string): void {
    switch (local(name)) {
      case 'p':
        this.words = '';
        this.style = null;
        this.numberId = null;
        this.level = null;
        break;
      case 'pStyle':
        this.style = attributeOf(attributes, 'val');
        break;
      case 'numId':
        this.numberId = attributeOf(attributes, 'val');
        break;
      case 'ilvl':
        this.level = Number(attributeOf(attributes, 'val') ?? 0);
        break;
      case 't':
        this.isWords = true;
        break;
      case 'tab':
        this.words += '\t';
        break;
      case 'br':
      case 'cr':
        this.words += ' ';
        break;
      default:
    }
  }

  close(name: string): void {
    if (local(name) === 't') this.isWords = false;
    if (local(name) === 'p') this.endParagraph();
  }

  text(text: string): void {
    if (this.isWords) this.words += text;
  }

  private endParagraph(): void {
    const byStyle = this.style === null ? undefined : this.styles.get(this.style);
    const numberId = this.numberId ?? byStyle?.numberId ?? null;
    const number = numberId === null || numberId === '0' ? '' : this.counter.next(numberId, this.level ?? byStyle?.level ?? 0);
    const words = this.words.replaceAll(/[ \t]+/g, ' ').trim();
    this.words = '';
    if (words !== '') this.lines.push(number === '' ? words : `${number} ${words}`);
  }
}
