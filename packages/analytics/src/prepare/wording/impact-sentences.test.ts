import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  axisInWords,
  inFullInWords,
  likelyInWords,
  monthsInWords,
  notBookedInWords,
  windowsInWords,
} from './impact-sentences.ts';

describe('what stands above the parts', () => {
  it('says how many supervisions were held in full', () => {
    expect(inFullInWords({ held: 412, inFull: 300 })).toBe(
      'Of 412 supervisions held, 300 (73%) were in full: long enough, recorded, shared and filed in time.',
    );
    expect(inFullInWords({ held: 1, inFull: 1 })).toMatch(/^Of 1 supervision held, 1 \(100%\) was in full/);
    expect(inFullInWords({ held: 0, inFull: 0 })).toBe('No supervision was held in these months.');
  });

  it('says for how many nothing is booked', () => {
    expect(notBookedInWords({ people: 48, withoutPlan: 9 })).toBe(
      'Of 48 people whose next supervision is due, 9 have none booked.',
    );
    expect(notBookedInWords({ people: 1, withoutPlan: 1 })).toBe('Of 1 person whose next supervision is due, 1 has none booked.');
    expect(notBookedInWords({ people: 0, withoutPlan: 0 })).toBe('Nobody is waiting for a supervision of their own.');
  });

  it.each([
    ['2026-03-01', '2026-10-31', 'March to October 2026'],
    ['2025-03-01', '2026-02-28', 'March 2025 to February 2026'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2026-11-01', '2026-11-01', null],
    ['2026-11-01', '2026-10-31', null],
  ])('of %s to %s says %s', (from, to, words) => {
    expect(monthsInWords({ from, to })).toBe(words);
  });

  it('names both stretches of months', () => {
    const before = { from: '2025-03-01', to: '2026-02-28' };
    expect(windowsInWords('2026-03-01', { from: '2026-03-01', to: '2026-10-31' }, before)).toBe(
      'Since 1 March 2026: March to October 2026. Before it: March 2025 to February 2026.',
    );
    expect(windowsInWords('2022-03-01', { from: '2025-11-01', to: '2026-10-31' }, before)).toContain(
      'Since 1 March 2022, the last twelve months of it: November 2025 to October 2026.',
    );
    expect(windowsInWords('2026-11-09', { from: '2026-11-01', to: '2026-11-01' }, before)).toContain(
      'Since 9 November 2026: no whole month is over yet.',
    );
  });

  it('says where an axis begins, unless it is at nothing', () => {
    expect(axisInWords(60)).toBe('The axis begins at 60%, so that months can be told apart.');
    expect(axisInWords(0)).toBeNull();
  });

  it('says a range', () => {
    expect(likelyInWords({ low: 0.61, high: 0.804 })).toBe('Most likely between 61% and 80%.');
  });
});

it('no sentence says what brought anything about', () => {
  const text = readFileSync(new URL('./impact-sentences.ts', import.meta.url), 'utf8');
  expect(text.length).toBeGreaterThan(1000);
  expect(text).not.toMatch(/effect|because|caused|due to|led to/i);
});
