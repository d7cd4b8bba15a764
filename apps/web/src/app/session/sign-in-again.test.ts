import { describe, expect, it } from 'vitest';
import { askToSignIn, hasSignedIn, noteSignedIn, noteSignedOut, resumeAfterSignIn } from './sign-in-again.ts';

describe('signing in again in place', () => {
  it('lets every waiting call go on once', async () => {
    const done: string[] = [];
    const first = askToSignIn().then(() => done.push('first'));
    const second = askToSignIn().then(() => done.push('second'));
    expect(done).toEqual([]);
    resumeAfterSignIn();
    await Promise.all([first, second]);
    expect(done).toEqual(['first', 'second']);
  });

  it('asks only somebody who was signed in and did not leave on purpose', () => {
    expect(hasSignedIn()).toBe(false);
    noteSignedIn();
    expect(hasSignedIn()).toBe(true);
    noteSignedOut();
    expect(hasSignedIn()).toBe(false);
  });
});
