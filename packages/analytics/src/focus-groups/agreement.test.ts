import { STANDARD_CODEBOOK, mergeCodes, type Coding } from '@plumbline/domain/focus-groups';
import { expect, it } from 'vitest';
import { coderAgreement } from './agreement.ts';

const coding = (extractId: string, isSecond: boolean, ...codes: string[]): Coding => ({
  extractId,
  coder: isSecond ? 'S2' : 'S1',
  isSecond,
  codes,
  direction: 'negative',
  evidence: 'E0',
});

/**
 * Cohen's own way by hand. B1: both gave it to 4 of 10, neither to 4, the first alone to 1, the second alone to 1.
 * Observed 8/10; by chance 0.5*0.5 + 0.5*0.5 = 0.5; kappa (0.8 - 0.5) / 0.5 = 0.6. Not below the line.
 * E1: both 1, first alone 1, second alone 2, neither 6. Observed 0.7; chance 0.2*0.3 + 0.8*0.7 = 0.62; kappa 0.08/0.38.
 */
const FIRST = [['B1', 'E1'], ['B1', 'E1'], ['B1'], ['B1'], ['B1'], [], [], [], [], []];
const SECOND = [['B1', 'E1'], ['B1'], ['B1', 'E1'], ['B1', 'E1'], [], ['B1'], [], [], [], []];

const codings = [
  ...FIRST.map((codes, i) => coding(`x${i}`, false, ...codes)),
  ...SECOND.map((codes, i) => coding(`x${i}`, true, ...codes)),
  coding('alone', false, 'Q1'),
];
const ids = [...FIRST.map((_, i) => `x${i}`), 'alone'];

it('works out kappa code by code, with raw agreement beside it, and flags what must be said anew', () => {
  const { extracts, doubleCoded, share, codes } = coderAgreement(ids, codings, STANDARD_CODEBOOK);
  expect([extracts, doubleCoded]).toEqual([11, 10]);
  expect(share).toBeCloseTo(10 / 11, 12);
  expect(codes.map(({ code }) => code)).toEqual(['B1', 'E1']);
  expect(codes[0]).toMatchObject({ first: 5, second: 5, both: 4, needsRedefining: false });
  expect(codes[0]?.agreement.kappa).toBeCloseTo(0.6, 12);
  expect(codes[0]?.agreement.observed).toBeCloseTo(0.8, 12);
  expect(codes[1]).toMatchObject({ first: 2, second: 3, both: 1, needsRedefining: true });
  expect(codes[1]?.agreement.kappa).toBeCloseTo(0.08 / 0.38, 12);
  expect(codes[1]?.agreement.observed).toBeCloseTo(0.7, 12);
});

it('counts a merged code under what it was merged into', () => {
  const merged = mergeCodes(STANDARD_CODEBOOK, 'E1', 'B1');
  if (!merged.ok) throw new Error('not merged');
  const { codes } = coderAgreement(ids, codings, merged.codebook);
  expect(codes.map(({ code, first, second }) => [code, first, second])).toEqual([['B1', 5, 5]]);
});

it('says nothing of kappa where both gave a code to everything', () => {
  const always = ['a', 'b'].flatMap((id) => [coding(id, false, 'M1'), coding(id, true, 'M1')]);
  const { codes } = coderAgreement(['a', 'b'], always, STANDARD_CODEBOOK);
  expect(codes[0]).toMatchObject({ agreement: { kappa: null, observed: 1 }, needsRedefining: false });
});
