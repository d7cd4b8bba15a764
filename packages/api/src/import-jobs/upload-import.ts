import { createHash, randomUUID } from 'node:crypto';
import {
  createImport,
  forgetAbandoned,
  forgetArriving,
  keepPiece,
  PIECE_BYTES,
  updateImport,
  writeAudit,
} from '@plumbline/database';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { USUAL_LIMITS } from '../imports/index.ts';
import { refuse } from '../problems.ts';

/** The largest file that is taken in. */
const MOST_BYTES = USUAL_LIMITS.fileMegabytes * 1024 * 1024;

export interface Upload {
  readonly kind: FactKindName;
  readonly fileName: string;
  /** Whether what is going on and not in the file has ended. Only some kinds can be whole lists. */
  readonly isWholeList: boolean;
  /** How many bytes are to come, where the sender says. */
  readonly declaredBytes: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The largest file that is taken in; 200 MB where left out. */
  readonly mostBytes?: number;
}

/**
 * Takes a file in, piece by piece, and begins to read it. Each piece is kept in a transaction of its own: whoever sends
 * slowly holds no connection while nothing comes, and at most one piece in memory. Nothing is kept where the upload
 * breaks off or turns out too large.
 */
export async function uploadImport(caller: Caller, upload: Upload): Promise<{ importId: string }> {
  const { declaredBytes, mostBytes = MOST_BYTES } = upload;
  if (declaredBytes !== null && declaredBytes > mostBytes) refuse('too-large');
  const importId = randomUUID();
  await begin(caller, importId, upload);
  try {
    const fileHash = await keepPieces(caller, importId, piecesOf(upload.bytes, mostBytes));
    await caller.read(async (tx) => {
      await updateImport(tx, importId, { state: 'reading', fileHash }, ['arriving']);
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'imports.upload', kind: upload.kind, importId });
    });
  } catch (error) {
    await caller.read((tx) => forgetArriving(tx, importId));
    throw error;
  }
  caller.services.imports.read(caller.signedIn.councilId, importId);
  return { importId };
}

async function begin(caller: Caller, importId: string, { kind, fileName, isWholeList }: Upload): Promise<void> {
  const isFullExtract = isWholeList && kindOf(kind).closesWhenMissing;
  const uploadedBy = caller.signedIn.person;
  await caller.read(async (tx) => {
    await forgetAbandoned(tx);
    await createImport(tx, { id: importId, kind, fileName, uploadedBy, isFullExtract, state: 'arriving' });
  });
}

async function keepPieces(caller: Caller, importId: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  let number = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    await caller.services.imports.keeping(() => caller.read((tx) => keepPiece(tx, importId, number++, piece)));
  }
  return hash.digest('hex');
}

/** What arrives in network-sized bits, in pieces of one size; refuses once it is more than a file may be. */
async function* piecesOf(bytes: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let piece = Buffer.alloc(PIECE_BYTES);
  let filled = 0;
  let total = 0;
  for await (const bit of bytes) {
    total += bit.length;
    if (total > mostBytes) refuse('too-large');
    for (let at = 0; at < bit.length;) {
      const part = bit.subarray(at, at + PIECE_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      piece = Buffer.alloc(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
