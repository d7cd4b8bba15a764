import { formatDay, toDay } from '@plumbline/domain/calendar';
import { expect, it } from 'vitest';
import { duty } from '../lanes/_stage.ts';
import { countTallies } from './counts.ts';
import { monthCounts, monthsUpTo, tallyMonths } from './months.ts';

const ON = toDay('2026-06-15');
const AS_OF = { on: ON, at: ON * 1440 };

it('shows twelve months, the month asked about last', () => {
  expect(monthsUpTo(ON)).toHaveLength(12);
  expect(monthCounts(monthsUpTo(ON).map(formatDay), []).map((month) => month.month)).toEqual(
    expect.arrayContaining(['2025-07-01', '2026-06-01']),
  );
});

it('adds up what stands for one month, corrections too', () => {
  const figure = { team: 'A', month: '2026-06-01', due: 10, onTime: 3, late: 1, excused: 1 };
  const stillOpen = { team: 'A', month: '2026-06-01', due: -4, onTime: 0, late: 0, excused: 1 };
  expect(monthCounts(monthsUpTo(ON).map(formatDay), [figure, stillOpen]).at(-1)).toMatchObject({
    due: 6,
    onTime: 3,
    late: 1,
    excused: 2,
    notDone: 0,
  });
});

it('tells a past month as it stood on the day: done later is not done', () => {
  const duties = [
    duty({ dueOn: toDay('2026-05-10'), metOn: toDay('2026-05-09') }),
    duty({ dueOn: toDay('2026-05-11'), metOn: toDay('2026-06-20') }),
    duty({ dueOn: toDay('2026-05-12'), metOn: toDay('2026-05-14') }),
    duty({ dueOn: toDay('2026-06-20') }),
    duty({ dueOn: toDay('2026-05-13'), judged: 'unknown' }),
  ];
  const months = monthCounts(
    monthsUpTo(ON).map(formatDay),
    tallyMonths(duties, AS_OF, () => 'A'),
  );
  expect(months.at(-2)).toMatchObject({ month: '2026-05-01', due: 3, onTime: 1, late: 1, notDone: 1 });
  expect(months.at(-1)).toMatchObject({ due: 0 });
});

it('counts what was done ahead of its day in the month of that day, and nothing of no team', () => {
  const ahead = duty({ openedOn: toDay('2026-06-01'), dueOn: toDay('2026-06-28'), metOn: toDay('2026-06-14') });
  const nextMonth = duty({ openedOn: toDay('2026-06-01'), dueOn: toDay('2026-07-01'), metOn: toDay('2026-06-14') });
  const months = (team: string | null) =>
    monthCounts(
      monthsUpTo(ON).map(formatDay),
      tallyMonths([ahead, nextMonth], AS_OF, () => team),
    );
  expect(months('A').at(-1)).toMatchObject({ due: 1, onTime: 1, notDone: 0 });
  expect(months(null).at(-1)).toMatchObject({ due: 0 });
});

it('keeps what is not known and what does not apply out of the counts', () => {
  const tally = (
    finding: Parameters<typeof countTallies>[0] extends Iterable<infer T> ? (T extends { finding: infer F } ? F : never) : never,
    count: number,
  ) => ({ team: 'A', measure: 'own', finding, count });
  expect(
    countTallies([tally('due', 5), tally('overdue', 2), tally('unknown', 3), tally('not-applicable', 9), tally('silent', 9)]),
  ).toEqual({
    met: 0,
    metLate: 0,
    due: 5,
    overdue: 2,
    notMet: 0,
    excused: 0,
    unknown: 3,
  });
});
