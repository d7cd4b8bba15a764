import type { PasswordProblem } from './auth-calls.ts';

/** Which field a refusal is about, and how to mend it. */
export interface PasswordWords {
  readonly entry: 'current' | 'next' | null;
  readonly message: string;
}

export const SHORTEST = 12;

const WORDS: Readonly<Record<PasswordProblem, PasswordWords>> = {
  INVALID_PASSWORD: { entry: 'current', message: 'This is not your present password. Capital letters matter.' },
  PASSWORD_TOO_SHORT: {
    entry: 'next',
    message: `Use at least ${SHORTEST} characters. Three or four words do well.`,
  },
  PASSWORD_TOO_LONG: { entry: 'next', message: 'Use at most 128 characters.' },
  SAME_PASSWORD: { entry: 'next', message: 'This is the password that you have now. Choose another.' },
  PASSWORD_HAS_NAME: { entry: 'next', message: 'Leave out your name and your sign-in name: whoever guesses begins with them.' },
  PASSWORD_REPEATS: {
    entry: 'next',
    message: 'The same characters over and over, or in a row, are guessed first. Mix some words.',
  },
  PASSWORD_GUESSED: {
    entry: 'next',
    message: 'This is one that people guess first. Three or four words that do not belong together do well.',
  },
  FIRST_PASSWORD_OVER: {
    entry: null,
    message: 'The password that you were given is no longer good. Ask your administrator for a new one.',
  },
  locked: { entry: null, message: 'There have been too many tries. Wait fifteen minutes, then try again.' },
  'signed-out': { entry: null, message: 'You have been signed out meanwhile. Load the page again and sign in.' },
  offline: {
    entry: null,
    message: 'The server cannot be reached. Your password is as it was. Check your connection, then try again.',
  },
  server: { entry: null, message: 'Something went wrong on our side. Your password is as it was. Try again in a minute.' },
};

/** What to say of a refusal, and beside which field. */
export function passwordWords(problem: PasswordProblem): PasswordWords {
  return WORDS[problem];
}

/** What can be seen to be missing before anything is sent; null where nothing is. */
export function missingIn(current: string, next: string): PasswordWords | null {
  if (current === '') return { entry: 'current', message: 'Type the password that you have now.' };
  if (next.length < SHORTEST) return WORDS.PASSWORD_TOO_SHORT;
  return next === current ? WORDS.SAME_PASSWORD : null;
}
