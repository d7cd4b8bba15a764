import { createHash, randomUUID } from 'node:crypto';
import { createImport, keepFile, updateImport, writeAudit } from '@plumbline/database';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { USUAL_LIMITS } from '../imports/index.ts';
import { refuse } from '../problems.ts';

const MEBIBYTE = 1024 * 1024;

export interface Upload {
  readonly kind: FactKindName;
  readonly fileName: string;
  /** Whether what is going on and not in the file has ended. Only some kinds can be whole lists. */
  readonly isWholeList: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Takes a file in, piece by piece, and begins to read it. Nothing of it is kept where the upload breaks off. */
export async function uploadImport(
  caller: Caller,
  { kind, fileName, isWholeList, bytes }: Upload,
): Promise<{ importId: string }> {
  const importId = randomUUID();
  const { person, councilId } = caller.signedIn;
  await caller.read(async (tx) => {
    const isFullExtract = isWholeList && kindOf(kind).closesWhenMissing;
    await createImport(tx, { id: importId, kind, fileName, uploadedBy: person, isFullExtract });
    const hash = createHash('sha256');
    await keepFile(
      tx,
      importId,
      pieces(bytes, (piece) => hash.update(piece)),
    );
    await updateImport(tx, importId, { fileHash: hash.digest('hex') });
    await writeAudit(tx, { actor: person, action: 'imports.upload', kind, importId });
  });
  caller.services.imports.read(councilId, importId);
  return { importId };
}

/** What arrives in network-sized bits, in pieces of a mebibyte; refuses once it is more than a file may be. */
async function* pieces(bytes: AsyncIterable<Uint8Array>, seen: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let total = 0;
  for await (const bit of bytes) {
    total += bit.length;
    if (total > USUAL_LIMITS.fileMegabytes * MEBIBYTE) refuse('too-large');
    seen(bit);
    waiting.push(bit);
    size += bit.length;
    if (size < MEBIBYTE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
