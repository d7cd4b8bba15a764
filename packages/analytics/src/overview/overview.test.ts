import { describe, expect, it } from 'vitest';
import { aSource, everyMonth, MONTHS } from './_source.ts';
import { overviewOf } from './overview.ts';
import type { OverviewSource } from './views.ts';

const figure = (given: Partial<OverviewSource>, key: string) => {
  const { main, further } = overviewOf(aSource(given));
  const found = [...main, ...further].find((one) => one.key === key);
  return [found?.value, found?.detail, found?.needsLook];
};
const last = MONTHS.at(-1);

describe('the sentence at the top', () => {
  const rows = everyMonth('North', { due: 50, onTime: 42, excused: 0 }).map((row) =>
    row.month === last ? { ...row, onTime: 45 } : row,
  );

  it('says what changed in the last month, and that nothing needs attention', () => {
    expect(overviewOf(aSource({ rows })).sentence).toBe(
      'In October 2026, 90% of what fell due was done on time, 6 points more than in September. Nothing on this page needs attention today.',
    );
  });

  it('names what needs attention with its number, children first, and never a cause', () => {
    const { sentence } = overviewOf(
      aSource({
        rows: everyMonth('North', { due: 10, onTime: 8 }),
        children: { open: 40, withoutWorker: 2 },
        waits: { person: { overdue: 1, mostDays: 9 }, child: { overdue: 0, mostDays: 0 } },
        notBooked: { people: 12, withoutPlan: 3 },
        actions: { open: 5, overdue: 1 },
      }),
    );
    expect(sentence).toBe(
      'In October 2026, 80% of what fell due was done on time, as in September. Needing attention today: 2 open children without a worker, 1 supervision of staff past its day, 3 people with none booked and 1 action overdue.',
    );
    expect(sentence).not.toMatch(/effect|because|caused|due to/i);
  });

  it('says nothing of a month in which fewer than five fell due', () => {
    expect(overviewOf(aSource({ rows: everyMonth('North', { due: 4, onTime: 0 }) })).sentence).toMatch(/too little fell due/);
  });
});

describe('its figures', () => {
  it('give staff and children apart, excused left out, with the month before', () => {
    const rows = [
      ...everyMonth('North', { due: 12, onTime: 8, excused: 2 }),
      ...everyMonth('North', { subject: 'child', due: 20, onTime: 19 }),
    ];
    expect(figure({ rows }, 'on-time-person')).toEqual(['80%', 'of 10 due, 80% in September', false]);
    expect(figure({ rows }, 'on-time-child')).toEqual(['95%', 'of 20 due, 95% in September', false]);
  });

  it('say with a sign of their own what needs attention', () => {
    expect(figure({ children: { open: 1204, withoutWorker: 3 } }, 'without-worker')).toEqual(['3', 'today, of 1,204 open', true]);
    expect(figure({ notBooked: { people: 48, withoutPlan: 9 } }, 'not-booked')).toEqual([
      '9',
      'of 48 people whose next is due',
      true,
    ]);
    expect(
      figure({ waits: { person: { overdue: 4, mostDays: 31 }, child: { overdue: 0, mostDays: 0 } } }, 'wait-person'),
    ).toEqual(['31 days', 'past its day; 4 past in all', true]);
    expect(figure({ actions: { open: 6, overdue: 2 } }, 'actions')).toEqual([
      '2',
      'past their day, of 6 open after audits',
      true,
    ]);
  });

  it('show no grades of too few, and with enough their interval and how many', () => {
    const audits = aSource().audits;
    expect(figure({ audits: { ...audits, grades: { state: 'too-few', completed: 4 } } }, 'audits').slice(0, 2)).toEqual([
      '–',
      '4 drawn at random, too few to show (November 2025 to October 2026)',
    ]);
    const tally = {
      completed: 20,
      imported: 0,
      graded: 20,
      counts: [1, 4, 12, 3] as const,
      good: 15,
      share: 0.75,
      interval: { low: 0.531, high: 0.888 },
      without: null,
    };
    expect(
      figure({ audits: { ...audits, grades: { state: 'shown', tally, isUnanimous: false } } }, 'audits').slice(0, 2),
    ).toEqual(['75%', '53% to 89%, n = 20, November 2025 to October 2026']);
  });

  it('give the record gap in sessions and the quality gap in points, each with both of its sides', () => {
    const survey: OverviewSource['survey'] = {
      title: 'Autumn',
      closedOn: '2026-10-16',
      indices: [],
      recall: { n: 61, gap: { reported: 2.6, recorded: 2.2, gap: 0.4, interval: null } },
    };
    expect(figure({ survey }, 'record-gap').slice(0, 2)).toEqual([
      '+0.4',
      'sessions each in three months: staff report 2.6, 2.2 are recorded',
    ]);
    const quality = { files: 24, answered: 96, good: 60, share: 0.625, interval: null };
    const rows = everyMonth('North', { due: 20, onTime: 18 });
    expect(figure({ rows, audits: { ...aSource().audits, quality } }, 'quality-gap').slice(0, 2)).toEqual([
      '+27 points',
      '90% of staff’s on time, 63% of audit answers good or better (24 files)',
    ]);
    expect(figure({ rows, audits: { ...aSource().audits, quality: { ...quality, files: 9 } } }, 'quality-gap')[0]).toBe('–');
  });

  it('show the index of quality with its interval, or that too few replied', () => {
    const score = {
      breakdown: 'whole',
      group: 'whole',
      index: 'quality' as const,
      part: 'receives' as const,
      state: 'shown' as const,
      n: 61,
      population: null,
      score: 58.4,
      standardDeviation: 20,
    };
    const survey: OverviewSource['survey'] = { title: 'Autumn', closedOn: '2026-10-16', indices: [score], recall: null };
    // 58.4 ± t(60) × 20 ÷ √61 = 58.4 ± 5.1
    expect(figure({ survey }, 'survey').slice(0, 2)).toEqual(['58 of 100', '53 to 64, n = 61, closed 16 October 2026']);
    const hidden = { ...score, state: 'not-shown' as const, n: null, score: null, standardDeviation: null };
    expect(figure({ survey: { ...survey, indices: [hidden] } }, 'survey').slice(0, 2)).toEqual([
      '–',
      'Too few replies to protect people, closed 16 October 2026',
    ]);
  });
});

describe('its lines', () => {
  it('share one axis that begins at a tenth below the lowest, and the table says the same', () => {
    const rows = [...everyMonth('North', { due: 20, onTime: 13 }), ...everyMonth('South', { due: 20, onTime: 19 })];
    const { lines } = overviewOf(
      aSource({
        rows,
        people: new Map([
          ['North', 9],
          ['South', 8],
        ]),
      }),
    );
    expect(lines.from).toBeCloseTo(0.6, 9);
    expect(lines.services.map(({ name, last: share }) => [name, share])).toEqual([
      ['North', 0.65],
      ['South', 0.95],
    ]);
    expect(lines.table.rows.map(({ header, cells }) => [header, cells.at(-1)])).toEqual([
      ['Whole council', '80% of 40'],
      ['North', '65% of 20'],
      ['South', '95% of 20'],
    ]);
  });
});
