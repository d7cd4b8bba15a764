/** Bytes of one message to the server. */
const PIECE = 256 * 1024;

const TAB = 9;
const LINE_FEED = 10;
const BACKSLASH = 92;
const NULL_LETTER = 'N'.charCodeAt(0);

/** By sign what stands behind a backslash for it; 0 for those that COPY's text holds as they are. */
const ESCAPES = new Uint8Array(128);
for (const pair of ['\tt', '\nn', '\rr', '\\\\']) ESCAPES[pair.charCodeAt(0)] = pair.charCodeAt(1);

/**
 * Rows as the text of a COPY, written as bytes cell by cell: strings for lines and pieces would be most of what a bulk write
 * leaves behind for the garbage collector.
 */
export class CopyText {
  /** How many rows there are. */
  count = 0;
  private readonly pieces: Buffer[] = [];
  private bytes = Buffer.allocUnsafe(PIECE);
  private at = 0;
  private isRowBegun = false;

  /** Whether a piece is full. */
  get isWorthSending(): boolean {
    return this.pieces.length > 0;
  }

  /** Adds the next cell of the row. */
  cell(value: unknown): void {
    const text = value === null || value === undefined ? null : typeof value === 'string' ? value : textOf(value);
    // Of one unit of a string become three bytes at most; a sign with a backslash takes two.
    this.makeRoom(text === null ? 3 : text.length * 3 + 1);
    if (this.isRowBegun) this.bytes[this.at++] = TAB;
    this.isRowBegun = true;
    if (text !== null) this.write(text);
    else {
      this.bytes[this.at++] = BACKSLASH;
      this.bytes[this.at++] = NULL_LETTER;
    }
  }

  /** Ends the row. */
  endRow(): void {
    this.makeRoom(1);
    this.bytes[this.at++] = LINE_FEED;
    this.isRowBegun = false;
    this.count += 1;
  }

  /** The pieces that are full and were not taken before; with `all` also what stands in the one that is not. */
  take(all = false): Buffer[] {
    if (all) this.closePiece();
    return this.pieces.splice(0);
  }

  private write(text: string): void {
    const { bytes } = this;
    let at = this.at;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 128) {
        this.at += bytes.write(escaped(text), this.at);
        return;
      }
      const letter = ESCAPES[code] ?? 0;
      if (letter !== 0) bytes[at++] = BACKSLASH;
      bytes[at++] = letter === 0 ? code : letter;
    }
    this.at = at;
  }

  private makeRoom(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    this.closePiece();
    this.bytes = Buffer.allocUnsafe(Math.max(PIECE, length));
  }

  private closePiece(): void {
    if (this.at === 0) return;
    this.pieces.push(this.bytes.subarray(0, this.at));
    this.bytes = this.bytes.subarray(this.at);
    this.at = 0;
  }
}

function escaped(value: string): string {
  return value.replaceAll(/[\\\n\r\t]/g, (sign) => `\\${String.fromCharCode(ESCAPES[sign.charCodeAt(0)] ?? BACKSLASH)}`);
}

/** A value that is no text, as text. */
function textOf(value: unknown): string {
  if (Array.isArray(value))
    return `{${value.map((item) => `"${String(item).replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
