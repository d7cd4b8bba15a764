import { expect, test } from 'vitest';
import { CodeReader, type CodeMapping } from './map-codes.ts';

const mapping = (theirs: string, ours: string | null): CodeMapping => ({ kind: 'child-status', column: 'status', theirs, ours });

test('reads our code, our label in any case, and what the council has mapped', () => {
  const codes = new CodeReader('child-status', [mapping('CP01', 'child-protection')]);
  expect(
    ['child-protection', 'CHILD PROTECTION PLAN', 'Child-in-need', ' cp01 ', 'Looked  after'].map((text) =>
      codes.find('status', text),
    ),
  ).toEqual(['child-protection', 'child-protection', 'child-in-need', 'child-protection', 'looked-after']);
});

test('what the council has mapped wins over our own words', () => {
  const codes = new CodeReader('child-status', [mapping('Assessment', 'child-in-need')]);
  expect(codes.find('status', 'assessment')).toBe('child-in-need');
});

test('a mapping to nothing, to an unknown code or of another kind maps nothing', () => {
  const codes = new CodeReader('child-status', [
    mapping('X', null),
    mapping('Y', 'no-such'),
    { ...mapping('Z', 'foster'), kind: 'placement', column: 'kind' },
  ]);
  expect(['X', 'Y', 'Z', 'constructor', '-'].map((text) => codes.find('status', text))).toEqual([null, null, null, null, null]);
});

test('collects what is left, once each with a count, most frequent first', () => {
  const codes = new CodeReader('child-status', []);
  for (const [theirs, row] of [
    ['B', 2],
    ['A', 3],
    ['a ', 4],
    ['A', 5],
  ] as const)
    codes.count('status', theirs, row);
  expect(codes.unmapped()).toEqual([
    { column: 'status', theirs: 'A', count: 3, row: 3 },
    { column: 'status', theirs: 'B', count: 1, row: 2 },
  ]);
});

test('a column with hundreds of different values is not a column of codes', () => {
  const codes = new CodeReader('child-status', []);
  const taken = Array.from({ length: 400 }, (_, index) => codes.count('status', `value ${index}`, index));
  expect(taken.filter(Boolean)).toHaveLength(300);
  expect(codes.unmapped()).toHaveLength(300);
  expect(codes.count('status', 'value 7', 500)).toBe(true);
});
