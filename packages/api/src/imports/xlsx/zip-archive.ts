import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { chunksOf, type ByteSource } from '../file/byte-source.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** A workbook's archive is not what it should be. Caught where a workbook is opened or read, and told as one problem. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly reason: 'damaged' | 'too-big';

  constructor(reason: 'damaged' | 'too-big', message: string) {
    super(message);
    this.reason = reason;
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 5000;

/** The entries of a zip archive, from the directory at its end; the sizes that it claims are never trusted. */
export async function listEntries(source: ByteSource): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, source.size - 65_557);
  const tail = viewOf(await source.read(tailAt, source.size - tailAt));
  const end = lastIndexOfSignature(tail, END);
  if (end < 0) throw new ArchiveError('damaged', 'no directory at the end');
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const at = tail.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || size > 4_000_000 || at + size > source.size)
    throw new ArchiveError('damaged', 'directory out of bounds');
  const directory = await source.read(at, size);
  return entriesOf(directory, count);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function lastIndexOfSignature(view: DataView, signature: number): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === signature) return at;
  return -1;
}

function entriesOf(directory: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new ArchiveError('damaged', 'directory entry');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** What is left of the allowance for unpacked bytes, shared by all parts of one reading. */
export interface Allowance {
  bytes: number;
}

/** The unpacked text of an entry, piece by piece; stops as soon as the allowance is used up, whatever sizes were claimed. */
export async function* readEntry(
  source: ByteSource,
  entry: ZipEntry,
  allowance: Allowance,
): AsyncGenerator<{ text: string; progress: number }> {
  const local = viewOf(await source.read(entry.offset, 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== 0x04034b50) throw new ArchiveError('damaged', 'local header');
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + entry.packedSize > source.size) throw new ArchiveError('damaged', 'part beyond the end');
  let packed = 0;
  const count = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksOf(source, start, start + entry.packedSize)) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const decoder = new TextDecoder('utf-8');
  let crc = 0;
  for await (const chunk of unpack(count(), entry)) {
    allowance.bytes -= chunk.length;
    if (allowance.bytes < 0) throw new ArchiveError('too-big', entry.name);
    crc = crc32(chunk, crc);
    yield { text: decoder.decode(chunk, { stream: true }), progress: entry.packedSize === 0 ? 1 : packed / entry.packedSize };
  }
  if (crc !== entry.crc) throw new ArchiveError('damaged', `checksum of ${entry.name}`);
}

async function* unpack(chunks: AsyncGenerator<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) {
    yield* chunks;
    return;
  }
  if (entry.method !== 8) throw new ArchiveError('damaged', `compression method ${entry.method}`);
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  // The callback is where a stream's failure would otherwise go unheard; the loop below throws the same error.
  const stream = pipeline(Readable.from(chunks), inflate, () => undefined);
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    throw new ArchiveError('damaged', error instanceof Error ? error.message : String(error));
  }
}
