import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MonthCounts } from '../compliance/index.ts';
import { prepareMonths } from './service-months.ts';

const month = (of: string, onTime: number, late: number, notDone: number, excused = 0): MonthCounts => ({
  month: `${of}-01`,
  due: onTime + late + notDone + excused,
  onTime,
  late,
  notDone,
  excused,
});

const model = prepareMonths(
  [month('2026-11', 70, 20, 10, 4), month('2026-12', 0, 0, 0), month('2027-01', 1, 1, 1), month('2027-02', 5, 0, 0)],
  '2027-02-10',
);

describe('prepareMonths', () => {
  it('gives whole per cent of what fell due, absence left out', () => {
    expect(model.columns[0]).toMatchObject({ label: 'Nov ’26', onTime: 70, late: 20, notDone: 10, isRunning: false });
    expect(model.columns[2]).toMatchObject({ label: 'Jan ’27', onTime: 33, late: 33, notDone: 34 });
    expect(model.columns[3]).toMatchObject({ label: 'Feb', isRunning: true });
  });

  it('says of a month in which nothing fell due that nothing did', () => {
    expect(model.columns[1]).toMatchObject({ onTime: 0, late: 0, notDone: 0, sentence: 'December 2026: nothing fell due.' });
    expect(model.table.rows[1]?.note).toBe('Nothing fell due.');
  });

  it('says the best and the poorest month that is over', () => {
    expect(model.sentence).toBe('Done on time: between 33% (January 2027) and 70% (November 2026) of what fell due in a month.');
    expect(prepareMonths([month('2027-02', 5, 0, 0)], '2027-02-10').sentence).toBe(
      'No month is over in which anything fell due.',
    );
  });

  it('has a table that says the same in numbers', () => {
    expect(model.table.rows[0]).toMatchObject({ header: 'November 2026', cells: ['100', '70', '20', '10', '4'] });
  });

  it('fills every column to a hundred or leaves it empty', () => {
    const count = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(count, count, count, (onTime, late, notDone) => {
        const [column] = prepareMonths([month('2026-05', onTime, late, notDone)], '2026-09-01').columns;
        const total = (column?.onTime ?? 0) + (column?.late ?? 0) + (column?.notDone ?? 0);
        // Two halves may both be rounded up.
        expect(onTime + late + notDone === 0 ? [0] : [100, 101]).toContain(total);
      }),
    );
  });
});
