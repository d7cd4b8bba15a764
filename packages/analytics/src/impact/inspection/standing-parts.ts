import { formatDay, toDay } from '@plumbline/domain/calendar';
import { kindOf } from '@plumbline/domain/facts';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { mayStand } from './pack-scope.ts';
import { count, figureRows, notHeld, part, share, tooFew, type PartSource, type DraftPart } from './part.ts';
import { clocksOf, peopleIn, serviceBook, standing, tallyOverdue, type Standing } from './tally-duties.ts';

const LONGEST = 10;

/** The longest gaps on the day, without names. */
export function gapsPart(source: PartSource): DraftPart {
  const rows = standing(source);
  const clocks = clocksOf(source);
  const titles = new Map(clocks.map(({ id, title }) => [id, title]));
  const figures = clocks.flatMap(({ id, title }) => {
    const own = rows.filter(({ duty }) => duty.series === id);
    if (own.length === 0 || !mayStand(source.scope, peopleIn(own.map(({ duty }) => duty)))) return [];
    const longest = Math.max(0, ...own.map(({ daysLate }) => daysLate));
    return [
      share(`gaps.${id}.overdue`, `${title} past its day`, tallyOverdue(own)),
      count(`gaps.${id}.longest`, `${title}, longest past its day`, longest, longest === 1 ? 'day' : 'days'),
    ];
  });
  const title = 'Longest gaps';
  if (rows.length === 0) return notHeld('gaps', title, 'Nothing stood open on this day that this product knows of.');
  if (figures.length === 0) return tooFew('gaps', title);
  if (source.scope.kind === 'home') {
    const note = `As it stood on ${dateInWords(source.asOf)}. Single gaps are not listed: among so few people a list would tell whose they are. Days of recorded absence are not counted.`;
    return part('gaps', title, { note, figures });
  }
  const longest = longestRows(source, rows, titles);
  const note = `The ${longest.length} longest that stood on ${dateInWords(source.asOf)}. Who they are is named to the director only, on the service page, and is left out here. Days of recorded absence are not counted.`;
  const table = { columns: ['Place', 'What', 'Service', 'Fell due', 'Past its day by'], rows: longest };
  return part('gaps', title, { note, figures, table: longest.length === 0 ? null : table });
}

function longestRows(source: PartSource, rows: readonly Standing[], titles: ReadonlyMap<string, string>): string[][] {
  const serviceOf = serviceBook(source);
  return rows
    .filter(({ finding }) => finding === 'overdue')
    .toSorted(
      (a, b) =>
        b.daysLate - a.daysLate ||
        (a.duty.dueOn ?? 0) - (b.duty.dueOn ?? 0) ||
        (a.duty.series ?? '').localeCompare(b.duty.series ?? ''),
    )
    .slice(0, LONGEST)
    .map(({ duty, daysLate }, i) => [
      String(i + 1),
      titles.get(duty.series ?? '') ?? '',
      serviceOf(duty.about, source.day) ?? 'No team',
      duty.dueOn === null ? '' : dateInWords(formatDay(duty.dueOn)),
      `${daysLate} ${daysLate === 1 ? 'day' : 'days'}`,
    ]);
}

const STATUSES = kindOf('child-status').columns['status']?.options ?? {};

/** Children whose next case supervision is past its day, by status; a child with several counts under each. */
export function childrenPart(source: PartSource): DraftPart {
  const { index, day } = source;
  const title = 'Children past their interval, by status';
  const rows = standing(source).filter(({ duty }) => duty.about.kind === 'child');
  if (rows.length === 0)
    return notHeld('children', title, 'No supervision of children stood open on this day that this product knows of.');
  const held = (child: string): string[] => [
    ...new Set(
      index.statusesOf
        .get(child)
        .filter(({ from, to }) => toDay(from) <= day && (to === null || day <= toDay(to)))
        .map(({ status }) => status as string),
    ),
  ];
  const byStatus = rows.map((row) => ({ row, statuses: held(row.duty.about.ref) }));
  const figures = [
    share('children.overdue', 'Children past their interval', tallyOverdue(rows)),
    ...Object.entries(STATUSES).flatMap(([status, label]) => {
      const own = byStatus.filter(({ statuses }) => statuses.includes(status)).map(({ row }) => row);
      return own.length === 0 ? [] : [share(`children.overdue.${status}`, `Past their interval: ${label}`, tallyOverdue(own))];
    }),
  ];
  const note = `As it stood on ${dateInWords(source.asOf)}. A child with two statuses counts under both, so the rows add up to more than the whole.`;
  const columns = ['Children', 'Past their interval', 'Of those with one to come', 'Not counted: away', 'Not known'];
  return part('children', title, { note, figures, table: { columns, rows: figureRows(figures) } });
}
