import { describe, expect, it } from 'vitest';
import { areMarksSound, mergedMarks, redacted } from './marks.ts';
import { nameBookOf } from './name-book.ts';
import { isNhsNumber } from './patterns.ts';
import { proposeMarks } from './propose-marks.ts';

/** Invented staff. The names are those on which general name-finders were tried in our research and mostly failed. */
const BOOK = nameBookOf([
  'Sarah Jones',
  'Oluwaseun Adeyemi',
  'Priya Nair',
  'Agnieszka Nowak',
  'Siân Pugh',
  'Hope Marsden',
  'Elizabeth Okafor',
  'Mohammed Iqbal',
  'Grace Will',
  'Liam O’Neill',
]);

function shown(text: string): string {
  const marks = proposeMarks(text, BOOK);
  expect(areMarksSound(text, marks)).toBe(true);
  return redacted(text, marks);
}

describe('names of staff', () => {
  it.each([
    [
      'Sarah Jones never cancels, and Sarah’s notes come the same day.',
      '[name] never cancels, and [name]’s notes come the same day.',
    ],
    ['ask oluwaseun or priya', 'ask [name] or [name]'],
    ['I rely on Agnieszka and on Sian.', 'I rely on [name] and on [name].'],
    ['Liz listens. So does Mo.', '[name] listens. So does [name].'],
    ['We went to Olu with it', 'We went to [name] with it'],
    ['O’Neill signs late', '[name] signs late'],
  ])('are found however they are written: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('leave everyday words alone where nothing speaks for a name', () => {
    expect(shown('I hope we will get more time. Will it last?')).toBe('I hope we will get more time. Will it last?');
    expect(shown('I told Hope and then Grace.')).toBe('I told [name] and then [name].');
  });

  it('are found after a title though nobody knows them', () => {
    expect(shown('Dr Brandt and Mrs. van Dael-Ross said so')).toContain('[name] and');
    expect(shown('the doctor said so')).toBe('the doctor said so');
  });
});

describe('what its form gives away', () => {
  it.each([
    ['write to a.b-c@council.example today', 'write to [e-mail address] today'],
    ['ring 0151 496 0123 or +44 7700 900123', 'ring [phone number] or [phone number]'],
    // 943 476 5919 is the NHS Data Dictionary’s own example of a valid number.
    ['his number is 943 476 5919', 'his number is [NHS number]'],
    ['case 204417 waited', '[case number] waited'],
    ['LCS-204417 waited', '[case number] waited'],
    ['cancelled on 12/05/2026 and 3.4.26', 'cancelled on [date] and [date]'],
    ['on the 12th of May and May 3rd, 2026', 'on the [date] and [date]'],
    ['the flat at CH41 6DU', 'the flat at [postcode]'],
    ['badge 88 21 34 5', 'badge [number]'],
  ])('is marked: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('leaves the numbers that a comment needs', () => {
    const text = 'I hold 24 children; 3 sessions in 8 weeks lasted 45 minutes, at 90% of the time.';
    expect(shown(text)).toBe(text);
  });

  it('knows an NHS number by its check digit', () => {
    expect(isNhsNumber('9434765919')).toBe(true);
    expect(isNhsNumber('9434765918')).toBe(false);
    expect(isNhsNumber('943476591')).toBe(false);
  });
});

describe('marks', () => {
  it('refuse to split a sign, to overlap or to reach beyond the text', () => {
    expect(areMarksSound('a😀b', [{ from: 1, to: 2, kind: 'other' }])).toBe(false);
    expect(areMarksSound('a😀b', [{ from: 1, to: 3, kind: 'other' }])).toBe(true);
    expect(areMarksSound('abc', [{ from: 0, to: 4, kind: 'other' }])).toBe(false);
    expect(
      areMarksSound('abc', [
        { from: 0, to: 2, kind: 'other' },
        { from: 1, to: 3, kind: 'other' },
      ]),
    ).toBe(false);
  });

  it('are put together where they overlap', () => {
    expect(
      mergedMarks([
        { from: 4, to: 9, kind: 'name' },
        { from: 0, to: 6, kind: 'phone' },
      ]),
    ).toEqual([{ from: 0, to: 9, kind: 'phone' }]);
  });
});
