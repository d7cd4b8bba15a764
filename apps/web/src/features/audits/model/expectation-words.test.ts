import { expect, it } from 'vitest';
import { pastYearInWords } from './expectation-words.ts';

const NOTHING = { files: 0, audits: 0, checks: 0, observations: 0, signed: 0 };

it('says what was done, and only what was', () => {
  expect(pastYearInWords(NOTHING)).toBe('Nothing was completed or signed off in the past twelve months.');
  expect(pastYearInWords({ ...NOTHING, files: 1, audits: 1 })).toBe('Completed in the past twelve months: 1 file in one audit.');
  expect(pastYearInWords({ files: 42, audits: 3, checks: 12, observations: 4, signed: 2 })).toBe(
    'Completed in the past twelve months: 42 files in three audits, 12 checks by managers, four of them observations and the figures of two periods signed off.',
  );
});
