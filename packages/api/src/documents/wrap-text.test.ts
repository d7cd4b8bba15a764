import { expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

/** Every character as wide as 1. */
const widthOf = (text: string): number => text.length;

it('breaks between words and keeps the space at the end of its line', () => {
  expect(wrapText('one two three four', 9, widthOf)).toEqual(['one two ', 'three ', 'four']);
  expect(wrapText('  one\n two ', 20, widthOf)).toEqual(['one two']);
});

it('gives back the text when its lines are joined', () => {
  const text = 'Of 26 files drawn at random, 19 (73%, between 59% and 83%) were good or better.';
  for (const width of [1, 5, 12, 40, 200]) expect(wrapText(text, width, widthOf).join('')).toBe(text);
});

it('breaks a word that is wider than a line, and never without end', () => {
  expect(wrapText('an uninterrupted word', 6, widthOf)).toEqual(['an ', 'uninte', 'rrupte', 'd word']);
  expect(wrapText('ab', 0, widthOf)).toEqual(['a', 'b']);
});

it('makes one empty line of nothing', () => {
  expect(wrapText('', 10, widthOf)).toEqual(['']);
});
