import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

/** The line, from 1, of a path in a YAML text that can be read; null where it cannot. */
export function lineOfPath(text: string, path: string): number | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines });
  return document.errors.length > 0 ? null : placeOf(document, lines, path).line;
}

/** The line of a path such as `rules.12.every`, or of the nearest part around it that the text has. */
export function placeOf(document: Document, lines: LineCounter, path: string): { line: number; column: number } {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path === '' ? [] : path.split('.')) {
    const next = childOf(node, part);
    if (next === null) break;
    node = next.value;
    offset = next.offset ?? offset;
  }
  return placeAt(lines, offset);
}

function childOf(node: unknown, part: string): { readonly value: unknown; readonly offset: number | null } | null {
  if (isSeq(node)) {
    const value = node.items[Number(part)];
    return value === undefined ? null : { value, offset: startOf(value) };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (item) => isPair(item) && isNode(item.key) && String((item.key as { value?: unknown }).value) === part,
  );
  return pair === undefined ? null : { value: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null;
}

/** Line and column of an offset, both from 1. */
export function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
