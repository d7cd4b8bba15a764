import { describe, expect, it } from 'vitest';
import { paperFragmentOf, readPaperFragment, shuffled } from './paper-fragment.ts';

const ticket = (fill: number) => ({
  roundId: 'round-one',
  token: Buffer.alloc(64, fill).toString('base64url'),
  signature: Buffer.alloc(256, fill).toString('base64url'),
});
const batch = { roundId: 'round-one', manifestHash: '0f'.repeat(32), tickets: [ticket(1), ticket(2)] };

describe('the address of the printing page', () => {
  it('hands over every ticket', () => {
    expect(readPaperFragment(paperFragmentOf(batch))).toEqual(batch);
  });

  it('refuses what is not whole', () => {
    const whole = paperFragmentOf(batch);
    expect(readPaperFragment(whole.slice(0, -300))).toBeNull();
    expect(readPaperFragment(whole.replace('paper', 'other'))).toBeNull();
    expect(readPaperFragment(paperFragmentOf({ ...batch, tickets: [] }))).toBeNull();
  });
});

describe('shuffled', () => {
  it('keeps everything and puts each in each place about equally often', () => {
    const seen = new Map<string, number>();
    for (let turn = 0; turn < 6000; turn += 1) {
      const order = shuffled(['a', 'b', 'c']).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // 1,000 expected; six standard deviations of a count of this kind are about 173.
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(180);
  });
});
