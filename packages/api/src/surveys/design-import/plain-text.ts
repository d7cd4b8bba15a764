/** Text of another tool as plain words: no mark-up, no entities, no signs that cannot be kept, one line. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ndash: '–',
};

function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 31 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : ' ';
  });
}

/**
 * Mark-up is taken away before and after entities are read, so that none hides in them. A sign that opens no tag is looked at once:
 * a text of nothing but such signs takes no longer than another.
 */
export function plainText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
  const withoutTags = (text: string) => text.replaceAll(/<[^<>]*>/g, ' ');
  const words = withoutTags(decoded(withoutTags(String(value))));
  return words
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What another tool would fill in for each person: a first name, an e-mail address, an earlier answer. */
export const PLACEHOLDER = /\{[^{}]{1,200}\}/g;
