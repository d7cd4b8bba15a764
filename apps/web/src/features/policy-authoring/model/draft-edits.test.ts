import { describe, expect, it } from 'vitest';
import { applyEdit, valueAt, withEdit, type Data, type DraftEdit } from './draft-edits.ts';

const PACK: Data = {
  title: 'A',
  rules: [
    { id: 'R-1', says: 'One.' },
    { id: 'R-2', says: 'Two.' },
  ],
};
const set = (path: (string | number)[], value: Data): DraftEdit => ({ op: 'set', path, value });

describe('changes of a draft', () => {
  it('set, put in and take away, and leave alone what leads nowhere', () => {
    expect(valueAt(applyEdit(PACK, set(['rules', 1, 'says'], 'Zwei.')), ['rules', 1, 'says'])).toBe('Zwei.');
    expect(valueAt(applyEdit(PACK, { op: 'insert', path: ['rules', 0], value: { id: 'R-0' } }), ['rules', 0, 'id'])).toBe('R-0');
    expect(valueAt(applyEdit(PACK, { op: 'remove', path: ['rules', 0] }), ['rules', 0, 'id'])).toBe('R-2');
    expect(applyEdit(PACK, set(['words', 'a', 'b'], 1))).toEqual(PACK);
  });

  it('stay one while somebody types in one place', () => {
    const typed = ['T', 'Ti', 'Tit'].reduce<readonly DraftEdit[]>((waiting, text) => withEdit(waiting, set(['title'], text)), []);
    expect(typed).toEqual([set(['title'], 'Tit')]);
    expect(withEdit(typed, set(['rules', 0, 'says'], 'x'))).toHaveLength(2);
  });
});
