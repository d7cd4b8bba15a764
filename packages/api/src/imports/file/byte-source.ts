import { open } from 'node:fs/promises';

/** A file's bytes, read piece by piece and as often as needed: in memory, on disk, or wherever staging keeps it. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from an offset, fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes in memory. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) };
}

/** A source over a file on disk; `using` it, or calling `close`, gives the handle back. */
export async function sourceOfFile(path: string): Promise<ByteSource & { close(): Promise<void> } & AsyncDisposable> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: async (offset, length) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

const CHUNK = 256 * 1024;

/** The bytes from one offset to another, in chunks. */
export async function* chunksOf(source: ByteSource, from = 0, to: number = source.size): AsyncGenerator<Uint8Array> {
  for (let offset = from; offset < to;) {
    const chunk = await source.read(offset, Math.min(CHUNK, to - offset));
    if (chunk.length === 0) return;
    offset += chunk.length;
    yield chunk;
  }
}
