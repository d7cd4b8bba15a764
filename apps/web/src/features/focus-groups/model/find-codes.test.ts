import { retireCode, STANDARD_CODEBOOK } from '@plumbline/domain/focus-groups';
import { expect, it } from 'vitest';
import { findCodes } from './find-codes.ts';

it('finds a code by its mark before all others that begin like it', () => {
  expect(
    findCodes(STANDARD_CODEBOOK, 'e1')
      .map(({ id }) => id)
      .slice(0, 4),
  ).toEqual(['E1', 'E10', 'E11', 'E12']);
  expect(findCodes(STANDARD_CODEBOOK, 'morale').map(({ id }) => id)).toEqual(['C4']);
  expect(findCodes(STANDARD_CODEBOOK, 'nothing like it')).toEqual([]);
});

it('offers no code that is out of use', () => {
  const retired = retireCode(STANDARD_CODEBOOK, 'C4');
  expect(retired.ok && findCodes(retired.codebook, 'morale')).toEqual([]);
});
