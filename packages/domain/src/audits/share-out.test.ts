import { expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }));

it('gives everybody as many as the others where all may audit all', () => {
  const shared = shareOut(items, ['one', 'two', 'three'], () => true);
  const counts = ['one', 'two', 'three'].map((auditor) => [...shared.values()].filter((name) => name === auditor).length);
  expect(counts).toEqual([2, 2, 2]);
});

it('gives nobody what they may not audit, and leaves out what nobody may', () => {
  const shared = shareOut(items, ['one', 'two'], (auditor, id) => id !== 'f' && !(auditor === 'one' && 'abc'.includes(id)));
  expect(['a', 'b', 'c'].map((id) => shared.get(id))).toEqual(['two', 'two', 'two']);
  expect(['d', 'e'].map((id) => shared.get(id))).toEqual(['one', 'one']);
  expect(shared.has('f')).toBe(false);
});

it('shares nothing among nobody', () => {
  expect(shareOut(items, [], () => true).size).toBe(0);
});
