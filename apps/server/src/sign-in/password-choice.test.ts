import { expect, it } from 'vitest';
import { LONGEST_PASSWORD, weaknessOf } from './password-choice.ts';

const BEFORE = 'the-one-from-before';
const NAME = 'priya.socialworker@marlhaven.example';

it.each([
  ['the same again', BEFORE, 'SAME_PASSWORD'],
  ['one sign over and over', 'aaaaaaaaaaaaa', 'PASSWORD_REPEATS'],
  ['two signs by turns', 'ababababababab', 'PASSWORD_REPEATS'],
  ['the digits in a row', '123456789012', 'PASSWORD_REPEATS'],
  ['the alphabet', 'abcdefghijklm', 'PASSWORD_REPEATS'],
  ['their own name', 'Priya-2026-05-12', 'PASSWORD_HAS_NAME'],
  ['the word itself, with a year', 'Password20261', 'PASSWORD_GUESSED'],
  ['the name of the product', 'plumbline-demo1', 'PASSWORD_GUESSED'],
  ['one word twice', 'welcomewelcome', 'PASSWORD_GUESSED'],
])('refuses %s', (_what, chosen, weakness) => {
  expect(weaknessOf(chosen, BEFORE, NAME)).toBe(weakness);
});

it.each(['correct horse battery staple', 'rainy tarn, grey fell', 'Zq7-fell-Tarn-31', 'passwords are for otters'])(
  'takes "%s", whatever signs it has or lacks',
  (chosen) => {
    expect(weaknessOf(chosen, BEFORE, NAME)).toBeNull();
  },
);

it('looks only at what is short enough to be taken', () => {
  const longest = `password${'1'.repeat(LONGEST_PASSWORD - 8)}`;
  expect(weaknessOf(longest, BEFORE, NAME)).toBe('PASSWORD_GUESSED');
  expect(weaknessOf(`${longest}1`, BEFORE, NAME)).toBeNull();
});
