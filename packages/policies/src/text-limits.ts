/** A text larger than this was not written by hand. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** Lists within lists within lists: no policy goes deeper. */
const MOST_DEPTH = 40;
/** Values in one text once every alias has been written out. */
const MOST_VALUES = 200_000;

/** Why a text must not be given to a reader at all; null where it may. */
export function unreadableText(text: string): string | null {
  if (Buffer.byteLength(text) > MOST_BYTES) return `The text is larger than ${MOST_BYTES / 1024 / 1024} MB.`;
  return bracketDepth(text) > MOST_DEPTH ? `Brackets are nested more than ${MOST_DEPTH} deep.` : null;
}

/** How deep brackets stand in one another, counted without reading: a reader of deep brackets runs out of stack. */
function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, (depth += 1));
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
  }
  return most;
}

/** Values that contain themselves, nest too deep or grow beyond measure once aliases are written out; null where all is well. */
export function faultOfValues(content: unknown): { readonly path: string; readonly message: string } | null {
  let values = 0;
  const walk = (value: unknown, place: readonly string[], above: readonly object[]): ReturnType<typeof faultOfValues> => {
    values += 1;
    if (values > MOST_VALUES)
      return { path: '', message: `There are more than ${MOST_VALUES} values once aliases are written out.` };
    if (value === null || typeof value !== 'object') return null;
    if (above.includes(value))
      return { path: place.join('.'), message: 'An alias here refers to what contains it, so that the value would never end.' };
    if (place.length > MOST_DEPTH)
      return { path: place.slice(0, 5).join('.'), message: `Values are nested more than ${MOST_DEPTH} deep.` };
    for (const [name, part] of Object.entries(value)) {
      const fault = walk(part, [...place, name], [...above, value]);
      if (fault !== null) return fault;
    }
    return null;
  };
  return walk(content, [], []);
}
