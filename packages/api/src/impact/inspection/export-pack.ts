import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { getPack } from './get-pack.ts';
import { packCsv } from './pack-csv.ts';
import { packPdf } from './pack-pdf.ts';
import { packWorkbook } from './pack-workbook.ts';

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const;

export type PackForm = keyof typeof CONTENT_TYPES;

export interface ExportedPack {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A pack as a file, as it was drafted; one that is not approved says so on each page. */
export async function exportPack(caller: Caller, packId: string, form: PackForm): Promise<ExportedPack> {
  const asked = IdInput.safeParse(packId);
  const view = await getPack(caller, asked.success ? asked.data : refuse('not-found'));
  const standing = view.state === 'approved' ? '' : `-${view.state === 'checked' ? 'not-approved' : 'draft'}`;
  const whose = view.home === null ? '' : `${slugOf(view.home)}-`;
  const fileName = `inspection-pack-${whose}${view.asOf}${standing}.${form}`;
  const bytes =
    form === 'csv' ? packCsv(view) : form === 'xlsx' ? await packWorkbook(view) : await packPdf(view, caller.now * 60_000);
  return { fileName, contentType: CONTENT_TYPES[form], bytes };
}

/** A name as it can stand in the name of a file. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}
