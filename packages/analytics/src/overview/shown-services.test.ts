import { describe, expect, it } from 'vitest';
import { aSource, everyMonth, MONTHS } from './_source.ts';
import { shownServices } from './shown-services.ts';
import type { OverviewMonth } from './views.ts';

const names = (people: Record<string, number>, rows: readonly OverviewMonth[]) =>
  shownServices(aSource({ people: new Map(Object.entries(people)), rows })).map(({ name }) => name);

describe('services that stand by themselves', () => {
  it('do so from five people and five requirements a month on, the largest first', () => {
    const rows = [...everyMonth('North', { due: 5, onTime: 5 }), ...everyMonth('South', { due: 30, onTime: 20 })];
    expect(names({ North: 5, South: 12 }, rows)).toEqual(['South', 'North']);
  });

  it('are put together where they are too small, and none is found by taking the others from the whole', () => {
    const small = [...everyMonth('A', { due: 3, onTime: 3 }), ...everyMonth('B', { due: 3, onTime: 0 })];
    const rows = [...small, ...everyMonth('North', { due: 20, onTime: 20 })];
    expect(names({ A: 3, B: 3, North: 9 }, rows)).toEqual(['North', 'Other services together']);
  });

  it('give up the smallest of the large ones where the others together are still too small', () => {
    const rows = [
      ...everyMonth('A', { due: 1, onTime: 0 }),
      ...everyMonth('North', { due: 9, onTime: 9 }),
      ...everyMonth('South', { due: 30, onTime: 20 }),
      ...everyMonth('West', { due: 30, onTime: 20 }),
    ];
    expect(names({ A: 1, North: 6, South: 12, West: 11 }, rows)).toEqual(['South', 'West', 'Other services together']);
  });

  it('are not shown at all where only one line would be left: it would be the whole', () => {
    const rows = [...everyMonth('A', { due: 1, onTime: 0 }), ...everyMonth('North', { due: 9, onTime: 9 })];
    expect(names({ A: 1, North: 6 }, rows)).toEqual([]);
  });

  it('count without what was excused, and one poor month is enough', () => {
    const north = everyMonth('North', { due: 9, onTime: 4 }).map((row) =>
      row.month === MONTHS[3] ? { ...row, excused: 5 } : row,
    );
    const rows = [...north, ...everyMonth('South', { due: 9, onTime: 9 }), ...everyMonth('West', { due: 9, onTime: 9 })];
    expect(names({ North: 8, South: 9, West: 7 }, rows)).toEqual(['South', 'Other services together']);
  });

  it('are seven lines at most', () => {
    const services = Array.from({ length: 12 }, (_, i) => `S${i}`);
    const rows = services.flatMap((service) => everyMonth(service, { due: 10, onTime: 9 }));
    const shown = names(Object.fromEntries(services.map((service, i) => [service, 40 - i])), rows);
    expect(shown).toHaveLength(7);
    expect(shown.at(-1)).toBe('Other services together');
  });

  it('leaves nothing out: the lines add up to the whole', () => {
    const rows = ['A', 'B', 'C', 'D', ''].flatMap((service, i) => everyMonth(service, { due: 2 * i + 1, onTime: i }));
    const shown = shownServices(
      aSource({
        rows,
        people: new Map([
          ['A', 4],
          ['B', 6],
          ['C', 7],
          ['D', 8],
        ]),
      }),
    );
    const due = (of: readonly OverviewMonth[]) => of.reduce((sum, row) => sum + row.due, 0);
    expect(shown.length).toBeGreaterThan(1);
    expect(due(shown.flatMap((service) => service.rows))).toBe(due(rows));
  });
});
