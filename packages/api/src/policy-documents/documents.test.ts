import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../imports/tests/zip.ts';
import { findClause } from './find-clause.ts';
import { readDocument, WORD } from './read-document.ts';

const zip = (files: Readonly<Record<string, string>>): Uint8Array => zipOf(files, (bytes) => deflateRawSync(bytes));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const paragraph = (words: string, { style, list, level }: { style?: string; list?: number; level?: number } = {}): string => {
  const numbered = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level ?? 0}"/><w:numId w:val="${list}"/></w:numPr>`;
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${styled}${numbered}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
};

const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
const STYLES = `<w:styles xmlns:w="w"><w:style w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Heading2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`;

function word(body: string, numbering = NUMBERING): Uint8Array {
  return zip({
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': numbering,
    'word/styles.xml': STYLES,
  });
}

describe('what a document is', () => {
  it('goes by its bytes', async () => {
    expect(await readDocument(bytesOf('%PDF-1.7 …'))).toEqual({ mediaType: 'application/pdf', text: null });
    expect(await readDocument(bytesOf('1 Purpose\r\nWords'))).toEqual({ mediaType: 'text/plain', text: '1 Purpose\nWords' });
    expect(await readDocument(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toBeNull();
    expect(await readDocument(zip({ 'xl/workbook.xml': '<x/>' }))).toBeNull();
    expect(await readDocument(bytesOf('PK\u0003\u0004 but no archive'))).toBeNull();
  });

  it('gives the words of a Word document, with the numbers that Word counts', async () => {
    const read = await readDocument(
      word(
        [
          paragraph('Purpose', { style: 'Heading1' }),
          paragraph('Supervision', { style: 'Heading1' }),
          paragraph('How often', { style: 'Heading2' }),
          paragraph('Every &amp; each month.'),
          paragraph('Weekly at first', { list: 3, level: 2 }),
          paragraph('then fortnightly', { list: 3, level: 2 }),
          paragraph('How long', { style: 'Heading2' }),
          paragraph('Records', { style: 'Heading1' }),
          paragraph('What is kept', { style: 'Heading2' }),
        ].join(''),
      ),
    );
    expect(read).toEqual({
      mediaType: WORD,
      text: '1. Purpose\n2. Supervision\n2.1 How often\nEvery & each month.\n(a) Weekly at first\n(b) then fortnightly\n2.2 How long\n3. Records\n3.1 What is kept',
    });
  });

  it('counts nine levels and no others, each with a short sign before it, as Word does', async () => {
    const level = 4_294_967_295;
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
      <w:lvl w:ilvl="0"><w:lvlText w:val="%1${'.'.repeat(5000)}"/></w:lvl><w:lvl w:ilvl="${level}"><w:lvlText w:val="%1"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="-100"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2"/></w:lvl>
      <w:lvl w:ilvl="-1"><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="0.5"><w:lvlText w:val="%1"/></w:lvl>
    </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const levels = [0, 1, level, -1, 0.5].map((at) => paragraph('Words', { list: 3, level: at })).join('');
    const read = await readDocument(word(levels, numbering));
    expect(read?.text?.replaceAll(/\.+/g, '…')).toBe('1… Words\nWords\nWords\nWords\nWords');
    expect(read?.text?.length).toBeLessThan(200);
  });

  it('refuses a document that unpacks without end', async () => {
    const bomb = zip({ 'word/document.xml': `<w:document>${' '.repeat(70 * 1024 * 1024)}</w:document>` });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readDocument(bomb)).toBeNull();
  });
});

describe('a clause', () => {
  const text = [
    'Contents',
    '1. Purpose ........ 1',
    '2. Supervision\t2',
    '1. Purpose',
    'Why we do it.',
    '2. Supervision',
    '2.1 How often',
    'Every month.',
    '1. first of a list',
    '2. second of a list',
    '2.2 How long',
    'Ninety minutes.',
    'Section 3 Records',
    'Kept for six years.',
  ].join('\n');

  it.each([
    ['2.1', '2.1', true, ['2.1 How often', 'Every month.', '1. first of a list', '2. second of a list']],
    ['section 2.2, table', '2.2', true, ['2.2 How long', 'Ninety minutes.']],
    ['3', '3', true, ['Section 3 Records', 'Kept for six years.']],
    ['2.2.4', '2.2', false, ['2.2 How long', 'Ninety minutes.']],
    ['1', '1', true, ['1. Purpose', 'Why we do it.']],
  ])('%s is found by its number', (clause, number, isExact, lines) => {
    expect(findClause(text, clause)).toEqual({ number, isExact, lines });
  });

  it('is found behind a line of any length', () => {
    const endless = `1 ${'.'.repeat(200_000)} x\n1 ${' '.repeat(200_000)}x`;
    expect(findClause(`${endless}\n1. Purpose\nWhy we do it.`, '1')?.lines).toEqual(['1. Purpose', 'Why we do it.']);
  });

  it('is not found where there is none', () => {
    expect(findClause(text, '9.9')).toBeNull();
    expect(findClause(text, 'Appendix B')).toBeNull();
  });
});
