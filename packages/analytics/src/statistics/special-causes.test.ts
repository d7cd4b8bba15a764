import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/series-python.json' with { type: 'json' };
import type { ControlPoint } from './control-chart.ts';
import { pChart } from './p-chart.ts';
import { SPECIAL_CAUSE_RULES, specialCauses, type ImprovementIs } from './special-causes.ts';
import { xmrChart, type RangeScreening } from './xmr-chart.ts';

/** "9 outside up", as the fixture has them. */
function inShort(points: readonly ControlPoint[]): string[] {
  return specialCauses(points, null).flatMap(({ position, causes }) =>
    causes.map(({ rule, direction }) => `${position} ${rule} ${direction}`),
  );
}

/** Points around a mean of 0 with limits at 3 and -3. */
function around(values: readonly (number | null)[]): ControlPoint[] {
  const lines = { segment: 0, mean: 0, limits: { low: -3, high: 3 }, near: { low: -2, high: 2 } };
  return values.map((value) => ({ value, isJudged: value !== null, ...lines }));
}

/** Positions at which a rule holds. */
function placesOf(rule: string, values: readonly (number | null)[]): number[] {
  return inShort(around(values)).flatMap((text) => (text.split(' ')[1] === rule ? [Number(text.split(' ')[0])] : []));
}

