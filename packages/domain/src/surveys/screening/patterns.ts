/** What gives itself away by its form: addresses, numbers, dates, and names with a title before them. */
import type { Mark, MarkKind } from './marks.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}?[\p{L}\p{M}]+)*`;

/** In the order in which they are tried: what an earlier one has marked, a later one does not mark again. */
const PATTERNS: readonly { readonly kind: MarkKind; readonly pattern: RegExp; readonly holds?: (found: string) => boolean }[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { kind: 'date', pattern: /(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)/g },
  { kind: 'date', pattern: new RegExp(String.raw`\b${DAY}(?:\s+of)?\s+${MONTH}\b(?:\s+\d{4})?`, 'giu') },
  { kind: 'date', pattern: new RegExp(String.raw`\b${MONTH}\s+${DAY}\b(?:,?\s+\d{4})?`, 'giu') },
  { kind: 'nhs', pattern: /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g, holds: isNhsNumber },
  { kind: 'phone', pattern: /(?<![\d\p{L}])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d(?:[ ().-]{0,2}\d){7,10}(?!\d)/gu },
  { kind: 'postcode', pattern: /\b(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2})\b/gi },
  {
    kind: 'case',
    pattern: /\b(?:case|ref(?:erence)?|file|record|child)\s*(?:no\.?|number|id)?\s*[:#]?\s*[a-z]{0,4}[-/ ]?\d[\d/-]+/gi,
  },
  { kind: 'case', pattern: /\b[a-z]{1,5}[-/]?\d{4,}\b/gi },
  { kind: 'number', pattern: /(?<!\d)\d(?:[ -]?\d){4,}(?!\d)/g },
  {
    kind: 'name',
    pattern: new RegExp(String.raw`\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Rev|Judge)\.?\s+${NAME}(?:\s+${NAME})?`, 'gu'),
  },
];

/** Everything that a pattern finds in a text, in order. */
export function patternMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { kind, pattern, holds } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      const mark = { from: match.index, to: match.index + found.length, kind };
      const isTaken = marks.some(({ from, to }) => mark.from < to && from < mark.to);
      if (!isTaken && (holds === undefined || holds(found))) marks.push(mark);
    }
  }
  return marks.toSorted((a, b) => a.from - b.from);
}

/** Whether ten digits are an NHS number: the last is the check digit of the others, modulo 11. Source: NHS Data Dictionary. */
export function isNhsNumber(text: string): boolean {
  const digits = [...text].filter((sign) => sign >= '0' && sign <= '9').map(Number);
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9];
}
