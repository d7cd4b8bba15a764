import { deflateRawSync } from 'node:zlib';
import { formatDay } from '@plumbline/domain/calendar';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { sourceOfBytes } from '../file/byte-source.ts';
import { USUAL_LIMITS, type ImportLimits } from '../limits.ts';
import { readTable } from '../read-table.ts';
import type { Cell } from '../table/table.ts';
import { zipOf } from '../tests/zip.ts';

async function bytesOf(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

interface ReadBook {
  readonly headings: readonly string[];
  readonly rows: (readonly [number, readonly Cell[]])[];
  readonly problems: string[];
}

async function read(bytes: Uint8Array, limits: ImportLimits = USUAL_LIMITS): Promise<ReadBook> {
  const opened = await readTable(sourceOfBytes(bytes), {
    limits,
    score: (cells) => cells.filter((c) => c === 'From' || c === 'To').length,
  });
  if (!opened.ok) return { headings: [], rows: [], problems: opened.problems.map((p) => p.kind) };
  const rows: [number, readonly Cell[]][] = [];
  const problems: string[] = opened.table.problems.map((p) => p.kind);
  for await (const batch of opened.table.batches()) {
    rows.push(...batch.rows.map((row) => [row.row, row.cells] as [number, readonly Cell[]]));
    problems.push(...batch.problems.map((p) => p.kind));
  }
  return { headings: opened.table.headings, rows, problems };
}

test('reads text, numbers, yes/no, real dates, rich text and errors, and says which cells hold a formula', async () => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('Log');
    sheet.addRow(['Text', 'Number', 'Yes', 'Day', 'Time', 'Rich', 'Formula', 'Error', 'Shared']);
    sheet.addRow([
      'Zoë’s & <b>',
      1042,
      true,
      new Date(Date.UTC(2026, 4, 12)),
      new Date(Date.UTC(2026, 4, 12, 14, 30)),
      { richText: [{ text: 'Ro' }, { text: 'wan' }] },
      { formula: 'A1&"x"', result: 'x' },
      { error: '#N/A' },
    ]);
    sheet.getColumn(5).numFmt = 'dd/mm/yyyy hh:mm';
  });
  const { rows } = await read(bytes);
  expect(rows).toEqual([
    [
      2,
      [
        'Zoë’s & <b>',
        1042,
        true,
        { type: 'date', day: 20_585, minuteOfDay: 0 },
        { type: 'date', day: 20_585, minuteOfDay: 870 },
        'Rowan',
        { type: 'formula', text: '=A1&"x"' },
        { type: 'error', text: '#N/A' },
      ],
    ],
  ]);
  expect(formatDay(20_585)).toBe('2026-05-12');
});

test('letters beyond ASCII survive in a large workbook, wherever its pieces are cut', async () => {
  const name = (n: number): string => `Zoë Ó’Ñeil é 日本 ${n}`;
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('x');
    sheet.addRow(['Name', 'Number']);
    for (let n = 0; n < 30_000; n += 1) sheet.addRow([name(n), n]);
  });
  const { rows } = await read(bytes);
  expect(rows).toHaveLength(30_000);
  expect(rows.every(([, [text, n]]) => text === name(n as number))).toBe(true);
});

test('rows keep their numbers, and empty cells their places', async () => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('x');
    sheet.getCell('A3').value = 'One';
    sheet.getCell('C3').value = 'Three';
    sheet.getCell('C7').value = 'c';
  });
  expect(await read(bytes)).toMatchObject({ headings: ['One', 'Column 2', 'Three'], rows: [[7, [null, null, 'c']]] });
});

test('chooses the visible sheet whose headings are known, and names those left out', async () => {
  const bytes = await bytesOf((book) => {
    book.addWorksheet('Notes').addRow(['Read me', 'first']);
    const data = book.addWorksheet('Data');
    data.addRow(['From', 'To']);
    data.addRow(['a', 'b']);
    book.addWorksheet('Hidden', { state: 'hidden' }).addRow(['From', 'To', 'From']);
    book.addWorksheet('Empty');
  });
  expect(await read(bytes)).toMatchObject({ headings: ['From', 'To'], rows: [[2, ['a', 'b']]], problems: ['sheets-not-read'] });
});

test('merged cells are told', async () => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('x');
    sheet.addRow(['From', 'To']);
    sheet.addRow(['a', 'b']);
    sheet.mergeCells('A2:A3');
  });
  expect((await read(bytes)).problems).toEqual(['cells-merged']);
});

test('days counted from 1904 are the same days', async () => {
  const bytes = await bytesOf((book) => {
    book.properties.date1904 = true;
    const sheet = book.addWorksheet('x');
    sheet.addRow(['From']);
    sheet.addRow([new Date(Date.UTC(2026, 4, 12))]);
  });
  expect((await read(bytes)).rows).toEqual([[2, [{ type: 'date', day: 20_585, minuteOfDay: 0 }]]]);
});

