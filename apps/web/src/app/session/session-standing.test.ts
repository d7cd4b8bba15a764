import { describe, expect, it } from 'vitest';
import { standingOf, timeLeftWords, type SessionTimes } from './session-standing.ts';

const MINUTE = 60_000;
/** Fifteen minutes from zero; nobody has pressed anything, nothing is open. */
const IDLE: SessionTimes = { now: 0, endsAt: 15 * MINUTE, isFinal: false, lastUsedAt: -MINUTE * 60, keptUntil: 0 };
const at = (minutes: number, more: Partial<SessionTimes> = {}) => standingOf({ ...IDLE, ...more, now: minutes * MINUTE });

describe('how a sign-in stands', () => {
  it('is calm, then warns two minutes before the end, then is over', () => {
    expect([0, 8, 12.9, 13, 14.9, 15, 20].map((minutes) => at(minutes))).toEqual([
      'calm',
      'calm',
      'calm',
      'warn',
      'warn',
      'over',
      'over',
    ]);
  });

  it('lasts longer by itself for somebody who types, without their being asked', () => {
    expect(at(10, { lastUsedAt: 9 * MINUTE })).toBe('renew');
    expect(at(14, { lastUsedAt: 9 * MINUTE })).toBe('warn');
    expect(at(2, { lastUsedAt: 2 * MINUTE })).toBe('calm');
  });

  it('lasts while a supervision is open, for as long as that was said to last', () => {
    expect(at(14, { keptUntil: 90 * MINUTE })).toBe('renew');
    expect(at(14, { keptUntil: 13 * MINUTE })).toBe('warn');
  });

  it('announces earlier an end that nothing can move', () => {
    const late = { isFinal: true, lastUsedAt: 14 * MINUTE, keptUntil: 90 * MINUTE };
    expect([4, 5, 14].map((minutes) => at(minutes, late))).toEqual(['calm', 'warn', 'warn']);
  });
});

it('says the time that is left in words', () => {
  expect([120, 119, 61, 60, 5].map((seconds) => timeLeftWords(seconds * 1000))).toEqual([
    'in 2 minutes',
    'in 2 minutes',
    'in 2 minutes',
    'in less than a minute',
    'in less than a minute',
  ]);
});
