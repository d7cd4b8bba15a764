import { inflateSync } from 'node:zlib';

/** Bytes before the tables' directory, and of each entry, in a WOFF file and in a plain font file. */
const WOFF = { header: 44, entry: 20 } as const;
const PLAIN = { header: 12, entry: 16 } as const;

interface Packed {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly bytes: Buffer;
}

/**
 * A WOFF font as the plain font that it packs. Whoever writes with it reads its tables again and again, and would unpack them each
 * time. Anything but WOFF 1.0 stops it. Source: WOFF File Format 1.0, W3C, sections 3 to 5.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('This is no WOFF font.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => tableAt(woff, WOFF.header + i * WOFF.entry));
  const plain = Buffer.alloc(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), PLAIN.header + count * PLAIN.entry));
  woff.copy(plain, 0, 4, 8);
  writeSearchFields(plain, count);
  let offset = PLAIN.header + count * PLAIN.entry;
  for (const [i, { tag, checksum, bytes }] of tables.entries()) {
    const entry = PLAIN.header + i * PLAIN.entry;
    tag.copy(plain, entry);
    plain.writeUInt32BE(checksum, entry + 4);
    plain.writeUInt32BE(offset, entry + 8);
    plain.writeUInt32BE(bytes.length, entry + 12);
    bytes.copy(plain, offset);
    offset += padded(bytes.length);
  }
  return plain;
}

function tableAt(woff: Buffer, entry: number): Packed {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(entry + place)) as [
    number,
    number,
    number,
    number,
  ];
  const stored = woff.subarray(offset, offset + packed);
  return { tag: woff.subarray(entry, entry + 4), checksum, bytes: packed < length ? inflateSync(stored) : stored };
}

/** By which old readers look tables up: the largest power of two within their number. */
function writeSearchFields(plain: Buffer, count: number): void {
  const power = Math.floor(Math.log2(count));
  plain.writeUInt16BE(count, 4);
  plain.writeUInt16BE(2 ** power * 16, 6);
  plain.writeUInt16BE(power, 8);
  plain.writeUInt16BE((count - 2 ** power) * 16, 10);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