test('half a workbook, one with a changed byte, and one with a password are refused with an answer', async () => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('x');
    for (let n = 0; n < 500; n += 1) sheet.addRow([`From ${n}`, Math.sin(n)]);
  });
  expect((await read(bytes.slice(0, bytes.length / 2))).problems).toEqual(['file-damaged']);
  const whole = await read(bytes);
  const refusals = ['file-damaged', 'file-not-a-table', 'file-encrypted', 'file-empty'];
  for (let at = 40; at < bytes.length - 22; at += 97) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    const result = await read(changed);
    // A byte that no row depends on may change without harm; any other is found out.
    expect(result.problems.some((kind) => refusals.includes(kind)) ? whole : result).toEqual(whole);
  }
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(1000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect((await read(locked)).problems).toEqual(['file-encrypted']);
});

const SMALL_BOOK = {
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
};

test('a workbook that unpacks to far more than it should is stopped, whatever size it claims', async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>From</t></is></c></row></sheetData>${' '.repeat(8_000_000)}</worksheet>`;
  const bytes = zipOf({ ...SMALL_BOOK, 'xl/worksheets/sheet1.xml': sheet }, deflateRawSync);
  expect(bytes.length).toBeLessThan(100_000);
  expect((await read(bytes, { ...USUAL_LIMITS, unpackedMegabytes: 2 })).problems).toContain('too-much-inside');
  expect((await read(bytes)).problems).toEqual(['rows-missing']);
});

test('a document type in a workbook is refused, so nothing can be declared or fetched', async () => {
  const evil =
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>';
  expect((await read(zipOf({ ...SMALL_BOOK, 'xl/worksheets/sheet1.xml': evil }, deflateRawSync))).problems).toEqual([
    'file-damaged',
  ]);
});

test('prefixed names, entities, escapes and phonetic guides are read as other programs write them', async () => {
  const sheet =
    '<?xml version="1.0"?><x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>' +
    '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>a&amp;b &#233;&#x1F600;_x000D_</x:t></x:is></x:c><x:c t="b"><x:v>0</x:v></x:c><x:c t="d"><x:v>2026-05-12T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const book = {
    ...SMALL_BOOK,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Target="sharedStrings.xml"/></Relationships>',
    'xl/sharedStrings.xml': '<sst><si><r><t>Fr</t></r><r><t>om</t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  expect(await read(zipOf(book, deflateRawSync))).toMatchObject({ headings: ['From'], problems: ['row-too-long'] });
  const wide = sheet.replace(
    '</x:v></x:c></x:row>',
    '</x:v></x:c><x:c r="B1" t="str"><x:v>B</x:v></x:c><x:c r="C1" t="str"><x:v>C</x:v></x:c></x:row>',
  );
  expect((await read(zipOf({ ...book, 'xl/worksheets/sheet1.xml': wide }, deflateRawSync))).rows).toEqual([
    [2, ['a&b é😀\r', false, '2026-05-12T00:00:00']],
  ]);
});

test('other archives are named for what they are', async () => {
  const kinds = await Promise.all(
    [{ 'word/document.xml': '' }, { 'xl/workbook.bin': '' }, { mimetype: 'x', 'content.xml': '' }, { 'a.csv': 'x' }].map(
      async (files) => {
        const opened = await readTable(sourceOfBytes(zipOf(files, deflateRawSync)));
        return opened.ok ? null : opened.problems[0]?.params;
      },
    ),
  );
  expect(kinds).toEqual([
    { looksLike: 'word' },
    { looksLike: 'binary-excel' },
    { looksLike: 'open-document' },
    { looksLike: 'zip' },
  ]);
});

test('a value far to the right of the headings is not left out in silence', async () => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('x');
    sheet.addRow(['From', 'To']);
    sheet.addRow(['a', 'b']);
    sheet.getCell('XFD2').value = 'stray';
  });
  expect(await read(bytes)).toMatchObject({ rows: [], problems: ['row-too-long'] });
});

test('too many rows, columns and sheets are refused', async () => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('x');
    sheet.addRow(['From', 'To', 'C']);
    for (let n = 0; n < 50; n += 1) sheet.addRow([n, n]);
    book.addWorksheet('y').addRow(['z']);
  });
  expect((await read(bytes, { ...USUAL_LIMITS, rows: 20 })).problems).toContain('too-many-rows');
  expect((await read(bytes, { ...USUAL_LIMITS, columns: 2 })).problems).toEqual(['too-many-columns']);
  expect((await read(bytes, { ...USUAL_LIMITS, sheets: 1 })).problems).toEqual(['too-many-sheets']);
});
