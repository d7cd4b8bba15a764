/**
 * How hard a text is to read, as the age at which somebody would usually manage it.
 *
 * Flesch-Kincaid grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975,
 * Navy research branch report 8-75), and reading age in years = grade + 5, the age at which a grade is usually reached. It counts
 * and understands nothing: a low age is no proof that a question is clear.
 *
 * Long words that everybody who answers says every day would make a plain question look hard; they count as two syllables each.
 */

/** The field's own words and what is written of them here: known to whoever answers. */
const FAMILIAR = new Set(
  `supervision supervisions supervisor supervisors supervise supervised supervising policy policies agreement appraisal colleague
  colleagues manager managers family families authority organisation social unregistered registered induction`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words of a text, without figures and signs. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+(?:['’][a-z]+)?/g) ?? [];
}

/** Sentences of a text: at least one where there is any word. */
function sentenceCount(text: string): number {
  const sentences = text.split(/[.?!:]+(?:\s|$)/).filter((part) => wordsOf(part).length > 0);
  return Math.max(1, sentences.length);
}

/** About how many syllables an English word has: groups of vowels, without those that are not spoken. At least one. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = letters
    .replace(/(?<=[^aeiouy]{1,2}|[aeiouy][^aeiouy])(?<![tde])ed$/, '')
    .replace(/(?<=[^aeiouysxzcg])es$/, '')
    .replace(/(?<=[gq])ue$/, '')
    .replace(/(?<=[aeiouy][^aeiouyl]+)e$/, '')
    .replace(/(?<=[aeiouy]l)e$/, '');
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

function syllablesCounted(word: string): number {
  return FAMILIAR.has(word) ? Math.min(2, syllablesIn(word)) : syllablesIn(word);
}

/**
 * Reading age in years, to one decimal, of several texts taken together; null where there is no word. Below 5 it is said as 5.
 */
export function readingAge(texts: readonly string[]): number | null {
  const words = texts.flatMap(wordsOf);
  if (words.length === 0) return null;
  const sentences = texts.filter((text) => wordsOf(text).length > 0).reduce((sum, text) => sum + sentenceCount(text), 0);
  const syllables = words.reduce((sum, word) => sum + syllablesCounted(word), 0);
  const grade = fleschKincaidGrade({ words: words.length, sentences, syllables });
  return Math.max(5, Math.round((grade + 5) * 10) / 10);
}

/** The grade of American schools that Flesch and Kincaid's formula gives. */
export function fleschKincaidGrade(counts: {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}): number {
  return 0.39 * (counts.words / counts.sentences) + 11.8 * (counts.syllables / counts.words) - 15.59;
}
