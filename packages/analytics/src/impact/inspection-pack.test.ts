import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { figureCode, verifyFigure, type CodedFigure } from './inspection-pack.ts';
import { count, perEach, share } from './inspection/part.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const FIGURE: CodedFigure = {
  councilId: 'c0ffee00-0000-4000-8000-000000000001',
  id: 'on-time.own-supervision',
  asOf: '2026-06-15',
  policyVersion: 'wirral 1.0.0',
  numerator: 41,
  denominator: 50,
};

/** The first sixty bits of a hash in Crockford's base 32, by long division. */
function codeByDivision(text: string): string {
  let rest = BigInt(`0x${hash(text)}`) >> 196n;
  let code = '';
  for (let place = 0; place < 12; place += 1) {
    code = `${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number(rest % 32n)]}${code}`;
    rest /= 32n;
  }
  return code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}

describe('the code of a figure', () => {
  it('is a hash of what the figure is made of, in twelve signs that are hard to misread', () => {
    const text = '["c0ffee00-0000-4000-8000-000000000001","on-time.own-supervision","2026-06-15","wirral 1.0.0",41,50]';
    expect(figureCode(FIGURE, hash)).toBe(codeByDivision(text));
  });

  it('holds for the same figure and fails where anything of it is another', () => {
    const code = figureCode(FIGURE, hash);
    expect(verifyFigure(code, { ...FIGURE }, hash)).toBe(true);
    const others: Partial<CodedFigure>[] = [
      { numerator: 42 },
      { denominator: 51 },
      { denominator: null },
      { asOf: '2026-06-16' },
      { policyVersion: 'wirral 1.0.1' },
      { id: 'on-time.case-supervision' },
      { councilId: 'another' },
    ];
    for (const other of others) expect([other, verifyFigure(code, { ...FIGURE, ...other }, hash)]).toEqual([other, false]);
  });
});

describe('a figure in words', () => {
  it('says how much of how many, and what was left out', () => {
    const counts = { numerator: 41, denominator: 50, excluded: { away: 3, notKnown: 2 } };
    expect(share('x', 'Own supervision on time', counts)).toMatchObject({
      value: 82,
      sentence: 'Own supervision on time: 82%, 41 of 50. Left out: 3 not counted: away, 2 not known.',
    });
    expect(share('x', 'A third', { numerator: 1, denominator: 3 }).value).toBe(33.3);
    expect(count('x', 'Longest past its day', 9, 'days').sentence).toBe('Longest past its day: 9 days.');
    expect(perEach('x', 'People for each supervisor', 23, 4, 'people').value).toBe(5.8);
  });

  it('of nothing is nothing, and never a nought', () => {
    expect(share('x', 'Closed in time', { numerator: 0, denominator: 0 })).toMatchObject({
      value: null,
      sentence: 'Closed in time: nothing to count.',
    });
  });
});
