import type { ReadFile } from '@plumbline/analytics/focus-groups';
import { LONGEST_RECORD_TEXT, readRecord } from '@plumbline/domain/focus-groups';
import { readDocument } from '../policy-documents/read-document.ts';
import { refuse } from '../problems.ts';

const MEBIBYTE = 1024 * 1024;
/** A record of a group with pictures in it stays below this. */
export const MOST_RECORD_MEGABYTES = 10;

/**
 * Reads the record of a focus group from a file: plain text, Markdown or Word. Nothing is kept. Word documents go through the
 * same guarded reader as policies: sizes that the archive claims are not trusted, numbers that Word counts are counted.
 */
export async function readRecordFile(bytes: Uint8Array, fileName: string): Promise<ReadFile> {
  if (bytes.length === 0) refuse('not-valid', { fields: { file: 'The file is empty.' } });
  if (bytes.length > MOST_RECORD_MEGABYTES * MEBIBYTE) refuse('too-large');
  const document = await readDocument(bytes);
  if (document === null || document.text === null)
    refuse('not-valid', { fields: { file: 'This is no Word document (.docx), Markdown or plain text that can be read.' } });
  const { text } = document;
  if (text.length > LONGEST_RECORD_TEXT)
    refuse('not-valid', { fields: { file: 'The text is longer than the record of one group can be.' } });
  return { fileName, text, ...readRecord(text) };
}

/** The same from a body that is still arriving. */
export async function readRecordUpload(body: AsyncIterable<Uint8Array>, fileName: string): Promise<ReadFile> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > MOST_RECORD_MEGABYTES * MEBIBYTE) refuse('too-large');
    pieces.push(piece);
  }
  return await readRecordFile(Buffer.concat(pieces), fileName);
}
