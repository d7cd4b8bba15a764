import { dateInWords } from '@plumbline/analytics/wording';
import { writePdf, type PdfBlock } from '../../documents/write-pdf.ts';
import { aboutBoard, boardSections, type BoardSection } from './board-sections.ts';
import type { BoardView } from './view-board.ts';

/** The board as a document for a meeting: what it is about, each part in a sentence, and its tables. */
export async function boardPdf(view: BoardView, council: string, madeAt: number): Promise<Buffer> {
  const { from, to } = view.board.period;
  const title = `What audits found, ${dateInWords(from)} to ${dateInWords(to)}`;
  const about = aboutBoard(view, council).map(([what, value]) => `${what}: ${value}`);
  const sections = boardSections(view);
  return await writePdf({
    title,
    author: council,
    madeAt,
    blocks: [
      { kind: 'heading', level: 1, text: 'What audits found' },
      { kind: 'list', items: about },
      { kind: 'heading', level: 2, text: 'In short' },
      { kind: 'list', items: sections.filter(({ sheet }) => sheet !== 'Auditors').map(({ sentence }) => sentence) },
      ...sections.flatMap(blocksOf),
    ],
  });
}

function blocksOf({ title, sentence, table }: BoardSection): PdfBlock[] {
  const heading: PdfBlock[] = [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', text: sentence },
  ];
  return table === null ? heading : [...heading, { kind: 'table', table }];
}
