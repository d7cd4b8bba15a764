import { expect, it } from 'vitest';
import { missingIn, passwordWords } from './password-words.ts';

it('says what is missing before anything is sent', () => {
  expect(missingIn('', 'a long enough one')?.entry).toBe('current');
  expect(missingIn('the-present-one', 'elevensigns')?.entry).toBe('next');
  expect(missingIn('the-present-one', 'the-present-one')?.message).toContain('the password that you have now');
  expect(missingIn('the-present-one', 'twelve signs')).toBeNull();
});

it('says of a failure on our side that the password is as it was', () => {
  for (const problem of ['offline', 'server'] as const) expect(passwordWords(problem).message).toContain('as it was');
});

it('says whom to ask when a given password has lapsed', () => {
  expect(passwordWords('FIRST_PASSWORD_OVER').message).toContain('Ask your administrator');
});
