import { expect, it } from 'vitest';
import { readerInWords, refusalInWords } from './readers.ts';

const READ = {
  reader: { id: 'r', name: 'Sam Tarn' },
  what: 'page',
  ground: 'line',
  beside: null,
  on: '2026-05-12',
  times: 1,
  lastAt: '2026-05-12T09:15Z',
};

it('says who looked, on which ground and when, by the clock in London', () => {
  expect(readerInWords(READ)).toEqual({
    who: 'Sam Tarn, who supervises or manages you, opened your page.',
    when: '12 May 2026, at 10:15',
  });
  expect(readerInWords({ ...READ, what: 'why', ground: 'team', times: 3 })).toEqual({
    who: 'Sam Tarn, who manages your team or service, asked why something is due for you.',
    when: '12 May 2026, 3 times, the last at 10:15',
  });
});

it('says that inspectors read, and who sat beside them', () => {
  const inspected = { ...READ, what: 'sample', ground: 'inspection' };
  const other = readerInWords({ ...inspected, beside: { id: 'b', name: 'Bea Fell' } });
  expect(other.who).toBe('Sam Tarn opened your record for inspectors, with Bea Fell beside them.');
  expect(readerInWords({ ...inspected, what: 'sample-file', beside: READ.reader }).who).toBe(
    'Sam Tarn took a file of your record for inspectors, and sat beside them.',
  );
});

it('says whose name was refused and why, without the name that was typed', () => {
  const row = { person: null, reason: 'unknown-name', on: '2026-05-12', times: 5, names: 4, lastAt: '2026-05-12T09:15Z' };
  expect(refusalInWords(row)).toEqual({
    whose: 'A name that nobody has',
    why: 'Nobody here has this sign-in name',
    times: '5, 4 names, the last at 10:15',
  });
  expect(refusalInWords({ ...row, person: READ.reader, reason: 'locked', times: 1, names: 1 })).toMatchObject({
    whose: 'Sam Tarn',
    times: '1, at 10:15',
  });
});
