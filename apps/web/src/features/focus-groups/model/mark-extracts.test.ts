import { expect, it } from 'vitest';
import { markExtracts } from './mark-extracts.ts';

const TEXT = 'The rota leaves no gap. A visit pushes it out.';

it('takes a text apart and loses none of it', () => {
  const pieces = markExtracts(TEXT, ['A visit pushes it out.', 'no gap', 'never said', '']);
  expect(pieces.map(({ words }) => words).join('')).toBe(TEXT);
  expect(pieces.filter(({ isCut }) => isCut).map(({ words }) => words)).toEqual(['no gap', 'A visit pushes it out.']);
});

it('marks once what lies over one another', () => {
  const pieces = markExtracts(TEXT, ['leaves no gap', 'no gap. A visit']);
  expect(pieces.map(({ words }) => words).join('')).toBe(TEXT);
  expect(pieces.filter(({ isCut }) => isCut)).toHaveLength(1);
});
