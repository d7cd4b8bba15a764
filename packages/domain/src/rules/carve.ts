/**
 * Columns of whole numbers of the given lengths, all zero, side by side in one piece of memory. Every column with memory of its
 * own would cost more than the work on a single subject: explaining one worker's requirements makes hundreds of them.
 */
export function carve<const Lengths extends readonly number[]>(
  ...lengths: Lengths
): { -readonly [I in keyof Lengths]: Int32Array<ArrayBuffer> } {
  let total = 0;
  for (const length of lengths) total += length;
  const memory = new ArrayBuffer(total * BYTES);
  let at = 0;
  const columns: Int32Array<ArrayBuffer>[] = [];
  for (const length of lengths) {
    columns.push(new Int32Array(memory, at, length));
    at += length * BYTES;
  }
  return columns as { -readonly [I in keyof Lengths]: Int32Array<ArrayBuffer> };
}

const BYTES = Int32Array.BYTES_PER_ELEMENT;
