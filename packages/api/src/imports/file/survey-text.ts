import { chunksOf, type ByteSource } from './byte-source.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type TextSurvey =
  | { readonly is: 'text'; readonly encoding: TextEncoding; readonly startsAt: number; readonly isGuess: boolean }
  | { readonly is: 'unsupported'; readonly encoding: string }
  | { readonly is: 'mixed'; readonly line: number }
  | { readonly is: 'binary' }
  | { readonly is: 'cut-short' };

/**
 * Which encoding a text file is in, decided by all of its bytes before any is read as data: a guess from the first lines
 * would turn the one accented name on row 90,000 into rubbish.
 */
export async function surveyText(source: ByteSource): Promise<TextSurvey> {
  const marked = byteOrderMark(await source.read(0, 4));
  if (marked !== null && (marked.is !== 'text' || marked.encoding !== 'utf-8')) return marked;
  const startsAt = marked === null ? 0 : 3;
  const counts = new ByteCounts();
  for await (const chunk of chunksOf(source, startsAt)) counts.add(chunk);
  return counts.verdict(startsAt, source.size - startsAt);
}

function byteOrderMark(head: Uint8Array): TextSurvey | null {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { is: 'text', encoding: 'utf-8', startsAt: 3, isGuess: false };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { is: 'unsupported', encoding: 'UTF-32' };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { is: 'unsupported', encoding: 'UTF-32' };
  if (a === 0xff && b === 0xfe) return { is: 'text', encoding: 'utf-16le', startsAt: 2, isGuess: false };
  if (a === 0xfe && b === 0xff) return { is: 'text', encoding: 'utf-16be', startsAt: 2, isGuess: false };
  return null;
}

/** A running count of what the bytes could be, fed chunk by chunk. */
class ByteCounts {
  #nulls = 0;
  #nullsAtEven = 0;
  #offset = 0;
  #controls = 0;
  #accented = 0;
  #broken = 0;
  #undefined1252 = 0;
  #line = 1;
  #firstBrokenLine = 0;
  /** Continuation bytes still expected, and the range the next one must lie in. */
  #pending = 0;
  #low = 0x80;
  #high = 0xbf;

  add(chunk: Uint8Array): void {
    for (const byte of chunk) {
      this.#offset += 1;
      if (byte < 0x80 && this.#pending === 0) this.#plain(byte);
      else this.#beyondAscii(byte);
    }
  }

  #plain(byte: number): void {
    if (byte >= 0x20) return;
    if (byte === 0x0a) this.#line += 1;
    else if (byte === 0) this.#null();
    else if (byte !== 0x0d && byte !== 0x09) this.#controls += 1;
  }

  #null(): void {
    this.#nulls += 1;
    if (this.#offset % 2 === 0) this.#nullsAtEven += 1;
  }

  #beyondAscii(byte: number): void {
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) this.#undefined1252 += 1;
    if (this.#pending > 0) {
      this.#continue(byte);
      return;
    }
    this.#begin(byte);
  }

  #continue(byte: number): void {
    if (byte < this.#low || byte > this.#high) {
      this.#pending = 0;
      this.#break();
      if (byte < 0x80) this.#plain(byte);
      else this.#begin(byte);
      return;
    }
    this.#low = 0x80;
    this.#high = 0xbf;
    this.#pending -= 1;
    if (this.#pending === 0) this.#accented += 1;
  }

  #begin(byte: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.#pending = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#pending = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#pending = 3;
    else this.#break();
    // Overlong forms, surrogates and what lies beyond Unicode are cut off by the range of the second byte.
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  #break(): void {
    this.#broken += 1;
    if (this.#firstBrokenLine === 0) this.#firstBrokenLine = this.#line;
  }

  verdict(startsAt: number, size: number): TextSurvey {
    // Every other byte of English text in UTF-16 is null; anything else with so many of them is no text.
    const oneSided = Math.max(this.#nullsAtEven, this.#nulls - this.#nullsAtEven);
    if (this.#nulls > size / 5 && oneSided > this.#nulls * 0.95)
      return { is: 'unsupported', encoding: 'UTF-16 without its mark' };
    if (this.#nulls + this.#controls > Math.max(8, size / 50)) return { is: 'binary' };
    if (this.#broken === 0 && this.#pending > 0 && this.#accented > 0) return { is: 'cut-short' };
    if (this.#broken === 0 && this.#pending === 0) return { is: 'text', encoding: 'utf-8', startsAt, isGuess: false };
    if (this.#accented > 0 || startsAt > 0) return { is: 'mixed', line: this.#firstBrokenLine || this.#line };
    if (this.#undefined1252 > 0) return { is: 'unsupported', encoding: 'unknown' };
    return { is: 'text', encoding: 'windows-1252', startsAt, isGuess: true };
  }
}
