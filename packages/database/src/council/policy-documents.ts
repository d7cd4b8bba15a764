import type { CouncilTransaction } from '../access/database.ts';

/** The council's own document, without its bytes. */
export interface PolicyDocument {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Its words, line by line, where they can be taken out of it. */
  readonly text: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

export interface NewDocument {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly text: string | null;
  readonly uploadedBy: string;
}

export async function keepDocument(tx: CouncilTransaction, document: NewDocument): Promise<void> {
  await tx.sql`
    insert into policy_document (council_id, id, file_name, media_type, size, hash, bytes, text, uploaded_by)
    values (${tx.councilId}, ${document.id}, ${document.fileName}, ${document.mediaType}, ${document.bytes.length}, ${document.hash},
      ${Buffer.from(document.bytes)}, ${document.text}, ${document.uploadedBy})`;
}

function columns(tx: CouncilTransaction) {
  return tx.sql`d.id, d.file_name as "fileName", d.media_type as "mediaType", d.size, d.text, d.uploaded_by as "uploadedBy", d.uploaded_at as "uploadedAt"`;
}

export async function findDocument(tx: CouncilTransaction, id: string): Promise<PolicyDocument | null> {
  const [found] = await tx.sql<PolicyDocument[]>`
    select ${columns(tx)} from policy_document d where d.council_id = ${tx.councilId} and d.id = ${id}`;
  return found ?? null;
}

/** The document as it came; null where it is not there. */
export async function readDocument(tx: CouncilTransaction, id: string): Promise<Uint8Array | null> {
  const [found] = await tx.sql<{ bytes: Uint8Array }[]>`
    select bytes from policy_document where council_id = ${tx.councilId} and id = ${id}`;
  return found?.bytes ?? null;
}

/** Puts a document beside a published version, in place of another one. */
export async function attachDocument(tx: CouncilTransaction, contentHash: string, documentId: string, by: string): Promise<void> {
  await tx.sql`
    insert into council_policy_document (council_id, content_hash, document_id, attached_by) values (${tx.councilId}, ${contentHash}, ${documentId}, ${by})
    on conflict (council_id, content_hash) do update set document_id = excluded.document_id, attached_by = excluded.attached_by, attached_at = now()`;
}

/** The documents beside published versions, by content hash. */
export async function attachedDocuments(tx: CouncilTransaction): Promise<ReadonlyMap<string, { id: string; fileName: string }>> {
  const rows = await tx.sql<{ hash: string; id: string; fileName: string }[]>`
    select a.content_hash as hash, d.id, d.file_name as "fileName" from council_policy_document a
      join policy_document d on d.council_id = a.council_id and d.id = a.document_id where a.council_id = ${tx.councilId}`;
  return new Map(rows.map(({ hash, id, fileName }) => [hash, { id, fileName }]));
}
