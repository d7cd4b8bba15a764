/** Receives the parts of an XML document. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** A part of a workbook that is not the XML it should be. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Longest tag that a spreadsheet writes; more is not a spreadsheet. */
const LONGEST_TAG = 64 * 1024;

/**
 * Reads XML as it arrives, as far as workbooks use it. Document types are refused, so no entity can be declared and
 * nothing outside the file can be asked for.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === 0x3c ? this.#markup(text, at) : this.#characters(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_TAG && this.#rest.charCodeAt(0) === 0x3c) throw new XmlError('a tag without an end');
  }

  end(): void {
    if (this.#rest.trim() !== '') throw new XmlError('the document stops in the middle');
  }

  /** Passes on text up to the next tag; keeps an entity that the piece cuts in two for later. */
  #characters(text: string, at: number): number {
    const tag = text.indexOf('<', at);
    const end = tag < 0 ? text.length : tag;
    const part = text.slice(at, end);
    if (tag < 0) {
      const cut = part.lastIndexOf('&');
      if (cut >= 0 && part.length - cut < 12 && !part.includes(';', cut)) {
        if (cut > 0) this.#handler.text(decodeEntities(part.slice(0, cut)));
        if (cut === 0) return -1;
        return at + cut;
      }
    }
    this.#handler.text(decodeEntities(part));
    return end;
  }

  /** Passes on one tag; -1 where the piece ends before the tag does. */
  #markup(text: string, at: number): number {
    const second = text.charCodeAt(at + 1);
    if (Number.isNaN(second)) return -1;
    if (second === 0x21) return this.#declaration(text, at);
    if (second === 0x3f) return after(text, '?>', at);
    const end = tagEnd(text, at + 1);
    if (end < 0) return -1;
    const isSelfClosing = text.charCodeAt(end - 1) === 0x2f;
    if (second === 0x2f) {
      this.#handler.close(localName(text.slice(at + 2, end).trimEnd()));
      return end + 1;
    }
    const inside = text.slice(at + 1, isSelfClosing ? end - 1 : end);
    const space = inside.search(/\s/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    this.#handler.open(name, space < 0 ? '' : inside.slice(space));
    if (isSelfClosing) this.#handler.close(name);
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end < 0) return -1;
      this.#handler.text(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.length - at < 9) return -1;
    throw new XmlError('a document type');
  }
}

function after(text: string, mark: string, at: number): number {
  const end = text.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
}

/** Where a tag ends: at the first `>` outside quoted attribute values. */
function tagEnd(text: string, from: number): number {
  let at = text.indexOf('>', from);
  while (at >= 0 && isInsideQuotes(text, from, at)) at = text.indexOf('>', at + 1);
  return at;
}

function isInsideQuotes(text: string, from: number, to: number): boolean {
  let open = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === 0x22 || code === 0x27) open = code;
  }
  return open !== 0;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED[body] ?? whole;
    const code = body.startsWith('#x') ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '�';
  });
}

const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute in a tag's attribute text, whatever its prefix; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match === null ? null : decodeEntities(match[1] ?? match[2] ?? '');
}
