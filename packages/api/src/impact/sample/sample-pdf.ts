import { dateInWords } from '@plumbline/analytics/wording';
import { writePdf, type PdfBlock } from '../../documents/write-pdf.ts';
import type { OpenedSample } from './open-sample.ts';
import type { SampleFile } from './sample-file.ts';
import { aboutSample, NOT_IN_IT } from './sample-words.ts';

/** A sample as a tagged document: what it is, then everybody named, each with their tables. */
export async function samplePdf(opened: OpenedSample, council: string, madeAt: number): Promise<Buffer> {
  const { from, to } = opened.sample;
  return await writePdf({
    title: `Inspector’s sample, ${council}, ${dateInWords(from)} to ${dateInWords(to)}`,
    author: council,
    madeAt,
    isWide: true,
    blocks: [
      { kind: 'heading', level: 1, text: 'Inspector’s sample' },
      { kind: 'list', items: aboutSample(opened).map(([what, value]) => `${what}: ${value}`) },
      { kind: 'paragraph', text: NOT_IN_IT },
      ...opened.files.flatMap(blocksOf),
    ],
  });
}

function blocksOf({ label, described, summary, parts }: SampleFile): PdfBlock[] {
  const head = [described, ...summary].filter((text) => text !== '');
  return [
    { kind: 'heading', level: 2, text: label },
    { kind: 'list', items: head },
    ...parts.flatMap(({ title, note, columns, rows, empty }): PdfBlock[] => [
      { kind: 'heading', level: 3, text: title },
      ...(rows.length === 0 ? [{ kind: 'paragraph', text: empty } as const] : []),
      ...(rows.length > 0 && note !== null ? [{ kind: 'paragraph', text: note } as const] : []),
      ...(rows.length > 0
        ? [
            {
              kind: 'table',
              table: {
                caption: `${label}: ${title.toLowerCase()}`,
                columns,
                rows: rows.map(({ cells: [header = '', ...cells] }) => ({ header, cells, note: null })),
              },
            } as const,
          ]
        : []),
    ]),
  ];
}
