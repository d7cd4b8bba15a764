import { describe, expect, it } from 'vitest';
import { roll, secondsToWait } from './wait.ts';

const MINUTE = 60_000;

describe('secondsToWait', () => {
  it('holds answers back from 20 to 120 seconds where the link was taken within the hour', () => {
    expect(secondsToWait(0, 0, 0)).toBe(20);
    expect(secondsToWait(0, 59 * MINUTE, 0.999_999)).toBe(120);
    expect(secondsToWait(0, 60 * MINUTE, 0.5)).toBe(70);
  });

  it('sends at once what was answered on another occasion', () => {
    expect(secondsToWait(0, 61 * MINUTE, 0.5)).toBe(0);
    expect(secondsToWait(null, 0, 0.5)).toBe(0);
  });
});

describe('roll', () => {
  it('stays from 0 to below 1', () => {
    for (let turn = 0; turn < 500; turn += 1) {
      const dice = roll();
      expect(dice).toBeGreaterThanOrEqual(0);
      expect(dice).toBeLessThan(1);
    }
  });
});
