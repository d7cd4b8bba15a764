import type { WhatIfCounts, WhatIfTeam } from '@plumbline/analytics/impact';
import { describe, expect, it } from 'vitest';
import { figureRows, teamRows, type WorkedOut } from './figures.ts';
import { hoursBars } from './hours-bars.ts';
import { isAnythingKnown, leadSentences, lessThanAYear, monthsInWords, reallyHeld } from './sentences.ts';

const COUNTS: WhatIfCounts = { due: 10, onTime: 6, late: 2, notDone: 0, excused: 2, notKnown: 1 };

function team(given: Partial<WhatIfTeam>): WhatIfTeam {
  return {
    team: '',
    people: COUNTS,
    children: COUNTS,
    required: 120,
    requiredDiscussions: 240,
    minutes: 7200,
    peopleLate: 2,
    childrenLate: 0,
    ...given,
  };
}

function option(name: string, whole: WhatIfTeam, newlyLate = { people: 0, children: 0 }): WorkedOut['inForce'] {
  const isInForce = name === 'The policy in force';
  return { name, isInForce, whole, teams: [{ ...whole, team: 'T1' }], series: [], minutesFrom: 'policy', newlyLate };
}

const IN_FORCE = option('The policy in force', team({}));
const OTHER = option('Kent', team({ required: 180, minutes: 14_400, peopleLate: 5, people: { ...COUNTS, onTime: 4 } }), {
  people: 3,
  children: 1,
});
const REAL = { supervisors: 2, supervisees: 9, held: 120, spentMinutes: 7200 };

const VIEW: WorkedOut = {
  state: 'done',
  at: '2026-11-20T11:00Z',
  months: { from: '2025-11-01', to: '2026-10-31' },
  real: {
    whole: { team: '', ...REAL },
    teams: [{ team: 'T1', ...REAL }],
    medianMinutes: 60,
    withoutMinutes: 0,
    recordsFrom: { people: '2020-01-01', children: '2020-01-01' },
  },
  inForce: IN_FORCE,
  options: [IN_FORCE, OTHER],
  teams: [{ code: 'T1', name: 'Assessment' }],
  notes: [],
};

/** The cells of one measure: figure and difference. */
function cells(name: string): (string | null)[][] {
  const row = figureRows(VIEW).find(({ measure }) => measure === name);
  return (row?.figures ?? []).map(({ text, difference }) => [text, difference]);
}

describe('figureRows', () => {
  it('shows months, and how far each is from what was in force', () => {
    // 120 and 180 over twelve months; 7,200 minutes are 120 hours, ten a month, for two supervisors.
    expect(cells('asked')).toEqual([
      ['10', null],
      ['15', '5 more'],
    ]);
    expect(cells('hours')).toEqual([
      ['10', null],
      ['20', '10 more'],
    ]);
    expect(cells('per-supervisor')).toEqual([
      ['5.0', null],
      ['10.0', '5.0 more'],
    ]);
  });

  it('says how many people each supervisor could have with the hours really spent', () => {
    // Nine people for two is 4.5; twice the hours halves it: 2.25, shown as 2.3.
    expect(cells('ratio')).toEqual([
      ['4.5', null],
      ['2.3', '2.2 fewer'],
    ]);
  });

  it('takes what was excused out of the share on time', () => {
    // Six and four of the eight that count.
    expect(cells('people-on-time')).toEqual([
      ['75%', null],
      ['50%', '25 points fewer'],
    ]);
  });

  it('opens lists of those who were late, where there are any', () => {
    const opens = (name: string) =>
      figureRows(VIEW)
        .find(({ measure }) => measure === name)
        ?.figures.map((one) => one.opens);
    expect(opens('people-late')).toEqual(['person', 'person']);
    expect(opens('children-late')).toEqual([null, null]);
  });

  it('says so where hours cannot be said', () => {
    const view = { ...VIEW, options: [option('Kent', team({ minutes: null }))] };
    const row = figureRows(view).find(({ measure }) => measure === 'hours');
    expect(row?.figures).toEqual([{ text: 'Cannot be said', difference: null, opens: null }]);
  });
});

it('says of clocks that nobody records that nothing can be said, not that nothing was asked', () => {
  const own = { series: 'own', title: 'Own', about: 'person', counts: COUNTS, required: 0, subjects: 0 } as const;
  const unrecorded = { ...IN_FORCE, series: [{ ...own, isRecorded: false }] };
  const rows = figureRows({ ...VIEW, inForce: unrecorded, options: [unrecorded] });
  const text = (measure: string) => rows.find((row) => row.measure === measure)?.figures[0]?.text;
  expect([text('asked'), text('people-late'), text('discussions')]).toEqual(['Cannot be said', 'Cannot be said', '20']);
});

it('names teams, and leaves out those of which there is nothing', () => {
  expect(teamRows(VIEW, 'people-late').map(({ name, figures }) => [name, figures.map(({ text }) => text)])).toEqual([
    ['Assessment', ['2', '5']],
  ]);
  expect(teamRows(VIEW, 'children-late')).toEqual([]);
});

it('puts the answer into sentences', () => {
  expect(monthsInWords(VIEW.months)).toBe('November 2025 to October 2026');
  expect(leadSentences(VIEW)).toEqual([
    'Kent would have asked for 5 more supervisions a month and 10 more hours for them. With what was really held, 3 people and 1 child would have been late who were not late under the policy in force.',
  ]);
  expect(leadSentences({ ...VIEW, options: [IN_FORCE] })).toEqual([
    'The policy in force asked for 10 supervisions a month; 10 were held.',
  ]);
  expect(reallyHeld(VIEW)).toBe(
    'Really held: 10 supervisions a month, in 10 hours. Today 2 supervisors have 9 people between them, 4.5 each.',
  );
});

it('says where records reach back less than the twelve months, and where there are none of them', () => {
  const recorded = (people: string | null, children: string | null): WorkedOut => ({
    ...VIEW,
    real: { ...VIEW.real, recordsFrom: { people, children } },
  });
  expect(lessThanAYear(recorded('2025-11-01', '2019-04-01'))).toEqual([]);
  expect(lessThanAYear(recorded('2026-08-03', null)).slice(0, 2)).toEqual([
    'Supervisions of people are recorded here from 3 August 2026.',
    'Discussions of children are not recorded here.',
  ]);
  expect(isAnythingKnown(recorded('2026-11-01', null))).toBe(false);
  expect(isAnythingKnown(recorded(null, '2026-10-31'))).toBe(true);
});

it('stands the line of what was really spent among the bars', () => {
  // 10 and 20 hours a month, the longest with a twentieth to spare: 21 across.
  const bars = hoursBars(VIEW);
  expect(bars?.spentAt).toBeCloseTo(10 / 21, 10);
  expect(bars?.bars.map(({ share, text }) => [share?.toFixed(4), text])).toEqual([
    [(10 / 21).toFixed(4), '10 hours'],
    [(20 / 21).toFixed(4), '20 hours'],
  ]);
});
