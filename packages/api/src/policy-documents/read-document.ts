import { wordText } from './word-text.ts';

/** What a document is taken for, by its bytes and never by its name alone. */
export interface ReadDocument {
  readonly mediaType: 'application/pdf' | 'text/plain' | typeof WORD;
  /** Its words, line by line; null for a PDF, which the browser shows. */
  readonly text: string | null;
}

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Longer texts are no policies. */
const MOST_LETTERS = 4_000_000;

/** Recognises a PDF, a Word document or a plain text; null for anything else. */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument | null> {
  if (startsWith(bytes, '%PDF-')) return { mediaType: 'application/pdf', text: null };
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    const text = await wordText(bytes);
    return text === null ? null : { mediaType: WORD, text: keepable(text) };
  }
  const text = plainText(bytes);
  return text === null ? null : { mediaType: 'text/plain', text };
}

function startsWith(bytes: Uint8Array, letters: string): boolean {
  return letters.length <= bytes.length && [...letters].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function plainText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Signs that no text has: a picture or a program that happens to be well-formed.
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : keepable(text);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** As the database keeps it: line breaks alike, no NUL, no half of a sign. */
function keepable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed().slice(0, MOST_LETTERS);
}