describe('specialCauses', () => {
  it.each(python.xmr)('as every window laid over every place has it (case %#)', ({ values, rebaseAt, screening, causes }) => {
    const { points } = xmrChart(values, { rebaseAt, screening: screening as RangeScreening });
    expect(inShort(points)).toEqual(causes);
  });

  it.each(python.pCharts)('the same of shares (case %#)', ({ shares, rebaseAt, method, causes }) => {
    const given = shares.map((pair) => (pair === null ? null : { x: pair[0] ?? 0, n: pair[1] ?? 0 }));
    expect(inShort(pChart(given, { rebaseAt, method: method as 'p' | 'laney' }).points)).toEqual(causes);
  });

  it('has every rule in both directions in its reference', () => {
    const seen = new Set(
      [...python.xmr, ...python.pCharts].flatMap(({ causes }) => causes.map((text) => text.replace(/^\d+ /, ''))),
    );
    expect([...seen].sort()).toEqual(SPECIAL_CAUSE_RULES.flatMap((rule) => [`${rule} down`, `${rule} up`]).sort());
  });

  it('finds a point beyond a limit and none upon it', () => {
    expect(placesOf('outside', [3, 3.001, -3, -3.001, 0])).toEqual([1, 3]);
  });

  it('finds seven on one side, which a point on the mean, a gap and six do not make', () => {
    expect(placesOf('shift', [1, 2, 1, 2, 1, 1, 1, -1])).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(placesOf('shift', [1, 2, 1, 2, 1, 1, -1])).toEqual([]);
    expect(placesOf('shift', [1, 2, 1, 0, 2, 1, 1, 1])).toEqual([]);
    expect(placesOf('shift', [1, 2, 1, null, 2, 1, 1, 1])).toEqual([]);
  });

  it('finds seven that rise or fall, which equal ones and six do not make', () => {
    expect(placesOf('trend', [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 1.5])).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(placesOf('trend', [-1.5, -1, -0.5, 0, 0.5, 1, 0.9])).toEqual([]);
    expect(placesOf('trend', [-1.5, -1, -0.5, -0.5, 0, 0.5, 1, 1.5])).toEqual([]);
  });

  it('lets a turning point go with what follows', () => {
    const peak = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0];
    const trends = specialCauses(around(peak), null).flatMap(({ position, causes }) =>
      causes.filter(({ rule }) => rule === 'trend').map(({ direction }) => `${position} ${direction}`),
    );
    expect(trends).toEqual([0, 1, 2, 3, 4, 5].map((i) => `${i} up`).concat([6, 7, 8, 9, 10, 11, 12].map((i) => `${i} down`)));
  });

  it('finds two of three in the outer third with the third on their side', () => {
    expect(placesOf('two-of-three', [2.5, 1, 2.5, 0])).toEqual([0, 2]);
    expect(placesOf('two-of-three', [2.5, -1, 2.5])).toEqual([]);
    expect(placesOf('two-of-three', [2.5, 2.5])).toEqual([]);
    expect(placesOf('two-of-three', [2.5, 3.5, 1])).toEqual([]);
    expect(placesOf('two-of-three', [2.5, 3.5, 2.5])).toEqual([0, 2]);
    expect(placesOf('two-of-three', [2, 1, 2])).toEqual([]);
    expect(placesOf('two-of-three', [-2.5, -2.5, -0.1])).toEqual([0, 1]);
  });

  it('lets no run cross the edge of a segment or a point that is not judged', () => {
    const run = around([1, 2, 1, 2, 1, 1, 1]);
    expect(specialCauses(run, null)).toHaveLength(7);
    expect(
      specialCauses(
        run.map((point, i) => ({ ...point, segment: i < 3 ? 0 : 1 })),
        null,
      ),
    ).toEqual([]);
    expect(
      specialCauses(
        run.map((point, i) => ({ ...point, isJudged: i !== 3 })),
        null,
      ),
    ).toEqual([]);
    expect(
      specialCauses(
        around([9]).map((point) => ({ ...point, isJudged: false })),
        null,
      ),
    ).toEqual([]);
  });

  it('says nothing of a series that never moves, whatever its mean is rounded to', () => {
    for (const value of [0.1, 0.55, 1 / 3, 1e9 + 0.1])
      expect(inShort(xmrChart(Array.from({ length: 21 }, () => value)).points)).toEqual([]);
  });

  it('says whether it is wanted, where it is known what is', () => {
    const meaning = (improvementIs: ImprovementIs, value: number) =>
      specialCauses(around([value]), improvementIs)[0]?.causes[0]?.meaning;
    expect([meaning('up', 4), meaning('down', 4), meaning(null, 4)]).toEqual(['improvement', 'concern', 'neutral']);
    expect([meaning('up', -4), meaning('down', -4), meaning(null, -4)]).toEqual(['concern', 'improvement', 'neutral']);
  });

  it('puts the rules of a point in their order', () => {
    const rising = [0.1, 0.2, 0.3, 0.4, 2.5, 2.6, 2.7, 3.5];
    const causes = new Map(specialCauses(around(rising), 'up').map((one) => [one.position, one.causes.map(({ rule }) => rule)]));
    expect(causes.get(7)).toEqual(['outside', 'trend', 'shift']);
    expect(causes.get(5)).toEqual(['trend', 'two-of-three', 'shift']);
  });

  it('turns with the series when it is turned over', () => {
    const value = fc.option(fc.integer({ min: -40, max: 40 }), { freq: 12 });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 60 }),
        fc.constantFrom<ImprovementIs>('up', 'down', null),
        (values, improvementIs) => {
          const turned = improvementIs === null ? null : improvementIs === 'up' ? ('down' as const) : ('up' as const);
          const plain = specialCauses(xmrChart(values).points, improvementIs);
          const mirrored = specialCauses(xmrChart(values.map((one) => (one === null ? null : -one))).points, turned);
          expect(mirrored).toEqual(
            plain.map(({ position, causes }) => ({
              position,
              causes: causes.map((cause) => ({ ...cause, direction: cause.direction === 'up' ? 'down' : 'up' })),
            })),
          );
        },
      ),
    );
  });

  it('stays where it is when the series is moved or stretched', () => {
    const value = fc.option(fc.integer({ min: -40, max: 40 }), { freq: 12 });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 60 }),
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 9 }),
        (values, shift, scale) => {
          const moved = values.map((one) => (one === null ? null : one * scale + shift));
          expect(specialCauses(xmrChart(moved).points, 'up')).toEqual(specialCauses(xmrChart(values).points, 'up'));
        },
      ),
    );
  });
});
