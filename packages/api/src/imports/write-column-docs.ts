import { readFile, writeFile } from 'node:fs/promises';
import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import { columnHelpMarkdown } from './template.ts';

/** Where the generated page lies. */
export const COLUMN_DOCS = new URL('../../../../docs/import/columns.md', import.meta.url);

/** The page on every column of every kind, generated from the registry of facts. */
export function columnDocs(): string {
  const introduction = [
    '# Columns, kind by kind',
    '',
    'Generated from the registry of facts by `packages/api/src/imports/write-column-docs.ts`; a test keeps it current. How',
    'files are read, mapped and checked stands in [README.md](README.md). The kinds are in the order in which files are best',
    'imported: what others refer to comes first.',
    '',
  ];
  return `${[...introduction, ...FACT_KIND_NAMES.map(columnHelpMarkdown)].join('\n').trimEnd()}\n`;
}

if (import.meta.main) {
  const page = columnDocs();
  const before = await readFile(COLUMN_DOCS, 'utf8').catch(() => '');
  if (before !== page) await writeFile(COLUMN_DOCS, page);
}
