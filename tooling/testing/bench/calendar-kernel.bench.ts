/**
 * The calendar kernel, integers inside, beside native `Temporal`: adding months, walking working days, and adding a month to
 * text and giving text back, on every day from 2000 to 2100. Before anything is timed every answer is compared with
 * Temporal's, for every interval that the packs use: 0 differences. Working days are walked by Temporal one day at a time
 * with the same bank holidays in a set of ISO dates, which is how one writes it without a kernel; Temporal has no word for
 * them itself.
 */
import {
  addInterval,
  addMonths,
  addWorkingDays,
  formatDay,
  isBankHoliday,
  isWorkingDay,
  partsOf,
  toDay,
  type Day,
  type Interval,
} from '@plumbline/domain/calendar';
import { compilePolicy } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import { insist, milliseconds, printLoad, timeRuns, type Spread } from './measure.ts';

const RUNS = 7;
const PACKS = ['wirral', 'bcp', 'kent', 'shropshire'];
const MONTHS = [1, 2, 3, 6];
const WORKING_DAYS = [1, 2, 5, 10];

const first = toDay('2000-01-01');
const days = Int32Array.from({ length: toDay('2101-01-01') - first }, (_, i) => first + i);
const texts = Array.from(days, (day) => formatDay(day));
const dates = texts.map((text) => Temporal.PlainDate.from(text));
const holidays = new Set(Array.from(days, (day) => (isBankHoliday(day) ? formatDay(day) : '')).filter((text) => text !== ''));
/** A walk from the last days of 2100 would end beyond the set of holidays. */
const walkable = days.length - 40;
/** Walking by Temporal takes so long that only every so-many-th day is timed; every day is checked. */
const STEP = 10;

printLoad();

console.log(`${days.length.toLocaleString('en-GB')} days, ${(holidays.size / 101).toFixed(1)} bank holidays a year`);
checkIntervals();
checkWorkingDays();
await compareMonths();
await compareTexts();
await compareWalks();
await compareTests();

/** Adding `months` of each kind to each day. */
async function compareMonths(): Promise<void> {
  let sum = 0;
  const kernel = await timeRuns(RUNS, () => {
    for (const months of MONTHS) for (const day of days) sum += addMonths(day, months);
  });
  const temporal = await timeRuns(RUNS, () => {
    for (const months of MONTHS) for (const date of dates) sum += date.add({ months }).day;
  });
  report('add months, integers beside PlainDate', kernel, temporal, days.length * MONTHS.length, sum);
}

/** The same from text to text, as files and addresses have dates. */
async function compareTexts(): Promise<void> {
  let sum = 0;
  const kernel = await timeRuns(RUNS, () => {
    for (const text of texts) sum += formatDay(addMonths(toDay(text), 1)).length;
  });
  const temporal = await timeRuns(RUNS, () => {
    for (const text of texts) sum += Temporal.PlainDate.from(text).add({ months: 1 }).toString().length;
  });
  report('add a month, text in and out', kernel, temporal, texts.length, sum);
}

async function compareWalks(): Promise<void> {
  let sum = 0;
  const kernel = await timeRuns(RUNS, () => {
    for (const count of WORKING_DAYS) for (let i = 0; i < walkable; i += STEP) sum += addWorkingDays(days[i] as Day, count);
  });
  const temporal = await timeRuns(RUNS, () => {
    for (const count of WORKING_DAYS)
      for (let i = 0; i < walkable; i += STEP) sum += walk(dates[i] as Temporal.PlainDate, count).day;
  });
  report(`add ${WORKING_DAYS.join(', ')} working days`, kernel, temporal, Math.ceil(walkable / STEP) * WORKING_DAYS.length, sum);
}

async function compareTests(): Promise<void> {
  let sum = 0;
  const kernel = await timeRuns(RUNS, () => {
    for (const day of days) if (isWorkingDay(day)) sum += 1;
  });
  const temporal = await timeRuns(RUNS, () => {
    for (const date of dates) if (isWorkingByTemporal(date)) sum += 1;
  });
  report('is it a working day', kernel, temporal, days.length, sum);
}

function isWorkingByTemporal(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !holidays.has(date.toString());
}

function walk(from: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let date = from;
  for (let left = count; left > 0;) {
    date = date.add({ days: 1 });
    if (isWorkingByTemporal(date)) left -= 1;
  }
  return date;
}

/** Every day with every interval of the packs that Temporal knows too. */
function checkIntervals(): void {
  const intervals = PACKS.flatMap((id) => compilePolicy(loadPack(id)).intervals).filter(
    (interval) => !('workingDays' in interval) && !('workingWeeks' in interval),
  );
  const distinct = [
    ...new Map([...intervals, ...MONTHS.map((months) => ({ months }))].map((one) => [JSON.stringify(one), one])).values(),
  ];
  insist(distinct.length >= 10, `The packs have only ${distinct.length} intervals.`);
  let differences = 0;
  for (const interval of distinct) differences += countDifferences(interval);
  insist(differences === 0, `Plumbline and Temporal differ ${differences} times.`);
  console.log(`${distinct.length} intervals of the packs on every day: 0 differences from Temporal`);
}

function countDifferences(interval: Interval): number {
  const { unit, count } = partsOf(interval);
  const duration: Temporal.DurationLike = { [unit]: count };
  let differences = 0;
  dates.forEach((date, i) => {
    if (formatDay(addInterval(days[i] as Day, interval)) !== date.add(duration).toString()) differences += 1;
  });
  return differences;
}

function checkWorkingDays(): void {
  let differences = 0;
  for (const count of WORKING_DAYS)
    for (let i = 0; i < walkable; i += 1)
      if (formatDay(addWorkingDays(days[i] as Day, count)) !== walk(dates[i] as Temporal.PlainDate, count).toString())
        differences += 1;
  insist(differences === 0, `Plumbline and a walk by Temporal differ ${differences} times.`);
  console.log(`${WORKING_DAYS.join(', ')} working days on every day: 0 differences from a walk by Temporal`);
}

/** One line: min, median and max of one operation on both sides and the ratio of the medians. `sum` keeps the work from being left out. */
function report(what: string, kernel: Spread, temporal: Spread, operations: number, sum: number): void {
  insist(Number.isFinite(sum) && sum > 0, `${what}: nothing was reckoned.`);
  const each = (spread: Spread): string =>
    [spread.min, spread.median, spread.max].map((value) => nanoseconds(value / operations)).join(' ');
  console.log(
    `${what.padEnd(40)} plumbline ${each(kernel)}   Temporal ${each(temporal)}   ratio ${(temporal.median / kernel.median).toFixed(0)} to 1`,
  );
}

function nanoseconds(value: number): string {
  return value * 1e6 < 1000 ? `${(value * 1e6).toFixed(1)} ns`.padStart(9) : milliseconds(value);
}
