import { expect, it } from 'vitest';
import { piecesOf, placeOf, withMark, withoutMark } from './pieces.ts';

const TEXT = 'Ask Priya, then ask priya again';

it('cuts a comment at its marks and puts it together again', () => {
  const pieces = piecesOf(TEXT, [{ from: 4, to: 9, kind: 'name' }]);
  expect(pieces.map(({ text }) => text)).toEqual(['Ask ', 'Priya', ', then ask priya again']);
  expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
});

it('finds words whichever way they are written, one place after the other', () => {
  const first = placeOf(TEXT, ' PRIYA ', [], 'name');
  expect(first).toEqual({ from: 4, to: 9, kind: 'name' });
  expect(placeOf(TEXT, 'priya', first === null ? [] : [first], 'name')).toEqual({ from: 20, to: 25, kind: 'name' });
  expect(placeOf('İpek asked Priya.', 'priya', [], 'name')).toEqual({ from: 11, to: 16, kind: 'name' });
  expect(placeOf(TEXT, 'Okafor', [], 'name')).toBeNull();
  expect(placeOf(TEXT, '   ', [], 'name')).toBeNull();
});

it('lets a new mark take the place of what it covers, and takes one away', () => {
  const marks = withMark([{ from: 4, to: 9, kind: 'name' }], { from: 0, to: 9, kind: 'other' });
  expect(marks).toEqual([{ from: 0, to: 9, kind: 'other' }]);
  expect(withoutMark(marks, { from: 0, to: 9, kind: 'other' })).toEqual([]);
});
