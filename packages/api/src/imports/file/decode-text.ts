import { chunksOf, type ByteSource } from './byte-source.ts';
import type { TextEncoding } from './survey-text.ts';

export interface TextChunk {
  readonly text: string;
  /** 0 to 1. */
  readonly progress: number;
}

/** The text of a file chunk by chunk; a letter cut in two by a chunk's end is put together again. */
export async function* decodeText(source: ByteSource, encoding: TextEncoding, startsAt: number): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let offset = startsAt;
  for await (const chunk of chunksOf(source, startsAt)) {
    offset += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), progress: offset / source.size };
  }
  const rest = decoder.decode();
  if (rest !== '') yield { text: rest, progress: 1 };
}
