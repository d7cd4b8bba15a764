import type { Cell, TableRow } from '../table/table.ts';
import { unescapeText, type Workbook } from './workbook-parts.ts';
import { attributeOf, type XmlHandler } from './xml-scanner.ts';
import { ArchiveError } from './zip-archive.ts';

/** Days from the workbook's day 0 to 1 January 1970, by the 1900 and the 1904 reckoning. */
const DAYS_FROM_1900 = 25_569;
const DAYS_FROM_1904 = 24_107;

const MINUTES_A_DAY = 1440;
const LAST_COLUMN = 1000;

/** A spreadsheet's number for a moment as a date and a time of day, to the minute. */
export function dateOfSerial(serial: number, countsFrom1904: boolean): Cell {
  let minutes = Math.round(serial * MINUTES_A_DAY);
  let day = Math.floor(minutes / MINUTES_A_DAY);
  minutes -= day * MINUTES_A_DAY;
  // The 1900 reckoning has a 29 February 1900 that never was; days before it are one further on.
  if (!countsFrom1904 && day < 60) day += 1;
  return { type: 'date', day: day - (countsFrom1904 ? DAYS_FROM_1904 : DAYS_FROM_1900), minuteOfDay: minutes };
}

/** Turns the XML of one sheet into rows. Rows are taken out with {@link take} after each piece. */
export class SheetRows implements XmlHandler {
  readonly #book: Workbook;
  /** Ranges that are merged, as `B2:C2`; known only once the rows have been read. */
  readonly merged: string[] = [];
  #rows: TableRow[] = [];
  #row = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #formula: string | null = null;
  #into: 'value' | 'formula' | null = null;
  #phonetic = 0;

  constructor(book: Workbook) {
    this.#book = book;
  }

  take(): TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.#row = Number(attributeOf(attributes, 'r') ?? this.#row + 1);
        this.#cells = [];
        this.#column = -1;
        return;
      case 'c':
        this.#openCell(attributes);
        return;
      case 'f':
        this.#formula = '';
        this.#into = 'formula';
        return;
      case 'v':
        this.#into = 'value';
        return;
      case 't':
        if (this.#phonetic === 0) this.#into = 'value';
        return;
      case 'rPh':
        this.#phonetic += 1;
        return;
      case 'mergeCell':
        if (this.merged.length < 100) this.merged.push(attributeOf(attributes, 'ref') ?? '');
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.#into === 'value') this.#value += text;
    else if (this.#into === 'formula') this.#formula += text;
  }

  close(name: string): void {
    switch (name) {
      case 'row':
        if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells });
        return;
      case 'c':
        this.#closeCell();
        return;
      case 'rPh':
        this.#phonetic -= 1;
        return;
      case 'f':
      case 'v':
      case 't':
        this.#into = null;
        return;
      default:
    }
  }

  #openCell(attributes: string): void {
    const place = attributeOf(attributes, 'r');
    this.#column = place === null ? this.#column + 1 : columnOf(place);
    this.#type = attributeOf(attributes, 't') ?? 'n';
    this.#style = Number(attributeOf(attributes, 's') ?? 0);
    this.#value = '';
    this.#formula = null;
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === null || this.#column < 0) return;
    // What stands far to the right still counts as a cell too many, without an array as wide as a sheet can be.
    const column = Math.min(this.#column, LAST_COLUMN);
    while (this.#cells.length < column) this.#cells.push(null);
    this.#cells[column] = cell;
  }

  #cell(): Cell {
    if (this.#formula !== null) return { type: 'formula', text: `=${this.#formula}` };
    if (this.#value === '') return null;
    switch (this.#type) {
      case 's':
        return this.#sharedText();
      case 'inlineStr':
      case 'str':
        return unescapeText(this.#value);
      case 'b':
        return this.#value === '1' || this.#value === 'true';
      case 'e':
        return { type: 'error', text: this.#value };
      case 'd':
        return this.#value;
      default:
        return this.#number();
    }
  }

  #sharedText(): Cell {
    const text = this.#book.texts[Number(this.#value)];
    if (text === undefined) throw new ArchiveError('damaged', `no text ${this.#value}`);
    return text === '' ? null : text;
  }

  #number(): Cell {
    const value = Number(this.#value);
    if (!Number.isFinite(value)) return this.#value;
    return this.#book.showsDate[this.#style] === true ? dateOfSerial(value, this.#book.countsFrom1904) : value;
  }
}

/** `C7` → 2. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = (place.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
