import { expect, it } from 'vitest';
import { placeWords } from './place-words.ts';

it('says when and from where, by the clock in London', () => {
  const place = {
    id: 'x',
    isThis: true,
    device: 'Chrome on Windows',
    address: '203.0.113.9',
    startedAt: '2026-05-12T08:30:12.345Z',
    lastUsedAt: '2026-05-12T09:05:00.000Z',
    endsAt: '2026-05-12T09:20:00.000Z',
  };
  expect(placeWords(place)).toEqual({
    title: 'Chrome on Windows (this one)',
    times:
      'Signed in 12 May 2026 at 09:30, from 203.0.113.9. Last used 12 May 2026 at 10:05; ends at 10:20 if nothing more is done there.',
  });
  expect(placeWords({ ...place, isThis: false, address: '' }).times).toContain('at 09:30. Last used');
});
