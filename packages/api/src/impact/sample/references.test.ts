import { expect, it } from 'vitest';
import { readReferences } from './references.ts';

it('reads one to a line or several, keeps the line of each, and each once', () => {
  expect(readReferences('C1\n\n C2, C3;C4\tC5 \r\nC1\n')).toEqual([
    { line: 1, place: 1, ref: 'C1' },
    { line: 3, place: 1, ref: 'C2' },
    { line: 3, place: 2, ref: 'C3' },
    { line: 3, place: 3, ref: 'C4' },
    { line: 3, place: 4, ref: 'C5' },
  ]);
});

it('finds nobody in an empty list', () => {
  expect(readReferences(' \n,;\n')).toEqual([]);
});
