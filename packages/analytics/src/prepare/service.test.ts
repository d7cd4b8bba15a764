import { describe, expect, it } from 'vitest';
import type { ComplianceCounts, MonthCounts, ServiceView, TeamFigures } from '../compliance/index.ts';
import { prepareService } from './service.ts';

const counts = (overrides: Partial<ComplianceCounts>): ComplianceCounts => ({
  met: 0,
  metLate: 0,
  due: 0,
  overdue: 0,
  notMet: 0,
  excused: 0,
  unknown: 0,
  ...overrides,
});
const month = (name: string, onTime: number, late: number, notDone: number): MonthCounts => ({
  month: `2026-${name}-01`,
  due: onTime + late + notDone,
  onTime,
  late,
  notDone,
  excused: 0,
});

const team = (name: string, overrides: Partial<TeamFigures> = {}): TeamFigures => ({
  team: { code: name, name, service: 'Assessment' },
  manager: { id: 'm', name: 'T. Marlow' },
  people: 8,
  children: 120,
  own: counts({ met: 9, overdue: 1 }),
  cases: counts({ met: 80, metLate: 10, overdue: 10 }),
  alerts: 0,
  months: [],
  ...overrides,
});

const view: ServiceView = {
  on: '2026-11-21',
  knownOn: null,
  teams: [team('Alder'), team('Beech', { alerts: 2, own: counts({ met: 4, overdue: 3, unknown: 1 }) })],
  totals: {},
  months: [
    month('05', 70, 20, 10),
    month('06', 70, 20, 10),
    month('07', 70, 20, 10),
    month('08', 80, 10, 10),
    month('09', 80, 15, 5),
    month('10', 80, 15, 5),
    month('11', 1, 0, 90),
  ],
};

describe('prepareService', () => {
  it('gives four figures with their time and direction, leaving out the month that is still running', () => {
    expect(prepareService(view).figures).toEqual([
      {
        key: 'on-time',
        title: 'Done on time',
        value: '80%',
        detail: '240 of 300 that fell due, August to October 2026',
        direction: { kind: 'up', isBetter: true, words: 'up 10 points on the three months before' },
      },
      { key: 'overdue', title: 'Overdue now', value: '24', detail: 'own supervision 4, case supervision 20', direction: null },
      {
        key: 'not-done',
        title: 'Fell due and still not done',
        value: '20',
        detail: 'August to October 2026',
        direction: { kind: 'down', isBetter: true, words: 'down from 30 in the three months before' },
      },
      {
        key: 'alerts',
        title: 'Children without a worker or supervisor',
        value: '2',
        detail: 'in 1 team: no worker, worker away, or no supervisor',
        direction: null,
      },
    ]);
  });

  it('says nothing about direction where there is nothing to compare with', () => {
    const young = prepareService({ ...view, months: [month('10', 0, 0, 0)] });
    expect(young.figures.map((figure) => [figure.value, figure.direction])).toEqual([
      ['–', null],
      ['24', null],
      ['0', null],
      ['2', null],
    ]);
    expect(young.figures[0]?.detail).toBe('nothing fell due');
  });

  it('puts teams that need attention first, with their share on time of the months that are over', () => {
    const months = prepareService({ ...view, teams: view.teams.map((one) => ({ ...one, months: view.months })) }).teams;
    expect(months.map((one) => [one.name, one.onTime])).toEqual([
      ['Beech', '80%'],
      ['Alder', '80%'],
    ]);
    expect(prepareService(view).teams[0]?.onTime).toBe('–');
  });

  it('says what stands out in words', () => {
    expect(prepareService(view).exceptions).toEqual([
      {
        code: 'Beech',
        name: 'Beech',
        sentence:
          '2 children have no worker or supervisor in place; own supervision is overdue for 3 of 8; 1 not known, because nothing has been brought in for them.',
      },
    ]);
  });

  it('reads a month out', () => {
    expect(prepareService(view).months.at(-2)?.sentence).toBe('October 2026: 80 of 100 on time, 15 late, 5 not done.');
  });
});
