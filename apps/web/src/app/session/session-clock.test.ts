import { expect, it } from 'vitest';
import { noteAnswer, sessionEnd } from './session-clock.ts';

const answer = (seconds?: string): Headers => new Headers(seconds === undefined ? {} : { 'x-plumbline-signed-in-for': seconds });

it('knows from each answer when the sign-in ends, and from answers without a word nothing new', () => {
  noteAnswer(answer(), 0);
  expect(sessionEnd()).toBeNull();
  noteAnswer(answer('900'), 1000);
  expect(sessionEnd()).toEqual({ at: 901_000, isFinal: false });
  noteAnswer(answer(), 5000);
  expect(sessionEnd()).toEqual({ at: 901_000, isFinal: false });
});

it('sees that an end is final where a call has not moved it', () => {
  noteAnswer(answer('240'), 0);
  expect(sessionEnd()).toEqual({ at: 240_000, isFinal: true });
});
