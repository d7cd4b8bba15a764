import { describe, expect, it } from 'vitest';
import { countsInWords, mergedInWords, refusalInWords, whenInWords } from './round-words.ts';
import type { RoundDetail } from '@plumbline/domain/surveys';
import type { LocalDate } from '@plumbline/domain/calendar';

const dates = { opensOn: '2026-11-23' as LocalDate, closesOn: '2026-12-11' as LocalDate };
const detail = (counts: Partial<RoundDetail>): RoundDetail => ({ invited: 61, ...counts }) as RoundDetail;

describe('a round in words', () => {
  it('says when it is open', () => {
    expect(whenInWords({ state: 'open', ...dates })).toBe('Open until Friday 11 December 2026.');
    expect(whenInWords({ state: 'frozen', ...dates })).toBe(
      'Opens on Monday 23 November 2026, closes on Friday 11 December 2026.',
    );
    expect(whenInWords({ state: 'mixed', ...dates })).toBe('23 November 2026 to 11 December 2026.');
  });

  it('never says a count finer than it may while it is open', () => {
    expect(countsInWords(detail({ state: 'frozen', issuedAbout: null, receivedAbout: null }))).toBe('61 people are invited.');
    expect(countsInWords(detail({ state: 'open', issuedAbout: 15, receivedAbout: 0 }))).toMatch(
      /^Of 61 people, 15 or a few more have taken their link; fewer than 5 have answered\./,
    );
    expect(countsInWords(detail({ state: 'mixed', issuedAbout: 44, receivedAbout: 41 }))).toBe(
      '61 were invited, 44 one-time links were given out, and 41 answers are in the box.',
    );
  });

  it('says which groups were put together', () => {
    const words = mergedInWords({
      cell: 'c1',
      parts: [
        { service: 'Safeguarding', roleFamily: 'manager', headCount: 4 },
        { service: 'Residential', roleFamily: 'manager', headCount: 7 },
      ],
    });
    expect(words).toContain('Safeguarding, managers (4) + Residential, managers (7)');
  });

  it('repeats what the server says of a field, and nothing of a state in code words', () => {
    expect(refusalInWords({ kind: 'invalid', fields: { opensOn: 'It opens on a later day.' } })).toBe('It opens on a later day.');
    expect(refusalInWords({ kind: 'wrong-state', fields: { state: 'mixed' } })).not.toContain('mixed');
    expect(refusalInWords({ kind: 'invalid', fields: { obstacles: 'log-archive' } })).not.toContain('log-archive');
  });
});
