import { createHash, randomUUID } from 'node:crypto';
import { attachDocument as attach, changeDraft, findPolicyVersion, keepDocument, writeAudit } from '@plumbline/database';
import type { Caller } from '../access/caller.ts';
import { requireDraft } from '../policy-drafts/draft-view.ts';
import { refuse } from '../problems.ts';
import { readDocument } from './read-document.ts';

const MEBIBYTE = 1024 * 1024;
export const MOST_DOCUMENT_MEGABYTES = 20;

export interface DocumentUpload {
  /** A published version by its content hash, a draft by its id, or a place for a form or tool of the council's own in a draft. */
  readonly of:
    | { readonly kind: 'version'; readonly contentHash: string }
    | { readonly kind: 'draft' | 'place'; readonly draftId: string };
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Takes in the council's own document and puts it beside a version. Only what is a PDF, a Word document or a text is taken. */
export async function attachDocument(caller: Caller, { of, fileName, bytes }: DocumentUpload): Promise<{ documentId: string }> {
  const whole = await gather(bytes);
  const read = await readDocument(whole);
  if (read === null)
    refuse('not-valid', { fields: { file: 'This is no PDF, Word document (.docx) or plain text that can be read.' } });
  const documentId = randomUUID();
  const by = caller.signedIn.person;
  await caller.read(async (tx) => {
    const hash = createHash('sha256').update(whole).digest('hex');
    await keepDocument(tx, { id: documentId, fileName, hash, bytes: whole, uploadedBy: by, ...read });
    if (of.kind === 'version') {
      if ((await findPolicyVersion(tx, of.contentHash)) === null) refuse('not-found');
      await attach(tx, of.contentHash, documentId, by);
    } else {
      const draft = await requireDraft(tx, caller, of.draftId, true);
      if (draft.state !== 'open') refuse('wrong-state');
      // What fills a place is named in the draft's own content, by whoever sent it.
      if (of.kind === 'draft') await changeDraft(tx, draft, { by, isWork: false, documentId });
    }
    await writeAudit(tx, { actor: by, action: 'policy.attach' });
  });
  return { documentId };
}

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > MOST_DOCUMENT_MEGABYTES * MEBIBYTE) refuse('too-large');
    pieces.push(piece);
  }
  if (size === 0) refuse('not-valid', { fields: { file: 'The file is empty.' } });
  return Buffer.concat(pieces);
}
