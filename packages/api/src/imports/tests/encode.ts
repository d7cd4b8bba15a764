/** Encodings in which councils' systems write text files. */
export type TestEncoding = 'utf-8' | 'utf-8-marked' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export const TEST_ENCODINGS: readonly TestEncoding[] = ['utf-8', 'utf-8-marked', 'utf-16le', 'utf-16be', 'windows-1252'];

const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };

/** The bytes of text in an encoding. */
export function encode(text: string, encoding: TestEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-marked':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
  }
}

/** Cells as a delimited file. */
export function delimited(rows: readonly (readonly string[])[], delimiter: string, lineEnd = '\r\n'): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(cell).join(delimiter) + lineEnd).join('');
}
