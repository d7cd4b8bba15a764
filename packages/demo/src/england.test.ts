import { toDay } from '@plumbline/domain/calendar';
import { assessCadence, Clock, compilePolicy } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import { describe, expect, it } from 'vitest';
import { makeEngland } from './england.ts';
import { englandCouncilSizes } from './england-sizes.ts';

describe('the councils of England', () => {
  it('are 153, largest first, and lose nobody', () => {
    const councils = englandCouncilSizes();
    expect(councils).toHaveLength(153);
    expect(councils.reduce((sum, council) => sum + council.openChildren, 0)).toBe(400_000);
    expect(councils.reduce((sum, council) => sum + council.supervisees, 0)).toBe(75_000);
    expect(councils.map((council) => council.openChildren)).toEqual(
      councils.map((council) => council.openChildren).toSorted((a, b) => b - a),
    );
  });
});

describe('the clocks of England', () => {
  const policy = compilePolicy(loadPack('wirral'));
  const england = makeEngland(policy, '2026-11-20');

  it('are a million and a half, each with a counted day before today', () => {
    expect(england.people.columns.subjects + england.children.columns.subjects).toBe(1_500_000);
    const { eventDay, eventOffset } = england.children.columns;
    expect(eventOffset.at(-1)).toBe(eventDay.length);
    expect(eventDay.every((day) => day < toDay('2026-11-20'))).toBe(true);
  });

  it.each(['people', 'children'] as const)('of %s have two or more stretches and one requirement now', (kind) => {
    const { columns, series } = england[kind];
    const { segments } = new Clock(policy, series, columns);
    for (let clock = 0; clock < columns.subjects; clock += 997) {
      segments.build(columns, clock);
      expect(segments.count).toBeGreaterThanOrEqual(2);
    }
    expect(assessCadence(policy, series, columns, true).count).toBe(columns.subjects);
  });

  it('are the same for the same seed', () => {
    const again = makeEngland(policy, '2026-11-20');
    expect(
      Buffer.from(again.children.columns.spanFrom.buffer).equals(Buffer.from(england.children.columns.spanFrom.buffer)),
    ).toBe(true);
    expect(again.people.columns.eventDay.slice(0, 5000)).toEqual(england.people.columns.eventDay.slice(0, 5000));
  });
});
