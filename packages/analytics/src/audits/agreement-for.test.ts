import { describe, expect, it } from 'vitest';
import { agreementFor } from './agreement-for.ts';
import { anAudit } from './_rows.ts';

const pair = (person: string, first: 1 | 2 | 3 | 4, second: 1 | 2 | 3 | 4) =>
  anAudit({ itemId: `item ${person}`, person, overall: first, second: { basis: 'random', overall: second } });
const many = Array.from({ length: 14 }, (_, at) => pair(`P${at}`, at % 2 === 0 ? 3 : 2, 3));

describe('how far graders agree', () => {
  it('is told to whoever may open everything, however few pairs there are', () => {
    expect(agreementFor([pair('A', 3, 3)], true)).toMatchObject({ figures: { pairs: 1, same: 1 } });
  });

  it('is kept from whoever could read a grade out of it', () => {
    const hidden = { figures: null, sentence: 'Too few files were graded twice to show how far graders agree.' };
    expect(agreementFor([pair('A', 3, 3)], false)).toEqual(hidden);
    expect(agreementFor(many, ({ person }) => person !== 'P0')).toEqual(hidden);
  });

  it('is told where many pairs stand together', () => {
    expect(agreementFor(many, false)).toMatchObject({ figures: { pairs: 14, same: 7 } });
  });
});
