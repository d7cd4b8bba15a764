import { expect, it } from 'vitest';
import { askedOf, beginningProblems, FIRST, titleOf, withKind } from './beginning.ts';

const TOOLS = [{ id: 't1', title: 'Files of the north' }];

it('keeps what an audit looks at where the new kind can look at it, else takes what it can', () => {
  expect(withKind({ ...FIRST, kind: 'dip-sample', about: 'child' }, 'thematic')).toMatchObject({
    kind: 'thematic',
    about: 'child',
  });
  expect(withKind(FIRST, 'case-supervision')).toMatchObject({ kind: 'case-supervision', about: 'child' });
  expect(withKind(FIRST, 're-audit').about).toBe('action');
});

it('lets the title follow what is chosen until somebody types one', () => {
  expect(titleOf(withKind(FIRST, 'observation'), TOOLS)).toBe('Observation of a supervision');
  expect(titleOf({ ...FIRST, from: 'copy', copied: 't1' }, TOOLS)).toBe('Copy of Files of the north');
  expect(titleOf({ ...FIRST, from: 'copy' }, TOOLS)).toBe('');
  expect(titleOf({ ...FIRST, typed: '' }, TOOLS)).toBe('');
});

it('asks for what is missing, and for nothing else', () => {
  expect(beginningProblems({ ...FIRST, from: 'copy' }, ' ').map(({ entry }) => entry)).toEqual(['copied', 'title']);
  expect(beginningProblems({ ...FIRST, copied: '' }, 'A title')).toEqual([]);
});

it('asks the server for the one or the other', () => {
  expect(askedOf(FIRST, ' A title ')).toEqual({
    from: { kind: 'policy', audit: 'supervision-file', about: 'person' },
    title: 'A title',
  });
  expect(askedOf({ ...FIRST, from: 'copy', copied: 't1' }, 'B').from).toEqual({ kind: 'copy', toolId: 't1' });
});
