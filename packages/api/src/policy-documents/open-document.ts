import { findDocument, readDocument, type PolicyDocument } from '@plumbline/database';
import type { Caller } from '../access/caller.ts';
import { refuse } from '../problems.ts';

/** The council's own document as it came. Whoever may read the policy may read its document. */
export async function openDocument(
  caller: Caller,
  documentId: string,
): Promise<{ readonly document: PolicyDocument; readonly bytes: Uint8Array }> {
  return await caller.read(async (tx) => {
    const document = await findDocument(tx, documentId);
    const bytes = document === null ? null : await readDocument(tx, documentId);
    return document === null || bytes === null ? refuse('not-found') : { document, bytes };
  });
}
