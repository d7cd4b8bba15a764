import { expect, it } from 'vitest';
import { keptBackInWords } from './audit-kept-back.ts';

it('says what waits for a second grade, and when it counts', () => {
  expect(keptBackInWords(1)).toBe(
    'One completed file waits for its blind second grade: what was found counts in the figures once that is given.',
  );
  expect(keptBackInWords(3)).toBe(
    '3 completed files wait for their blind second grades: what was found counts in the figures once those are given.',
  );
});
