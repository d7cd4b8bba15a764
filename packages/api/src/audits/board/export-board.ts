import { findCouncil } from '@plumbline/database';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { refuse } from '../../problems.ts';
import { boardPdf } from './board-pdf.ts';
import { boardWorkbook } from './board-workbook.ts';
import { BoardInput, viewBoard } from './view-board.ts';

export interface ExportedBoard {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** How many months an address asks for; refused where the board has no such period. */
export function monthsAsked(months: unknown): z.infer<typeof BoardInput> {
  const asked = BoardInput.safeParse(months === undefined ? {} : { months: Number(months) });
  return asked.success ? asked.data : refuse('not-valid', { fields: { months: 'It is 3, 6 or 12.' } });
}

/** The board as a file, made from what the caller is shown on the page. */
export async function exportBoard(
  caller: Caller,
  asked: z.infer<typeof BoardInput>,
  form: keyof typeof CONTENT_TYPES,
): Promise<ExportedBoard> {
  const council = (await findCouncil(caller.services.database, caller.signedIn.councilId)) ?? refuse('not-found');
  const view = await viewBoard(caller, asked);
  const { from, to } = view.board.period;
  const bytes =
    form === 'xlsx' ? await boardWorkbook(view, council.name) : await boardPdf(view, council.name, caller.now * 60_000);
  return { fileName: `audits-${from}-to-${to}.${form}`, contentType: CONTENT_TYPES[form], bytes };
}
