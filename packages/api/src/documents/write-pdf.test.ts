import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from './write-pdf.ts';

const ROWS = Array.from({ length: 70 }, (_, i) => ({
  header: `Team ${i}`,
  cells: i === 3 ? [] : [String(i), '50%'],
  note: i === 3 ? 'Too few to show.' : null,
}));

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Tree = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getStructTree']>>;

let bytes: Buffer;
let pdf: Document;

beforeAll(async () => {
  bytes = await writePdf({
    title: 'What was found',
    author: 'An invented council',
    madeAt: Date.UTC(2026, 5, 15, 11),
    blocks: [
      { kind: 'heading', level: 1, text: 'What was found' },
      { kind: 'paragraph', text: 'Good answers went up by −3 points in Łódź, 例 said.' },
      { kind: 'heading', level: 2, text: 'By team' },
      { kind: 'list', items: ['One thing.', 'Another.'] },
      { kind: 'table', table: { caption: 'Grades, % of files', columns: ['Team', 'Graded', 'Good'], rows: ROWS } },
    ],
  });
  pdf = await getDocumentProxy(new Uint8Array(bytes));
});

/** The roles of a page's structure, in the order in which they are read. Parts of other pages have no content on this one. */
async function rolesOn(number: number): Promise<string[]> {
  const tree = await (await pdf.getPage(number)).getStructTree();
  const roles: string[] = [];
  const walk = (node: Tree): boolean => {
    const at = roles.length;
    roles.push(node.role);
    const found = node.children.map((child) => ('role' in child ? walk(child) : true)).some(Boolean);
    if (!found) roles.splice(at);
    return found;
  };
  if (tree !== null) for (const child of tree.children) if ('role' in child) walk(child);
  return roles;
}

async function textOn(number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
}

describe('a document', () => {
  it('says what it is: tagged, in British English, with a title that readers show, after PDF/UA', async () => {
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'What was found', Author: 'An invented council', Language: 'en-GB' });
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('embeds every font that it uses', () => {
    const raw = bytes.toString('latin1');
    const descriptors = raw.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(descriptors.length).toBeGreaterThan(1);
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(descriptors.length);
  });

  it('has its headings, lists and tables in its structure, and its headings as bookmarks', async () => {
    const roles = await rolesOn(1);
    expect(roles.slice(0, 11)).toEqual(['Document', 'H1', 'P', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody']);
    expect(roles.slice(11, 21)).toEqual(['Table', 'Caption', 'THead', 'TR', 'TH', 'TH', 'TH', 'TBody', 'TR', 'TH']);
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(['By team']);
  });

  it('says of header cells what they head, and of a note that it stands across', () => {
    const raw = bytes.toString('latin1');
    expect(raw.match(/\/Scope \/Column/g)).toHaveLength(3);
    expect(raw.match(/\/Scope \/Row/g)).toHaveLength(70);
    expect(raw.match(/\/ColSpan 2/g)).toHaveLength(1);
  });

  it('repeats the head of a table to the eye on each page and to the ear on the first alone', async () => {
    expect(pdf.numPages).toBe(3);
    for (const page of [1, 2, 3]) {
      expect(await textOn(page)).toContain('Graded');
      expect(await textOn(page)).toContain(`Page ${page} of 3`);
    }
    expect(await rolesOn(1)).toContain('THead');
    expect(await rolesOn(2)).not.toContain('THead');
    expect((await rolesOn(2)).filter((role) => role === 'TR').length).toBeGreaterThan(20);
  });

  it('can be read as text, even what its typeface does not have', async () => {
    expect(await textOn(1)).toContain('Good answers went up by −3 points in Łódź,');
    expect(await textOn(1)).toContain('Too few to show.');
    const meant = Buffer.from('例', 'utf16le').swap16().toString('latin1');
    expect(plainContents(bytes)).toContain(`ActualText (\u00FE\u00FF${meant})`);
  });
});

/** What is drawn on the pages, unpacked. */
function plainContents(pdfBytes: Buffer): string {
  const raw = pdfBytes.toString('latin1');
  const streams = raw.matchAll(/\/Length \d+\n(?:\/Filter \/FlateDecode\n)>>\nstream\n([\s\S]*?)\nendstream/g);
  return [...streams].map(([, packed = '']) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')).join('\n');
}
