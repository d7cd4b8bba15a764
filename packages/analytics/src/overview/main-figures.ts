import { monthNameOf } from '../impact/month-axis.ts';
import { shareInWords } from '../prepare/wording/survey-figures.ts';
import { pointOf } from './service-lines.ts';
import type { OverviewFigure, OverviewSource } from './views.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** Nothing may be said, or there is nothing to say. */
export const NO_FIGURE = '–';

/** What one looks at first: on time for staff and for children, in full, not booked, children without a worker. */
export function mainFigures(source: OverviewSource): OverviewFigure[] {
  return [onTime(source, 'person'), onTime(source, 'child'), inFull(source), notBooked(source), withoutWorker(source)];
}

function onTime({ rows, months }: OverviewSource, subject: 'person' | 'child'): OverviewFigure {
  const own = rows.filter((row) => row.subject === subject);
  const [before, last] = months.slice(-2).map((month) =>
    pointOf(
      month,
      own.filter((row) => row.month === month),
    ),
  );
  const label = subject === 'person' ? 'Staff: on time' : 'Children’s cases: on time';
  const key = `on-time-${subject}`;
  if (last === undefined || last.share === null)
    return { key, label, value: NO_FIGURE, detail: 'Too little fell due in the month to say.', needsLook: false };
  const earlier =
    before === undefined || before.share === null ? '' : `, ${shareInWords(before.share)} in ${before.name.split(' ')[0] ?? ''}`;
  return { key, label, value: shareInWords(last.share), detail: `of ${number(last.counted)} due${earlier}`, needsLook: false };
}

/** Fewer supervisions than this say nothing of a month. */
const FEWEST_HELD = 5;

function inFull({ inFull: { held, inFull: full }, months }: OverviewSource): OverviewFigure {
  const label = 'Held in full';
  if (held < FEWEST_HELD)
    return { key: 'in-full', label, value: NO_FIGURE, detail: 'Too few supervisions were held in the month.', needsLook: false };
  const month = monthNameOf(months.at(-1) ?? '').split(' ')[0] ?? '';
  return {
    key: 'in-full',
    label,
    value: shareInWords(full / held),
    detail: `of ${number(held)} held in ${month}: long enough, recorded, shared, filed`,
    needsLook: false,
  };
}

function notBooked({ notBooked: { people, withoutPlan } }: OverviewSource): OverviewFigure {
  return {
    key: 'not-booked',
    label: 'Next one not booked',
    value: number(withoutPlan),
    detail: people === 0 ? 'Nobody waits for a supervision of their own' : `of ${number(people)} people whose next is due`,
    needsLook: withoutPlan > 0,
  };
}

function withoutWorker({ children: { open, withoutWorker: count } }: OverviewSource): OverviewFigure {
  return {
    key: 'without-worker',
    label: 'Children without a worker',
    value: number(count),
    detail: `today, of ${number(open)} open`,
    needsLook: count > 0,
  };
}
