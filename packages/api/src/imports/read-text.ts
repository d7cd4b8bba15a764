import { fault, type Fault } from './read-date.ts';

export const LONGEST_REFERENCE = 64;
export const LONGEST_TEXT = 500;

/** Most cells are plain letters and digits; one test lets them pass. */
const PLAIN = /^[\w .,/:;@&'()-]*$/;

/** Text as a fact keeps it: composed letters, no space around it, line breaks and odd spaces as plain ones. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(/[\t\r\n\u00a0\u2007\u202f]+/g, ' ')
    .trim();
}

/** What makes a cell unfit to keep, whatever its column: lost, garbled or invisible characters, spreadsheet leavings. */
export function textFault(text: string): Fault | null {
  if (PLAIN.test(text)) return null;
  const hidden = /[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060\ufeff\p{Cs}\p{Noncharacter_Code_Point}]/u.exec(
    text.replace(/[\t\r\n]/g, ' '),
  );
  if (hidden !== null) return fault('control-character', { code: codePointName(hidden[0]) });
  if (text.includes('\ufffd')) return fault('character-lost', {});
  if (/^#+$/.test(text) && text.length > 2) return fault('hash-marks', {});
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i.test(text)) return fault('error-cell', {});
  const meant = ungarbled(text);
  return meant === null ? null : fault('character-garbled', { meant: meant.slice(0, 80) });
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Bytes 80 to 9F of Windows-1252, the part where it is not Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * What text was before its UTF-8 bytes were read as Windows-1252 ("ZoÃ«" for "Zoë"), or null where it was not. Only
 * sequences that make proper UTF-8 count, so that "Ã" alone, or a price with "â‚¬" in a title, is judged by its bytes.
 */
export function ungarbled(text: string): string | null {
  if (!/[\u00c2-\u00f4]/.test(text)) return null;
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const special = WINDOWS_1252.indexOf(character);
    if (special >= 0) bytes.push(0x80 + special);
    else if (code <= 0xff) bytes.push(code);
    else return null;
  }
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return decoded === text ? null : decoded;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** `=SUM(A1)`, `+A1`, `@cmd`: text that a spreadsheet would run. Flagged rather than judged: "- see notes" is text too. */
export function looksLikeFormula(text: string): boolean {
  return /^=|^[+@-]\s*[a-z]/i.test(text);
}

/** A number that a spreadsheet has shortened, `1.23457E+15`: the reference it was is lost. */
export function isShortenedNumber(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d{2}$/i.test(text);
}

/**
 * Whether a reference reads like a name: letters with a space or comma between them and no digit, or one capitalised word.
 */
export function readsLikeName(text: string): boolean {
  if (/\d/.test(text)) return false;
  return (
    /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*(?:[\s,]+[\p{L}\p{M}'’.-]+)+,?$/u.test(text) || /^\p{Lu}\p{Ll}+(?:['’-]\p{L}+)*$/u.test(text)
  );
}
