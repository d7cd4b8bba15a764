import { readFile } from 'node:fs/promises';
import { FACT_KIND_NAMES, kindOf } from '@plumbline/domain/facts';
import { expect, test } from 'vitest';
import { planImport, sourceOfBytes } from './index.ts';
import { columnHelp, exampleCsv, templateCsv } from './template.ts';
import { COLUMN_DOCS, columnDocs } from './write-column-docs.ts';

const plan = (kind: (typeof FACT_KIND_NAMES)[number], text: string) =>
  planImport(sourceOfBytes(Buffer.from(text)), kind, { today: '2026-11-21' });

test.each(FACT_KIND_NAMES)(
  '%s: the example of its columns is ready to import, and its template has every heading',
  async (kind) => {
    expect(await plan(kind, exampleCsv(kind))).toMatchObject({
      state: 'ready',
      problems: [],
      counts: { facts: 1 },
      unmappedColumns: [],
    });
    const empty = await plan(kind, templateCsv(kind));
    expect(empty.problems.map((item) => item.kind)).toEqual(['rows-missing']);
    expect(empty.columns.map((column) => column.ours)).toEqual(Object.keys(kindOf(kind).columns));
  },
);

test.each(FACT_KIND_NAMES)('%s: the help speaks of every column', (kind) => {
  const help = columnHelp(kind);
  expect(help.columns.map((column) => column.name)).toEqual(Object.keys(kindOf(kind).columns));
  for (const column of help.columns) expect(`${column.help} ${column.format}`).not.toMatch(/undefined|null/);
});

test('the page on columns is current: run packages/api/src/imports/write-column-docs.ts', async () => {
  expect(await readFile(COLUMN_DOCS, 'utf8')).toBe(columnDocs());
});
