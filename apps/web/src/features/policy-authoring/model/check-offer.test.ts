import { describe, expect, it } from 'vitest';
import { readOffer } from './check-offer.ts';

const TODAY = '2026-11-22';
const OFFER = { version: '1.2.0', validFrom: '1 December 2026', note: 'Weekly at first.', because: '' };
const problemsOf = (changes: Partial<typeof OFFER>): string[] => {
  const read = readOffer({ ...OFFER, ...changes }, TODAY);
  return 'problems' in read ? read.problems.map(({ entry }) => entry) : [];
};

describe('an offer', () => {
  it('is read as people type it', () => {
    expect(readOffer(OFFER, TODAY)).toEqual({
      offer: { version: '1.2.0', validFrom: '2026-12-01', note: 'Weekly at first.', because: null },
    });
  });

  it('asks for a reason only where the day is past', () => {
    expect(problemsOf({ validFrom: '22 November 2026' })).toEqual([]);
    expect(problemsOf({ validFrom: '21 November 2026' })).toEqual(['because']);
    expect(readOffer({ ...OFFER, validFrom: '1/10/26', because: 'The board decided it.' }, TODAY)).toMatchObject({
      offer: { validFrom: '2026-10-01', because: 'The board decided it.' },
    });
  });

  it('says each thing that is missing or wrong', () => {
    expect(problemsOf({ version: '2', validFrom: '31 February 2027', note: ' ' })).toEqual(['version', 'validFrom', 'note']);
  });
});
