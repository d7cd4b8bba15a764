import { expect, it } from 'vitest';
import { fitted } from './fitted.ts';

it('leaves what fits, and cuts what does not after a whole word', () => {
  expect(fitted('one two', 7)).toBe('one two');
  expect(fitted('one two three', 9)).toBe('one two…');
  expect(fitted('onetwothree', 5)).toBe('onet…');
});

it('leaves nothing that a database does not keep', () => {
  expect(fitted('a\u0000b', 9)).toBe('ab');
  expect(fitted('a\uD83D', 9).isWellFormed()).toBe(true);
  const cut = fitted(`${'a'.repeat(8)}😀😀`, 10);
  expect(cut.isWellFormed()).toBe(true);
  expect(cut.length).toBeLessThanOrEqual(10);
});
