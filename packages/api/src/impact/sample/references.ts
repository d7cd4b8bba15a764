/** One reference number of a pasted list, with the line on which it stood and its place on that line, both counted from 1. */
export interface PastedReference {
  readonly line: number;
  readonly place: number;
  readonly ref: string;
}

/**
 * Reads a pasted list of reference numbers: one to a line, or several with commas, semicolons or tabs between them. What is
 * empty counts as a line or a place and names nobody; what stands twice is kept once, where it stood first.
 */
export function readReferences(pasted: string): PastedReference[] {
  const seen = new Set<string>();
  return pasted.split(/\r\n|\r|\n/u).flatMap((text, i) =>
    text.split(/[,;\t]/u).flatMap((part, j) => {
      const ref = part.trim();
      if (ref === '' || seen.has(ref)) return [];
      seen.add(ref);
      return [{ line: i + 1, place: j + 1, ref }];
    }),
  );
}
