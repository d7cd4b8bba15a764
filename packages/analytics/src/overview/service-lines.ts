import type { LocalDate } from '@plumbline/domain/calendar';
import { monthNameOf } from '../impact/month-axis.ts';
import type { TableTwin } from '../prepare/survey-table.ts';
import { shareInWords } from '../prepare/wording/survey-figures.ts';
import { shownServices } from './shown-services.ts';
import type { OverviewLine, OverviewMonth, OverviewPoint, OverviewSource, OverviewView } from './views.ts';

/** Done on time, month by month: the whole council and every service that may stand by itself, on one axis. */
export function serviceLines(source: OverviewSource): OverviewView['lines'] {
  const whole = lineOf('whole', 'Whole council', source.rows, source.months);
  const services = shownServices(source).map(({ name, rows }, i) => lineOf(`service-${i}`, name, rows, source.months));
  const shares = [whole, ...services].flatMap(({ points }) => points.flatMap(({ share }) => (share === null ? [] : [share])));
  const from = shares.length === 0 ? 0 : Math.floor(Math.min(...shares) * 10) / 10;
  return {
    title: 'Done on time, month by month',
    from,
    whole,
    services,
    note: noteOf(from, services.length),
    table: tableOf([whole, ...services], source.months),
  };
}

function lineOf(key: string, name: string, rows: readonly OverviewMonth[], months: readonly LocalDate[]): OverviewLine {
  const points = months.map((month) =>
    pointOf(
      month,
      rows.filter((row) => row.month === month),
    ),
  );
  return { key, name, points, last: points.at(-1)?.share ?? null, sentence: sentenceOf(name, points) };
}

/** What fell due in a month, excused left out; from one to four nothing is said. */
export function pointOf(month: LocalDate, rows: readonly OverviewMonth[]): OverviewPoint {
  const counted = rows.reduce((sum, { due, excused }) => sum + due - excused, 0);
  const onTime = rows.reduce((sum, row) => sum + row.onTime, 0);
  return { month, name: monthNameOf(month), share: counted < FEWEST ? null : onTime / counted, counted };
}

const FEWEST = 5;

function sentenceOf(name: string, points: readonly OverviewPoint[]): string {
  const known = points.filter((point) => point.share !== null);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return `${name}: nothing to show.`;
  if (first === last) return `${name}: ${shareInWords(last.share ?? 0)} in ${last.name}.`;
  return `${name}: ${shareInWords(first.share ?? 0)} in ${first.name}, ${shareInWords(last.share ?? 0)} in ${last.name}.`;
}

function noteOf(from: number, services: number): string {
  const axis = `Each line goes from ${shareInWords(from)} at the bottom to 100% at the top.`;
  const alike = 'Services differ in what falls due in them.';
  return services === 0 ? `${axis} Services are too small to be shown one by one.` : `${axis} ${alike}`;
}

function tableOf(lines: readonly OverviewLine[], months: readonly LocalDate[]): TableTwin {
  return {
    caption: 'Done on time, of what fell due and was not excused, in each month',
    columns: ['Service', ...months.map(monthNameOf)],
    rows: lines.map(({ key, name, points }) => ({
      key,
      header: name,
      cells: points.map(({ share, counted }) =>
        share === null ? '–' : `${shareInWords(share)} of ${counted.toLocaleString('en-GB')}`,
      ),
      note: null,
    })),
  };
}
