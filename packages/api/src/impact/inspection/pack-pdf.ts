import type { PackPart } from '@plumbline/analytics/impact';
import { dateInWords } from '@plumbline/analytics/wording';
import { writePdf, type PdfBlock } from '../../documents/write-pdf.ts';
import type { PackView } from './pack-view.ts';
import { aboutPack, ownerOf, partStanding, standingOf } from './pack-words.ts';

/** The pack as a document: what it is, each part in sentences and tables, and a code beside each figure. */
export async function packPdf(view: PackView, madeAt: number): Promise<Buffer> {
  const { pack } = view;
  const standing = standingOf(view);
  const name = `Inspection pack, ${ownerOf(view)}, ${dateInWords(pack.asOf)}`;
  return await writePdf({
    // The title stands at the foot of each page, and so does what the pack is not yet.
    title: standing === null ? name : `${standing}. ${name}`,
    author: pack.council,
    madeAt,
    blocks: [
      { kind: 'heading', level: 1, text: 'Inspection pack' },
      ...(standing === null ? [] : [{ kind: 'paragraph', text: `${standing}.` } as const]),
      { kind: 'list', items: aboutPack(view).map(([what, value]) => `${what}: ${value}`) },
      {
        kind: 'paragraph',
        text: 'Each figure has a code. Anybody who holds this file and its CSV can have the figure worked out again from the record, as it stood then, and see that the code is the same.',
      },
      ...pack.parts.flatMap(blocksOf),
    ],
  });
}

function blocksOf(part: PackPart, i: number): PdfBlock[] {
  const { title, note, figures, table } = part;
  const standing = partStanding(part);
  const blocks: PdfBlock[] = [{ kind: 'heading', level: 2, text: `${i + 1}. ${title}` }];
  if (standing !== null) blocks.push({ kind: 'paragraph', text: `${standing}.` });
  if (note !== null) blocks.push({ kind: 'paragraph', text: note });
  if (figures.length > 0)
    blocks.push({
      kind: 'table',
      table: {
        caption: `Figures: ${title.toLowerCase()}`,
        columns: ['Figure', 'Value', 'Counted', 'Away', 'Not known', 'Code'],
        rows: figures.map(({ title: header, value, unit, numerator, denominator, excluded, code }) => ({
          header,
          cells: [
            value === null ? '–' : `${value}${unit === '%' ? '%' : ` ${unit}`}`,
            denominator === null ? String(numerator) : `${numerator} ${unit === '%' ? 'of' : 'to'} ${denominator}`,
            String(excluded.away),
            String(excluded.notKnown),
            code,
          ],
          note: null,
        })),
      },
    });
  if (table !== null && !isTwin(table.columns))
    blocks.push({
      kind: 'table',
      table: {
        caption: title,
        columns: table.columns,
        rows: table.rows.map(([header = '', ...cells]) => ({ header, cells, note: null })),
      },
    });
  return blocks;
}

/** A table that says what the figures say already. */
function isTwin(columns: readonly string[]): boolean {
  return columns.at(-1) === 'Not known';
}
