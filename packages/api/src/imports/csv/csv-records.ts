/** One record of a text file. */
export interface CsvRecord {
  /** Which record of the file it is, 1 being the first: the row number that a spreadsheet shows. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Text follows a closing quotation mark, so where the cell ends is a guess. */
  readonly isMisquoted: boolean;
}

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;

/** Where the reader stands: at the start of a cell, in an unquoted or a quoted one, right after its closing mark, or past that. */
type Place = 'start' | 'plain' | 'quoted' | 'after-quote' | 'past-quote';

/**
 * Splits text into records as it arrives (RFC 4180, with what spreadsheets really write: any line end, spaces around
 * quoted cells, quotation marks inside unquoted ones). Row numbers count records, so that a cell with line breaks in it
 * does not shift the numbers that people see in their spreadsheet.
 */
export class CsvRecords {
  readonly #delimiter: number;
  #place: Place = 'start';
  #cell = '';
  #cells: string[] = [];
  #row = 1;
  #isMisquoted = false;
  #skipsLineFeed = false;
  #done: CsvRecord[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The record in which a quotation mark stands open, or null. */
  get openQuoteRow(): number | null {
    return this.#place === 'quoted' ? this.#row : null;
  }

  /** The record being read and how long it is so far: without line ends, or in an open quotation, one could swallow the file. */
  get pending(): { readonly row: number; readonly length: number } {
    return { row: this.#row, length: this.#cells.reduce((sum, cell) => sum + cell.length + 1, this.#cell.length) };
  }

  /** Records that end in this piece of text. */
  write(text: string): CsvRecord[] {
    let from = 0;
    if (this.#skipsLineFeed && text.length > 0) {
      this.#skipsLineFeed = false;
      if (text.charCodeAt(0) === LF) from = 1;
    }
    while (from < text.length) from = this.#place === 'quoted' ? this.#readQuoted(text, from) : this.#readPlain(text, from);
    const done = this.#done;
    this.#done = [];
    return done;
  }

  /** The last record, where the file does not end in a line end. */
  end(): CsvRecord | null {
    if (this.#cells.length === 0 && this.#cell === '' && this.#place === 'start') return null;
    this.#endRecord();
    return this.#done.pop() ?? null;
  }

  /** Reads inside quotation marks up to the next one; returns where reading goes on. */
  #readQuoted(text: string, from: number): number {
    const mark = text.indexOf('"', from);
    if (mark < 0) {
      this.#cell += text.slice(from);
      return text.length;
    }
    this.#cell += text.slice(from, mark);
    this.#place = 'after-quote';
    return mark + 1;
  }

  /** Reads outside quotation marks up to the end of a cell or piece; returns where reading goes on. */
  #readPlain(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === CR || code === LF) {
        this.#cell += text.slice(from, at);
        return this.#endCell(text, at, code);
      }
      if (code === QUOTE && this.#place !== 'plain') return this.#meetQuote(text, from, at);
      this.#step(code);
    }
    this.#cell += text.slice(from);
    return text.length;
  }

  #step(code: number): void {
    const isPastQuote = this.#place === 'after-quote' || this.#place === 'past-quote';
    if (code === SPACE) {
      if (isPastQuote) this.#place = 'past-quote';
      return;
    }
    if (isPastQuote) this.#isMisquoted = true;
    this.#place = 'plain';
  }

  #meetQuote(text: string, from: number, at: number): number {
    if (this.#place === 'after-quote') {
      this.#cell += '"';
    } else if (this.#place === 'past-quote') {
      this.#isMisquoted = true;
      this.#cell += text.slice(from, at);
    } else {
      this.#cell = '';
    }
    this.#place = 'quoted';
    return at + 1;
  }

  #endCell(text: string, at: number, code: number): number {
    if (code === this.#delimiter) {
      this.#pushCell();
      return at + 1;
    }
    this.#endRecord();
    if (code === LF) return at + 1;
    if (at + 1 >= text.length) this.#skipsLineFeed = true;
    return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }

  #pushCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#place = 'start';
  }

  #endRecord(): void {
    this.#pushCell();
    this.#done.push({ row: this.#row, cells: this.#cells, isMisquoted: this.#isMisquoted });
    this.#cells = [];
    this.#row += 1;
    this.#isMisquoted = false;
  }
}
