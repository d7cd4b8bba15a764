import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_EACH_SIDE,
  FEWEST_FOR_LIMITS,
  FIRM_EACH_SIDE,
  FIRM_FROM,
  segmentedRegression,
  SPECIAL_CAUSE_RULES,
  type Coefficient,
  type SegmentedRegression,
  type SpecialCause,
} from '../../statistics/index.ts';
import { changeInWords, changeTechnicalInWords, type ChangeInWords } from './series-change-sentences.ts';
import {
  causeInWords,
  eventInWords,
  monthInWords,
  segmentInWords,
  seriesInWords,
  seriesNotesInWords,
  seriesValueInWords,
  type LatestMonth,
} from './series-sentences.ts';

const coefficient = (estimate: number, low: number, high: number): Coefficient => ({ estimate, low, high, standardError: 1 });

const READING: Extract<SegmentedRegression, { ok: true }> = {
  ok: true,
  standing: 'firm',
  before: 14,
  after: 13,
  level: coefficient(0.5, 0.4, 0.6),
  slope: coefficient(0, 0, 0),
  levelChange: coefficient(0.09, 0.04, 0.14),
  slopeChange: coefficient(0.01, -0.004, 0.024),
  lag: 2,
  durbinWatson: 1.8416,
  fitted: [],
  continued: [],
};

const CHANGE: ChangeInWords = {
  title: 'version 1.3 of the policy',
  on: '2026-05-14',
  kind: 'share',
  fromName: 'June 2026',
  regression: READING,
  meanwhile: ['training for supervisors', 'a rise in caseloads'],
};

const LATEST: LatestMonth = {
  name: 'June 2026',
  kind: 'share',
  value: 0.62,
  denominator: 50,
  notJudged: null,
  causes: [],
  standing: 'firm',
  mean: 0.5,
  low: 0.4,
  high: 0.6,
  judged: 14,
  others: 0,
};

const UP: SpecialCause = { rule: 'outside', direction: 'up', meaning: 'improvement' };

describe('changeInWords', () => {
  it('says how far it moved, how sure that is and what else happened', () => {
    expect(changeInWords(CHANGE)).toBe(
      'Version 1.3 of the policy came into force on 14 May 2026. Measured from June 2026 against where the months before were heading, ' +
        'the share went up by 9 points, interval 4 to 14, while training for supervisors and a rise in caseloads also happened. ' +
        'The pace from month to month went up by 1.0 point a month, interval −0.4 to 2.4, so it may not have moved. ' +
        '14 months before and 13 months since; in a series this short the intervals are still too narrow.',
    );
    expect(changeTechnicalInWords(READING)).toBe('Durbin-Watson 1.84; Newey-West standard errors, two months back.');
  });

  it('has its own unit for numbers and means', () => {
    const change = coefficient(-2.345, -4.56, -0.13);
    const regression = { ...READING, levelChange: change, slopeChange: coefficient(0.001, -0.2, 0.2) };
    expect(changeInWords({ ...CHANGE, kind: 'count', regression, meanwhile: [] })).toContain(
      'the number went down by 2.3 a month, interval −4.6 to −0.1. The pace from month to month stayed the same, interval −0.20 to 0.20.',
    );
    expect(changeInWords({ ...CHANGE, kind: 'mean', regression, meanwhile: ['a move of offices'] })).toContain(
      'the monthly figure went down by 2.35 on average, interval −4.56 to −0.13, while a move of offices also happened.',
    );
  });

  it('says that a reading from few months is only indicative', () => {
    const regression = { ...READING, standing: 'indicative' as const, before: 9, after: 11, lag: null };
    expect(changeInWords({ ...CHANGE, regression })).toMatch(
      /Indicative only: nine months before and 11 months since, where 12 on each side are wanted\.$/,
    );
    expect(changeTechnicalInWords({ ...regression, durbinWatson: null })).toBe('Ordinary standard errors.');
  });

  it('leaves the warning about short series out of long ones', () => {
    expect(changeInWords({ ...CHANGE, regression: { ...READING, before: 60, after: 40 } })).toMatch(
      /60 months before and 40 months since\.$/,
    );
    expect(changeInWords({ ...CHANGE, regression: { ...READING, before: 60, after: 39 } })).toMatch(/too narrow\.$/);
  });

  it('says of too few months that the chart is all there is', () => {
    const regression = segmentedRegression(
      Array.from({ length: 20 }, (_, i) => i % 3),
      13,
    );
    expect(changeInWords({ ...CHANGE, regression })).toBe(
      'Version 1.3 of the policy came into force on 14 May 2026: 13 months before it and seven months since are too few to say more than the chart shows; eight on each side are needed. ' +
        'Training for supervisors and a rise in caseloads also happened.',
    );
    expect(changeTechnicalInWords(regression)).toBeNull();
  });

  it('names the numbers that the statistics go by', () => {
    expect([FEWEST_EACH_SIDE, FIRM_EACH_SIDE, FIRM_FROM, FEWEST_FOR_LIMITS]).toEqual([8, 12, 12, 5]);
  });
});

