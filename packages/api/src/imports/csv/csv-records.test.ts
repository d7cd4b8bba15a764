import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvRecords } from './csv-records.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

function readAll(text: string, delimiter = ',', pieces: readonly number[] = []): (readonly string[])[] {
  const records = new CsvRecords(delimiter);
  const found: (readonly string[])[] = [];
  let rest = text;
  for (const length of pieces) {
    found.push(...records.write(rest.slice(0, length)).map((record) => record.cells));
    rest = rest.slice(length);
  }
  found.push(...records.write(rest).map((record) => record.cells));
  const last = records.end();
  return last === null ? found : [...found, last.cells];
}

test('splits cells, quoted or not, at any line end', () => {
  expect(readAll('a,b\r\n1,"2, ""two"""\n3,\r4,"x\r\ny"')).toEqual([
    ['a', 'b'],
    ['1', '2, "two"'],
    ['3', ''],
    ['4', 'x\r\ny'],
  ]);
});

test('keeps quotation marks inside unquoted cells and drops spaces around quoted ones', () => {
  expect(readAll('5" nail, "a,b" ,c\n')).toEqual([['5" nail', 'a,b ', 'c']]);
});

test('numbers records as a spreadsheet numbers rows, whatever line breaks are in cells', () => {
  const records = new CsvRecords(',');
  expect(records.write('a\n\n"x\ny"\nb\n').map((record) => record.row)).toEqual([1, 2, 3, 4]);
});

test('says in which record a quotation mark stands open', () => {
  const records = new CsvRecords(',');
  records.write('a,b\n1,2\n3,"4\n5,6\n');
  expect(records.openQuoteRow).toBe(3);
});

test('marks text behind a closing quotation mark', () => {
  const [record] = new CsvRecords(',').write('"a"b,c\n');
  expect(record?.isMisquoted).toBe(true);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '😀', '1'), maxLength: 8 });
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

test('reads what is properly quoted as it was written, however the text is cut into pieces', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.nat(7), { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (table, pieces, lineEnd) => {
      const text = table.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join(lineEnd);
      expect(readAll(text, ',', pieces)).toEqual(table);
    }),
    { numRuns: 500 },
  );
});

test('agrees with csv-parse on files as spreadsheets write them', () => {
  const plain = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', 'b', '😀', '1'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(plain, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (table) => {
      const text = table
        .map((cells) => cells.map((c) => (/["\n;]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(';'))
        .join('\r\n');
      const theirs = parse(text, { delimiter: ';', recordDelimiter: '\r\n' }) as string[][];
      expect(readAll(text, ';')).toEqual(theirs);
    }),
    { numRuns: 500 },
  );
});

test('a file of any characters is read without throwing, and no letter of unquoted cells is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const letters = readAll(text.replaceAll('"', '')).flat().join('');
      expect(letters).toBe(text.replaceAll(/[",\r\n]/g, ''));
      readAll(text);
    }),
    { numRuns: 500 },
  );
});

test('finds the separator by known headings first, then by even rows', () => {
  const score = (cells: readonly string[]): number => cells.filter((c) => c === 'From' || c === 'To').length;
  expect(sniffDelimiter('From;To\n1,5;2,5\n', score)).toBe(';');
  expect(sniffDelimiter('From\tTo\n1\t2\n', score)).toBe('\t');
  expect(sniffDelimiter('x|y|z\n1|2, 3|4\n', () => 0)).toBe('|');
  expect(sniffDelimiter('sep=;\na,b;c,d\n', score)).toBe(';');
});
