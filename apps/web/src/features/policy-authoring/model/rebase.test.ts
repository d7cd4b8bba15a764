import { describe, expect, it } from 'vitest';
import { applyEdit, type Data, type DraftEdit } from './draft-edits.ts';
import { placesTyped, rebase } from './rebase.ts';

const PACK: Data = {
  title: 'A',
  rules: [
    { id: 'R-1', says: 'One.' },
    { id: 'R-2', says: 'Two.', every: { weeks: 4 }, appliesTo: 'Everybody' },
  ],
};
const set = (path: (string | number)[], value: Data): DraftEdit => ({ op: 'set', path, value });

describe('changes put onto what somebody else saved', () => {
  const mine = [set(['rules', 1, 'says'], 'Mine.'), set(['title'], 'Mine')];

  it('find their rule where it is now', () => {
    const theirs: Data = { title: 'B', rules: [{ id: 'R-0' }, { id: 'R-1' }, { id: 'R-2', says: 'Two.', clause: '9' }] };
    expect(rebase(mine, PACK, theirs)).toEqual([set(['rules', 2, 'says'], 'Mine.'), set(['title'], 'Mine')]);
  });

  it('bring back a whole rule that is gone, and let a part of it go', () => {
    const theirs: Data = { title: 'B', rules: [{ id: 'R-1' }] };
    expect(rebase(mine, PACK, theirs)).toEqual([set(['title'], 'Mine')]);
    expect(rebase([set(['rules', 1], { id: 'R-2', says: 'Mine.' })], PACK, theirs)).toEqual([
      { op: 'insert', path: ['rules', 1], value: { id: 'R-2', says: 'Mine.' } },
    ]);
  });

  it('leave the fields of a rule alone that only the other has changed', () => {
    const theirs: Data = {
      title: 'A',
      rules: [
        { id: 'R-2', says: 'Theirs.', every: { weeks: 4, days: 3 }, appliesTo: 'Everybody' },
        { id: 'R-1', says: 'One.' },
      ],
    };
    const edits = [set(['rules', 1], { id: 'R-2', says: 'Two.', every: { weeks: 6 } })];
    expect(rebase(edits, PACK, theirs)).toEqual([
      set(['rules', 0, 'every', 'weeks'], 6),
      { op: 'remove', path: ['rules', 0, 'appliesTo'] },
    ]);
    expect(rebase(edits, PACK, theirs).reduce(applyEdit, theirs)).toMatchObject({
      rules: [{ says: 'Theirs.', every: { weeks: 6, days: 3 } }, {}],
    });
  });

  it('put a whole part where the other has made it something else', () => {
    const theirs: Data = { title: 'A', rules: [{ id: 'R-2', says: 'Two.', within: { days: 5 } }] };
    const edits = [set(['rules', 1], { id: 'R-2', says: 'Two.', every: { weeks: 6 }, appliesTo: 'Everybody' })];
    expect(rebase(edits, PACK, theirs)).toEqual([set(['rules', 0, 'every'], { weeks: 6 })]);
  });

  it('find entries without an id by what they say', () => {
    const before: Data = { words: ['a', 'b'] };
    expect(rebase([set(['words', 1], 'c')], before, { words: ['b', 'a'] })).toEqual([set(['words', 0], 'c')]);
    expect(rebase([{ op: 'remove', path: ['words', 1] }], before, { words: ['a'] })).toEqual([]);
  });
});

describe('the places where one typed', () => {
  it('are told once each, with what is saved there now', () => {
    const theirs: Data = { title: 'B', rules: [{ id: 'R-2', says: 'Theirs.', every: { weeks: 4 }, appliesTo: 'Everybody' }] };
    const edits = [
      set(['rules', 1], { id: 'R-2', says: 'M', every: { weeks: 6 }, appliesTo: 'Social workers' }),
      set(['title'], 'C'),
      set(['rules', 1, 'says'], 'Mine.'),
      { op: 'insert' as const, path: ['rules', 2], value: { id: 'R-3' } },
      set(['rules', 0, 'says'], 'Gone.'),
    ];
    expect(placesTyped(edits, PACK, theirs)).toEqual([
      { place: 'R-2, says', mine: 'Mine.', theirs: 'Theirs.' },
      { place: 'R-2, every, weeks', mine: 6, theirs: 4 },
      { place: 'R-2, applies to', mine: 'Social workers', theirs: 'Everybody' },
      { place: 'title', mine: 'C', theirs: 'B' },
      { place: 'R-3', mine: { id: 'R-3' }, theirs: undefined },
      { place: 'R-1, says', mine: 'Gone.', theirs: undefined },
    ]);
  });
});
