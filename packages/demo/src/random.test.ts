import { describe, expect, it } from 'vitest';
import { randomStream } from './random.ts';

describe('a random stream', () => {
  it('gives the same numbers for the same name', () => {
    const [a, b] = [randomStream(42).split('child/7'), randomStream(42).split('child/7')];
    expect(Array.from({ length: 50 }, () => a.next())).toEqual(Array.from({ length: 50 }, () => b.next()));
  });

  it('is not disturbed by draws from its parent or its siblings', () => {
    const parent = randomStream(42);
    const expected = randomStream(42).split('b').next();
    parent.next();
    parent.split('a').next();
    expect(parent.split('b').next()).toBe(expected);
  });

  it('spreads evenly over names as well as over draws', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i += 1) {
      const tenth = Math.floor(randomStream(1).split(i).next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('keeps to its bounds', () => {
    const random = randomStream('bounds');
    for (let i = 0; i < 1000; i += 1) {
      expect([3, 4, 5]).toContain(random.integer(3, 5));
      expect(random.weighted({ never: 0, always: 1 })).toBe('always');
      expect(random.waiting(10)).toBeGreaterThanOrEqual(0);
    }
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
