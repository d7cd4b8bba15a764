/** What is to be said of the words of an item: two questions in one, words that push, and questions about who somebody is. */
import type { Item } from '../instrument.ts';
import { readingAge, wordsOf } from './reading-age.ts';
import { finding, type DesignFinding } from './findings.ts';

/** Above this age an item is hard for tired readers; ours, with room for the field's own words. */
export const HARD_ITEM_AGE = 15;
/** In fewer words the formula says nothing about how hard something is. */
const FEWEST_WORDS = 8;

const LEADING =
  /\b(obviously|of course|surely|naturally|undoubtedly|everybody knows|everyone knows|as we all know|fortunately|unfortunately|excellent|outstanding|brilliant|terrible|dreadful|unfair|don['’]t you|wouldn['’]t you|isn['’]t it|do you not agree|do you agree that|how much better|how much worse)\b/i;

/** "Between … and …" and fixed pairs are one idea. */
const ONE_IDEA =
  /\bbetween [^,.?!]+? and\b|\b(more or less|yes or no|by and large|give or take|health and safety|terms and conditions|performance and development)\b/gi;
const TWO_IDEAS = /\b(and|or|as well as)\b|&/i;

const NEGATION = /\b(not|never|no|nobody|nothing|cannot|without)\b|n['’]t\b/gi;
const NEGATED_WORD =
  /\b(un(?:able|clear|fair|happy|helpful|likely|reliable|safe|supported|usual|willing)|in(?:adequate|sufficient|ability)|impossible|fail(?:s|ed)?|lack(?:s|ed)?|rarely|seldom)\b/gi;

const CHILD = String.raw`(?:child|children|baby|young person|young people|family|families|parent|parents|carer|carers)`;
const IDENTIFIER = String.raw`(?:names?|initials|date of birth|dates of birth|birthday|address|case number|reference|reference number|nhs number)`;
const NAMES_CHILD = new RegExp(
  String.raw`\b${CHILD}(?:['’]s)?\s+(?:\w+\s+){0,2}?${IDENTIFIER}\b|\b${IDENTIFIER}\b[^.?!]{0,20}\bof\b[^.?!]{0,25}\b${CHILD}\b|\b(?:which|name (?:a|the|one|any)) ${CHILD}\b`,
  'i',
);

const ASKS_WHO =
  /\bhow old are you\b|\bhow long have you (?:worked|been)\b|\b(?:what|which) (?:is )?(?:your )?(?:name|age|gender|sex|team|job title|post|site|office|ethnic group|ethnicity|religion|nationality)\b|\byour (?:name|age|gender|sex|ethnic group|ethnicity|religion|sexual orientation|nationality|e-?mail|staff number|job title|date of birth)\b/i;

const WINDOW = /\b(last|past|this|since|current|usual|now|today)\b/i;

/** The words in which an item asks: in every part of the form. */
function stems(item: Item): string[] {
  return item.textGiving === null ? [item.text] : [item.text, item.textGiving];
}

function firstMatch(pattern: RegExp, texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].toLowerCase();
  }
  return null;
}

/** Everything to be said of one item's words. */
export function wordingFindings(item: Item): DesignFinding[] {
  const asked = stems(item);
  const found: DesignFinding[] = [];
  const look = (what: Parameters<typeof finding>[2]) => found.push(finding('look', item.id, what));

  const child = firstMatch(NAMES_CHILD, [...asked, ...optionTexts(item)]);
  if (child !== null) found.push(finding('mend', item.id, { kind: 'names-child', words: child }));
  const who = firstMatch(ASKS_WHO, asked);
  if (who !== null) look({ kind: 'asks-who', words: who });
  const two = firstMatch(
    TWO_IDEAS,
    asked.map((text) => text.replaceAll(ONE_IDEA, '')),
  );
  if (two !== null) look({ kind: 'double-barrelled', word: two });
  const pushing = firstMatch(LEADING, asked);
  if (pushing !== null) look({ kind: 'leading', words: pushing });
  if (item.kind === 'scale' && asked.some((text) => negations(text) > 1)) look({ kind: 'double-negative' });
  if (item.kind === 'scale' && item.scale === 'frequency' && !asked.every((text) => WINDOW.test(text)))
    look({ kind: 'no-window' });
  const age = hardest(asked);
  if (age !== null && age > HARD_ITEM_AGE) look({ kind: 'hard-to-read', age });
  return found;
}

function negations(text: string): number {
  return (text.match(NEGATION)?.length ?? 0) + (text.match(NEGATED_WORD)?.length ?? 0);
}

function hardest(texts: readonly string[]): number | null {
  const ages = texts.filter((text) => wordsOf(text).length >= FEWEST_WORDS).flatMap((text) => readingAge([text]) ?? []);
  return ages.length === 0 ? null : Math.max(...ages);
}

function optionTexts(item: Item): string[] {
  if (item.kind === 'grid') return item.rows.map(({ text }) => text);
  return 'options' in item ? item.options.map(({ text }) => text) : [];
}
