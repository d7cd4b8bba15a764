import { expect, test } from 'vitest';
import { sourceOfBytes } from './file/byte-source.ts';
import { USUAL_LIMITS } from './limits.ts';
import { readTable } from './read-table.ts';
import { encode, TEST_ENCODINGS } from './tests/encode.ts';

async function problemsOf(bytes: Uint8Array | string, limits = USUAL_LIMITS): Promise<string[]> {
  const opened = await readTable(sourceOfBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), { limits });
  const found = opened.ok ? [...opened.table.problems] : [...opened.problems];
  if (opened.ok) for await (const batch of opened.table.batches()) found.push(...batch.problems);
  return found.map((p) => ('looksLike' in p.params ? `${p.kind}: ${p.params.looksLike}` : p.kind));
}

test.each([
  ['nothing', '', 'file-empty'],
  ['only spaces', ' \r\n\r\n ', 'file-empty'],
  ['only headings', 'From,To\r\n', 'rows-missing'],
  ['only separators', ',,,\r\n,,,\r\n', 'heading-missing'],
  ['a PDF', '%PDF-1.7 …', 'file-not-a-table: pdf'],
  ['a web page named .xls', '\n<html><table><tr><td>x</td></tr></table>', 'file-not-a-table: web-page'],
  ['XML', '<?xml version="1.0"?><rows/>', 'file-not-a-table: xml'],
  ['JSON', '[{"a": 1}]', 'file-not-a-table: json'],
  ['rich text', '{\\rtf1 hello}', 'file-not-a-table: word'],
  ['a quotation mark in the headings', 'From,"To\r\n1,2\r\n', 'quote-not-closed'],
  ['text behind a quotation mark', 'From,To\r\n"a"b,2\r\n', 'quote-misplaced'],
])('%s is answered with %s', async (_name, text, kind) => {
  expect(await problemsOf(text)).toEqual([kind]);
});

test.each([
  ['old Excel', [0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(600).fill(0)], 'file-not-a-table: old-excel'],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 1, 2, 3], 'file-not-a-table: picture'],
  ['gzip', [0x1f, 0x8b, 8, 0], 'file-not-a-table: zip'],
  ['bytes', Array.from({ length: 4000 }, (_, n) => (n * 7 + 1) % 30), 'file-not-a-table: binary'],
  ['half a zip', [0x50, 0x4b, 3, 4, 1, 2, 3], 'file-damaged'],
  ['UTF-32', [0xff, 0xfe, 0, 0, 65, 0, 0, 0], 'encoding-unsupported'],
  ['UTF-16 without its mark', [...Buffer.from('From,To\r\n1,2\r\n', 'utf16le')], 'encoding-unsupported'],
  ['a byte that is in no encoding', [...Buffer.from('From,To\r\n1,'), 0x81, 0x0a], 'encoding-unsupported'],
  ['two encodings in one file', [...Buffer.from('From,To\r\né,1\r\nb,'), 0xe9, 0x0a], 'encoding-mixed'],
  ['a file cut in the middle of a letter', [...Buffer.from('From,To\r\né,1\r\nb,'), 0xc3], 'file-damaged'],
] as const)('%s is answered', async (_name, bytes, kind) => {
  expect(await problemsOf(Uint8Array.from(bytes))).toEqual([kind]);
});

test('a letter that is odd in one encoding on the last of many rows decides for the whole file', async () => {
  const text = `Name,To\r\n${'plain,1\r\n'.repeat(100_000)}Zoë,2\r\n`;
  for (const encoding of TEST_ENCODINGS) {
    const opened = await readTable(sourceOfBytes(encode(text, encoding)));
    if (!opened.ok) throw new Error(encoding);
    let last: unknown;
    for await (const batch of opened.table.batches()) last = batch.rows.at(-1)?.cells[0] ?? last;
    expect(last).toBe('Zoë');
  }
});

test('limits on bytes, rows, columns and the length of a cell are kept', async () => {
  expect(await problemsOf(`From\n${'x\n'.repeat(700_000)}`, { ...USUAL_LIMITS, fileMegabytes: 1 })).toEqual(['file-too-large']);
  expect(await problemsOf(`From\n${'x\n'.repeat(11)}`, { ...USUAL_LIMITS, rows: 10 })).toContain('too-many-rows');
  expect(await problemsOf(`a${',a'.repeat(300)}\n`)).toEqual(['too-many-columns']);
  expect(await problemsOf(`From,To\n1,"${'x'.repeat(3_000_000)}`)).toEqual(['quote-not-closed']);
  expect(await problemsOf(`From,To\n1,2\n${'x'.repeat(3_000_000)}`)).toEqual(['too-long']);
  expect(await problemsOf(`From,To\n1,2\n${','.repeat(3_000_000)}`)).toEqual(['too-long']);
});

test('headings that are written twice or not at all can be told apart', async () => {
  const opened = await readTable(sourceOfBytes(Buffer.from('Date,Date,,Date (2),\r\n1,2,3,4\r\n')));
  expect(opened.ok && opened.table.headings).toEqual(['Date', 'Date (3)', 'Column 3', 'Date (2)']);
});

test('a heading holds nothing that the database cannot keep or a page would obey', async () => {
  const file = `Sta\u0000ff,Fr\u202eom,${'x'.repeat(189)}😀y\r\n1,2,3\r\n`;
  const opened = await readTable(sourceOfBytes(Buffer.from(file)));
  expect(opened.ok && opened.table.headings).toEqual(['Sta�ff', 'Fr�om', `${'x'.repeat(189)}�`]);
});
