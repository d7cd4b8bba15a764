import { describe, expect, it } from 'vitest';
import { duringInWords, periodInWords } from './period-words.ts';

describe('periodInWords', () => {
  it.each([
    ['2026-10-01', '2026-10-31', 'October 2026'],
    ['2028-02-01', '2028-02-29', 'February 2028'],
    ['2027-02-01', '2027-02-28', 'February 2027'],
    ['2026-08-01', '2026-10-31', 'August to October 2026'],
    ['2026-12-01', '2027-01-31', 'December 2026 to January 2027'],
    ['2026-10-02', '2026-10-31', '2 October 2026 to 31 October 2026'],
    ['2028-02-01', '2028-02-28', '1 February 2028 to 28 February 2028'],
  ])('%s to %s is %s', (fromOn, toOn, words) => {
    expect(periodInWords({ fromOn, toOn })).toBe(words);
  });
});

describe('duringInWords', () => {
  it('puts the right word before months and days', () => {
    expect(duringInWords({ fromOn: '2026-10-01', toOn: '2026-10-31' })).toBe('in October 2026');
    expect(duringInWords({ fromOn: '2026-08-01', toOn: '2026-10-31' })).toBe('from August to October 2026');
    expect(duringInWords({ fromOn: '2026-10-01', toOn: '2026-10-20' })).toBe('from 1 October 2026 to 20 October 2026');
  });
});
