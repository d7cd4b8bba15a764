/** A piece of a text, cut out already or not. */
export interface MarkedPiece {
  readonly at: number;
  readonly words: string;
  readonly isCut: boolean;
}

/** Takes a text apart at what was cut out of it; where two extracts lie over one another, the earlier counts. */
export function markExtracts(text: string, extracts: readonly string[]): MarkedPiece[] {
  const found = extracts
    .map((words) => ({ at: text.indexOf(words), length: words.length }))
    .filter(({ at, length }) => at >= 0 && length > 0)
    .toSorted((one, other) => one.at - other.at);
  const pieces: MarkedPiece[] = [];
  let place = 0;
  for (const { at, length } of found) {
    if (at < place) continue;
    if (at > place) pieces.push({ at: place, words: text.slice(place, at), isCut: false });
    pieces.push({ at, words: text.slice(at, at + length), isCut: true });
    place = at + length;
  }
  if (place < text.length) pieces.push({ at: place, words: text.slice(place), isCut: false });
  return pieces;
}
