import { describe, expect, it } from 'vitest';
import { constructOf, CONSTRUCTS } from './constructs.ts';
import {
  auditStanding,
  focusStanding,
  qualityGap,
  readingOf,
  recordFigure,
  recordStanding,
  surveyStanding,
  widestRange,
} from './evidence.ts';

const record = (onTime: number, due = 100, excused = 0) => recordFigure({ due, onTime, late: 0, excused, unknown: 0 });
const audits = (good: number, answered = 100, files = 20) => ({ files, answered, good, share: good / answered, interval: null });

const survey = (...given: readonly (readonly [number, readonly [number, number] | null])[]) => {
  const items = given.map(([favourable, range]) => ({
    text: 'A question',
    favourable,
    n: 40,
    interval: range === null ? null : { low: range[0], high: range[1] },
    already: 0,
  }));
  const share = items.reduce((sum, { favourable }) => sum + favourable, 0) / items.length;
  return { round: 'How supervision goes', closedOn: '2026-06-30', share, range: widestRange(items), items, hidden: 0 };
};

describe('how a source stands', () => {
  it.each([
    [recordStanding(record(90)), 'good'],
    [recordStanding(record(89)), 'mixed'],
    [recordStanding(record(75)), 'mixed'],
    [recordStanding(record(74)), 'poor'],
    // 149 of 200 are printed as 75%, and 148 as 74%.
    [recordStanding(record(149, 200)), 'mixed'],
    [recordStanding(record(148, 200)), 'poor'],
    [recordStanding(record(9, 9)), 'silent'],
    // Twelve fell due, three of them excused: nine are too few.
    [recordStanding(record(9, 12, 3)), 'silent'],
    [recordStanding(record(0, 0)), 'silent'],
    [auditStanding(audits(70)), 'good'],
    [auditStanding(audits(49)), 'poor'],
    [auditStanding(audits(70, 100, 9)), 'silent'],
    // Four in five, but it may as well be under half: neither well nor badly.
    [auditStanding({ ...audits(80), interval: { low: 0.48, high: 0.97 } }), 'mixed'],
    [auditStanding({ ...audits(80), interval: { low: 0.5, high: 0.97 } }), 'good'],
    [auditStanding({ ...audits(40), interval: { low: 0.2, high: 0.7 } }), 'mixed'],
    [auditStanding({ ...audits(40), interval: { low: 0.2, high: 0.69 } }), 'poor'],
    [surveyStanding(null), 'silent'],
    [surveyStanding(survey([0.8, null], [0.7, [0.5, 0.9]])), 'good'],
    [surveyStanding(survey([0.8, [0.4, 0.9]], [0.7, [0.5, 0.8]])), 'mixed'],
    [surveyStanding(survey([0.3, [0.2, 0.6]], [0.4, [0.2, 0.6]])), 'poor'],
    [surveyStanding(survey([0.3, [0.2, 0.8]], [0.4, [0.2, 0.7]])), 'mixed'],
    [focusStanding({ groups: 1, positive: 2, negative: 1, mixed: 5 }), 'good'],
    [focusStanding({ groups: 1, positive: 1, negative: 2, mixed: 0 }), 'poor'],
    [focusStanding({ groups: 1, positive: 2, negative: 2, mixed: 0 }), 'mixed'],
    [focusStanding({ groups: 1, positive: 1, negative: 1, mixed: 4 }), 'silent'],
  ])('%s is %s', (standing, expected) => {
    expect(standing).toBe(expected);
  });

  it('leaves out of the share what was excused, and counts what was not done', () => {
    expect(recordFigure({ due: 20, onTime: 9, late: 3, excused: 5, unknown: 7 })).toMatchObject({ share: 0.6, notDone: 3 });
  });
});

describe('how far a mean over questions can be out', () => {
  it('is at most the mean of the ends of their ranges', () => {
    const range = survey([0.8, null], [0.6, [0.4, 0.7]]).range;
    expect(range?.low).toBeCloseTo(0.6, 12);
    expect(range?.high).toBeCloseTo(0.75, 12);
    expect(survey([0.8, null]).range).toBeNull();
    expect(widestRange([])).toBeNull();
  });
});

describe('what sources say together', () => {
  it.each([
    [['good', 'good', 'silent', 'good'], 'agree'],
    [['poor', 'poor'], 'agree'],
    [['good', 'mixed', 'silent'], 'partly'],
    [['good', 'poor', 'mixed'], 'conflict'],
    [['good', 'silent', 'silent', 'silent'], 'silent'],
    [[], 'silent'],
  ] as const)('%j: %s', (standings, reading) => {
    expect(readingOf(standings)).toBe(reading);
  });

  it('sets time against quality in points, where both say enough', () => {
    expect(qualityGap(record(96), audits(41))).toBeCloseTo(55, 9);
    expect(qualityGap(record(96), audits(41, 100, 5))).toBeNull();
  });
});

describe('the parts of a policy', () => {
  it('share no area and no question', () => {
    for (const of of ['areas', 'questions'] as const) {
      const all = CONSTRUCTS.flatMap((construct) => [...construct[of]].map(String));
      expect(new Set(all).size).toBe(all.length);
    }
    expect(CONSTRUCTS.flatMap(({ questions }) => questions).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
  });

  it('are found by what stands before the first slash', () => {
    expect(constructOf('agenda/template')).toBe('quality');
    expect(constructOf('something-else')).toBeNull();
  });
});