describe('seriesInWords', () => {
  it.each<[Partial<LatestMonth>, string]>([
    [{ value: 0.55 }, 'In June 2026 it was 55% of 50, within the usual range of 40% to 60%, average 50%.'],
    [
      { causes: [UP], standing: 'trial', others: 2 },
      'In June 2026 it was 62% of 50, above the usual range, which is the wanted direction; the usual range is 40% to 60% (provisional), average 50%; two other months stand out.',
    ],
    [
      {
        kind: 'count',
        value: 1204,
        denominator: null,
        mean: 1000,
        low: 800,
        high: 1199.5,
        causes: [{ ...UP, meaning: 'neutral' }],
        others: 1,
      },
      'In June 2026 it was 1,204, above the usual range; the usual range is 800 to 1199.5, average 1,000; one other month stands out.',
    ],
    [
      { standing: 'too-few', low: null, high: null, judged: 3 },
      'In June 2026 it was 62% of 50; three months are too few to say what is usual.',
    ],
    [
      { standing: 'too-few', low: null, high: null, judged: 1 },
      'In June 2026 it was 62% of 50; one month is too few to say what is usual.',
    ],
    [{ denominator: 4, value: 0.5, notJudged: 'small' }, 'In June 2026 it was 50% of 4, too few to judge.'],
  ])('of %o', (overrides, sentence) => {
    expect(seriesInWords({ ...LATEST, ...overrides })).toBe(sentence);
  });

  it('says of nothing that nothing is recorded', () => {
    expect(seriesInWords(null)).toBe('Nothing is recorded for a month that is over.');
  });
});

describe('months, segments, events and notes', () => {
  it('say what they show', () => {
    expect(monthInWords({ ...LATEST, causes: [UP, { ...UP, rule: 'shift', meaning: 'concern' }] })).toBe(
      'June 2026: 62% of 50, above the usual range, which is the wanted direction; in a run of seven or more months above the average, which is not the wanted direction.',
    );
    expect(monthInWords({ ...LATEST, value: null })).toBe('June 2026: nothing recorded.');
    expect(monthInWords({ ...LATEST, notJudged: 'running' })).toBe(
      'June 2026: 62% of 50, the month is not over and is not judged.',
    );
    expect(monthInWords({ ...LATEST, kind: 'mean', value: 3.44 })).toBe('June 2026: 3.4.');
    const segment = { kind: 'share' as const, fromName: 'January 2026', toName: 'June 2026', mean: 0.52, judged: 6 };
    expect(segmentInWords({ ...segment, standing: 'trial', began: ['a new system'] })).toBe(
      'January 2026 to June 2026, new limits from a new system: average 52%, six months judged, so the limits are provisional.',
    );
    expect(segmentInWords({ ...segment, mean: null, standing: 'too-few', began: [], toName: 'January 2026' })).toBe(
      'January 2026: nothing to judge.',
    );
    expect(eventInWords('a new system', '2026-05-14', 'June 2026')).toBe('A new system, 14 May 2026; new limits from June 2026');
    expect(eventInWords('a new system', '2026-05-14', null)).toBe('A new system, 14 May 2026');
    expect([0.005, 0, 1].map((share) => seriesValueInWords(share, 'share'))).toEqual(['1%', '0%', '100%']);
  });

  it('have words of their own for every rule in every direction', () => {
    const words = SPECIAL_CAUSE_RULES.flatMap((rule) =>
      (['up', 'down'] as const).map((direction) => causeInWords({ rule, direction, meaning: 'neutral' })),
    );
    expect(new Set(words).size).toBe(8);
  });

  it('name the way that limits are made', () => {
    const reading = { sigmaZ: null, improvementIs: null, hasTrial: false, hasSmall: false, smallest: 10 };
    expect(seriesNotesInWords({ ...reading, method: 'xmr' })).toEqual([
      'The chart shows when something changed, not what brought it about.',
      'Limits are 2.66 mean moving ranges from the average (XmR chart); every moving range counts.',
    ]);
    expect(seriesNotesInWords({ ...reading, method: 'laney', sigmaZ: 2.91, improvementIs: 'down' })).toEqual([
      'Lower is better.',
      'The chart shows when something changed, not what brought it about.',
      'Limits go by how many each month rests on and by how much more than by chance the months differ (Laney’s p′ chart, sigma z 2.9).',
    ]);
    expect(seriesNotesInWords({ ...reading, method: 'p', hasTrial: true, hasSmall: true, improvementIs: 'up' })).toEqual([
      'Higher is better.',
      'The chart shows when something changed, not what brought it about.',
      'Limits go by how many each month rests on (p chart, three standard errors).',
      'Dashed limits are provisional: they rest on fewer than 12 months and may still move.',
      'Months of fewer than ten are drawn and not judged.',
    ]);
  });
});

describe('no sentence says what brought a change about', () => {
  const CLAIMS = /effect|because|caused|due to|led to/i;
  const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

  it.each(['./series-sentences.ts', './series-change-sentences.ts'])('in any word of %s', (path) => {
    expect(text(path).length).toBeGreaterThan(1000);
    expect(text(path)).not.toMatch(CLAIMS);
  });

  it('in any sentence about a policy date', () => {
    const change = fc.record({
      estimate: fc.double({ noNaN: true, min: -9, max: 9 }),
      half: fc.double({ noNaN: true, min: 0, max: 9 }),
    });
    const kind = fc.constantFrom('share' as const, 'count' as const, 'mean' as const);
    fc.assert(
      fc.property(
        change,
        change,
        kind,
        fc.boolean(),
        fc.subarray(['training', 'a move', 'fewer children']),
        (level, pace, of, isFirm, meanwhile) => {
          const around = ({ estimate, half }: { estimate: number; half: number }) =>
            coefficient(estimate, estimate - half, estimate + half);
          const standing = isFirm ? ('firm' as const) : ('indicative' as const);
          const regression = { ...READING, standing, levelChange: around(level), slopeChange: around(pace) };
          const sentence = changeInWords({ ...CHANGE, kind: of, regression, meanwhile });
          expect(sentence).not.toMatch(CLAIMS);
          for (const event of meanwhile) expect(sentence).toContain(event);
        },
      ),
    );
  });
});
