import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';

/** Every piece of a kept file but the last has this many bytes, so that an offset says in which piece it lies. */
export const PIECE_BYTES = 1024 * 1024;

/** Pieces held while a file is read: a workbook's reader goes back and forth between two places of it. */
const PIECES_HELD = 4;

/** Keeps one piece of a file as it came, so that it can be read again once its codes are mapped. */
export async function keepPiece(tx: CouncilTransaction, importId: string, piece: number, bytes: Uint8Array): Promise<void> {
  await tx.sql`insert into import_file (council_id, import_id, chunk, bytes) values (${tx.councilId}, ${importId}, ${piece}, ${bytes})`;
}

/** A kept file: how many bytes, and any of them. */
export interface KeptFile {
  readonly size: number;
  /** Bytes from an offset, fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Opens a kept file. A few pieces are held at a time, and a connection only while one is fetched. */
export async function openKeptFile(db: Database, councilId: string, importId: string): Promise<KeptFile> {
  const size = await inCouncil(db, councilId, async (tx) => {
    const [row] = await tx.sql<
      { size: number }[]
    >`select coalesce(sum(length(bytes)), 0) as size from import_file where council_id = ${councilId} and import_id = ${importId}`;
    return Number(row?.size ?? 0);
  });
  const held = new Map<number, Promise<Uint8Array>>();
  const piece = (number: number): Promise<Uint8Array> => {
    const found = held.get(number) ?? inCouncil(db, councilId, (tx) => readPiece(tx, importId, number));
    // Put last, so that the one not asked for the longest is first and goes.
    held.delete(number);
    held.set(number, found);
    for (const first of held.keys()) if (held.size > PIECES_HELD) held.delete(first);
    found.catch(() => held.delete(number));
    return found;
  };
  return {
    size,
    async read(offset, length) {
      const end = Math.min(size, offset + length);
      const parts: Uint8Array[] = [];
      for (let at = offset; at < end;) {
        const start = at % PIECE_BYTES;
        const part = (await piece(Math.floor(at / PIECE_BYTES))).subarray(start, start + end - at);
        if (part.length === 0) throw new RangeError(`A piece of the file of import ${importId} is missing.`);
        parts.push(part);
        at += part.length;
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
  };
}

async function readPiece(tx: CouncilTransaction, importId: string, piece: number): Promise<Uint8Array> {
  const [row] = await tx.sql<
    { bytes: Buffer }[]
  >`select bytes from import_file where council_id = ${tx.councilId} and import_id = ${importId} and chunk = ${piece}`;
  return row?.bytes ?? new Uint8Array(0);
}

/** Throws an import away with everything kept of it, as if it had never begun. Only for files that never arrived. */
export async function forgetArriving(tx: CouncilTransaction, importId: string): Promise<void> {
  await tx.sql`delete from import_run where council_id = ${tx.councilId} and id = ${importId} and state = 'arriving'`;
}

/** Throws away what was begun so long ago that nobody can still be sending it: the server stopped while they did. */
export async function forgetAbandoned(tx: CouncilTransaction): Promise<void> {
  await tx.sql`delete from import_run where council_id = ${tx.councilId} and state = 'arriving' and uploaded_at < now() - interval '12 hours'`;
}
