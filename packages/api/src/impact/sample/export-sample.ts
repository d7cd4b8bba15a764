import { findCouncil } from '@plumbline/database';
import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { openSample } from './open-sample.ts';
import { samplePdf } from './sample-pdf.ts';
import { sampleWorkbook } from './sample-workbook.ts';

const CONTENT_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type SampleForm = keyof typeof CONTENT_TYPES;

export interface ExportedSample {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A sample as a file: an opening like that on screen, kept as a look at everybody named before the file is made. */
export async function exportSample(
  caller: Caller,
  asked: { readonly sampleId: string; readonly besideId: unknown },
  form: SampleForm,
): Promise<ExportedSample> {
  const [sampleId, besideId] = [IdInput.safeParse(asked.sampleId), IdInput.safeParse(asked.besideId)];
  if (!sampleId.success || !besideId.success) refuse('not-found');
  const council = (await findCouncil(caller.services.database, caller.signedIn.councilId)) ?? refuse('not-found');
  const opened = await openSample(caller, { sampleId: sampleId.data, besideId: besideId.data }, 'sample-file');
  const bytes = form === 'pdf' ? await samplePdf(opened, council.name, caller.now * 60_000) : await sampleWorkbook(opened);
  return { fileName: `inspectors-sample-${opened.openedAt.slice(0, 10)}.${form}`, contentType: CONTENT_TYPES[form], bytes };
}
