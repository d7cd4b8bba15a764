import { describe, expect, it } from 'vitest';
import { fleschKincaidGrade, readingAge, syllablesIn } from './reading-age.ts';

/** Syllables as a dictionary divides the words. */
const SYLLABLES: Readonly<Record<string, number>> = {
  a: 1,
  agreed: 2,
  agreement: 3,
  australian: 3,
  barrier: 2,
  changed: 1,
  changes: 2,
  child: 1,
  children: 2,
  colleague: 2,
  creature: 2,
  decision: 3,
  decided: 3,
  families: 3,
  hybrid: 2,
  involved: 2,
  little: 2,
  mammal: 2,
  moved: 1,
  needed: 2,
  noticed: 2,
  people: 2,
  platypus: 3,
  policy: 3,
  questions: 2,
  raised: 1,
  session: 2,
  table: 2,
  time: 1,
  worried: 2,
};

describe('syllables', () => {
  it('counts as a dictionary does', () => {
    for (const [word, count] of Object.entries(SYLLABLES)) expect(syllablesIn(word), word).toBe(count);
  });
});

describe('reading age', () => {
  it('gives the published grade of a published example', () => {
    // 13 words, 24 syllables, one sentence: grade 11.3, as the formula's usual example has it.
    expect(fleschKincaidGrade({ words: 13, sentences: 1, syllables: 24 })).toBeCloseTo(11.3, 1);
    expect(readingAge(['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.'])).toBeCloseTo(
      16.3,
      1,
    );
  });

  it('is low for short words, and never below five', () => {
    expect(readingAge(['The cat sat on the mat.'])).toBe(5);
  });

  it('says nothing where there are no words', () => {
    expect(readingAge(['12', ''])).toBeNull();
  });

  it('rises with longer sentences and longer words', () => {
    const plain = readingAge(['We looked back at what we agreed last time.'])!;
    const long = readingAge(['Retrospective consideration of previously established commitments occurred systematically.'])!;
    expect(long).toBeGreaterThan(plain + 5);
  });

  it('does not count against a question the words that its readers use every day', () => {
    expect(readingAge(['My supervisor helps me with my work in supervision each time.'])!).toBeLessThan(12);
  });
});
