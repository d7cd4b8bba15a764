const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
  hellip: '…',
};

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 31 && code < 0x11_0000 && !(code >= 0xd8_00 && code <= 0xdf_ff)
      ? String.fromCodePoint(code)
      : whole;
  }
  return ENTITIES[name.toLowerCase()] ?? whole;
}

/** Tags that begin a line of their own; of all others only the words stay. */
const BREAKS = /<\/?(?:p|div|br|ul|ol|h[1-6]|tr|table|tbody|section)\b[^<>]*>/gi;
const ITEM = /<li\b[^<>]*>/gi;
const OTHER = /<\/?[a-z][a-z0-9]*\b[^<>]*>/gi;

/**
 * Words of a text in which bits of HTML, Markdown or Word's signs are left over: one thought a line, points of lists with a
 * dot before them, no tags. Words are never taken away.
 */
export function plainLines(text: string): string[] {
  const bare = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replaceAll(ITEM, '\n• ')
    .replaceAll(BREAKS, '\n')
    .replaceAll(OTHER, '')
    .replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    // Before anything looks for spaces again: searched from each of its spaces, a long run of them takes minutes.
    .replaceAll(/[^\S\n]+/g, ' ')
    // Points of a list that stand behind one another on one line.
    .replaceAll(/ ?[•▪●‣·] ?/g, '\n• ');
  return bare.split('\n').map(oneLine);
}

function oneLine(line: string): string {
  return line
    .trim()
    .replace(/^#{1,6} +/, '')
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .replace(/^[-*] +/, '• ')
    .replace(/^•\s*•/, '•');
}
