import { addMonths, formatDay, startOfMonth, type Day, type LocalDate } from '@plumbline/domain/calendar';
import type { ContextMeasure, FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows, type Given } from '../fact-rows.ts';
import { workingDayFrom } from '../spans.ts';
import { streamOf } from './beside.ts';

const MONTHS_KEPT = 12;
/** How many months ago the council was re-organised: caseloads ease from then on. */
const REORGANISED_AGO = 8;

/** What else happened, and twelve months of figures. Front door decisions and forum attendance are held by nobody here. */
export function addWhatStandsBesideThePolicy(context: Context, rows: FactRows): void {
  for (const event of eventsOf(context, rows)) addFact(rows, 'rival-event', event);
  for (const measure of ['caseload', 'vacancies', 'agency'] as const) addFigures(context, rows, measure);
}

/** The first month of which figures are kept. */
export function contextKeptFrom(context: Context): LocalDate {
  return formatDay(monthsAgo(context, MONTHS_KEPT));
}

function monthsAgo(context: Context, months: number): Day {
  return startOfMonth(addMonths(startOfMonth(context.today), -months));
}

function eventsOf(context: Context, rows: FactRows): Given<'rival-event'>[] {
  const on = (months: number, after: number): LocalDate => formatDay(workingDayFrom(monthsAgo(context, months) + after));
  const assessment = rows.team.find(({ kind }) => kind === 'assessment')?.team ?? null;
  return [
    {
      event: 'EVT-1',
      title: 'Safeguarding and assessment teams redrawn along two areas',
      kind: 'reorganisation',
      on: on(REORGANISED_AGO, 0),
      isNewStart: true,
    },
    {
      event: 'EVT-2',
      title: 'Two-day course on reflective supervision for everybody who supervises',
      kind: 'training',
      on: on(5, 10),
      to: formatDay(workingDayFrom(monthsAgo(context, 5) + 10) + 1),
      isNewStart: false,
    },
    {
      event: 'EVT-3',
      title: 'Three agency posts filled for good',
      kind: 'workforce',
      on: on(4, 5),
      team: assessment,
      isNewStart: false,
    },
    {
      event: 'EVT-4',
      title: 'Focused visit on help and protection',
      kind: 'inspection',
      on: on(2, 13),
      to: formatDay(workingDayFrom(monthsAgo(context, 2) + 13) + 1),
      isNewStart: false,
    },
  ];
}

type KeptMeasure = 'caseload' | 'vacancies' | 'agency';

/** Where a team of a measure begins, how far months stray from it, and by how much it eases once the council was re-organised. */
const SHAPES: Readonly<Record<KeptMeasure, { low: number; high: number; stray: number; eases: number }>> = {
  caseload: { low: 15, high: 22, stray: 1.2, eases: 2 },
  vacancies: { low: 4, high: 22, stray: 2.5, eases: 3 },
  agency: { low: 2, high: 18, stray: 2, eases: 4 },
};

const HOLDS_CASES: readonly FactOf<'team'>['kind'][] = [
  'assessment',
  'children-in-need',
  'looked-after',
  'leaving-care',
  'disability',
];

/** The figures of each team, and of the whole council as the mean of its teams. */
function addFigures(context: Context, rows: FactRows, measure: KeptMeasure): void {
  const teams = rows.team.filter(({ kind }) =>
    measure === 'caseload' ? HOLDS_CASES.includes(kind) : kind !== 'management' && kind !== null,
  );
  const series = teams.map(({ team }) => ({ team, values: figuresOf(context, measure, team) }));
  for (let place = 0; place < MONTHS_KEPT && series.length > 0; place += 1) {
    const month = formatDay(monthsAgo(context, MONTHS_KEPT - place));
    const values = series.map((one) => one.values[place] ?? 0);
    add(rows, measure, null, month, values.reduce((sum, value) => sum + value, 0) / values.length);
    for (const [index, { team }] of series.entries()) add(rows, measure, team, month, values[index] ?? 0);
  }
}

/** Twelve months of one team, the oldest first. */
function figuresOf(context: Context, measure: KeptMeasure, team: string): number[] {
  const random = streamOf(context, `context/${measure}`, team);
  const { low, high, stray, eases } = SHAPES[measure];
  const level = low + random.next() * (high - low);
  return Array.from({ length: MONTHS_KEPT }, (_, place) => {
    const since = Math.max(0, place - (MONTHS_KEPT - REORGANISED_AGO));
    const eased = eases * Math.min(1, since / 3);
    return Math.max(0, level - eased + (random.next() - 0.5) * 2 * stray);
  });
}

/** Adds a figure to one decimal place, as councils report it. */
function add(rows: FactRows, measure: ContextMeasure, team: string | null, month: LocalDate, value: number): void {
  addFact(rows, 'context-figure', { measure, team, month, value: Math.round(value * 10) / 10 });
}
