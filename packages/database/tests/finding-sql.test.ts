import { formatDay, formatInstant } from '@plumbline/domain/calendar';
import { findingOn, type Duty } from '@plumbline/domain/rules';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingSql } from '../src/duties/finding-sql.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const ON = 20_500;
const AT = ON * 1440 + 700;

const CHOICES = {
  judged: ['by-date', 'unknown', 'breached', 'needs-evidence', 'asked'],
  openedOn: [-40, 1],
  dueOn: [null, -10, -1, 0, 1],
  hours: [null, -600, 600],
  metOn: [null, -11, -10, -5, 0, 2],
  endedOn: [null, -12, -9, -1, 0],
  absence: [
    [null, null, null],
    [-12, -6, -2],
    [-12, null, null],
    [-12, -1, 3],
  ],
  bound: [
    [null, 'must'],
    [null, 'recommended'],
    ['own-supervision', 'may'],
  ],
} as const;

type Choice = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** Every combination of a few days around the day asked about, in each column that matters. */
function everyChoice(): Choice[] {
  let made: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(CHOICES))
    made = made.flatMap((choice) => values.map((value) => ({ ...choice, [name]: value })));
  return made as unknown as Choice[];
}

function dutyOf({ judged, openedOn, dueOn, hours, metOn, endedOn, absence, bound }: Choice): Duty {
  const at = (days: number | null): number | null => (days === null ? null : ON + days);
  const isTimed = hours !== null && dueOn !== null;
  return {
    rule: 'R',
    series: bound[0],
    strength: bound[1],
    subjectKind: 'person',
    subject: 'p',
    about: { kind: 'person', ref: 'p' },
    opening: 'o',
    owedBy: null,
    judged,
    openedOn: ON + openedOn,
    dueOn: at(dueOn),
    metOn: at(metOn),
    endedOn: at(endedOn),
    dueAt: isTimed ? (ON + dueOn) * 1440 + 700 + hours : null,
    metAt: isTimed && metOn !== null ? (ON + metOn) * 1440 + 720 : null,
    absentFrom: at(absence[0]),
    absentTo: at(absence[1]),
    returnDueOn: at(absence[2]),
  };
}

it('says in SQL exactly what the domain says, in every case', async () => {
  const cases = everyChoice().map(dutyOf);
  const day = (value: number | null): string | null => (value === null ? null : formatDay(value));
  const instant = (value: number | null): string | null => (value === null ? null : formatInstant(value));
  const rows = cases.map((duty, i) => ({
    i,
    series: duty.series,
    strength: duty.strength,
    judged: duty.judged,
    opened_on: day(duty.openedOn),
    due_on: day(duty.dueOn),
    due_at: instant(duty.dueAt),
    met_on: day(duty.metOn),
    met_at: instant(duty.metAt),
    ended_on: day(duty.endedOn),
    absent_from: day(duty.absentFrom),
    absent_to: day(duty.absentTo),
    return_due_on: day(duty.returnDueOn),
  }));
  const sql = postgres(test.ownerUrl, { max: 1 });
  const found = await sql.unsafe<{ i: number; finding: string }[]>(
    `select i, ${findingSql(`date '${formatDay(ON)}'`, `timestamptz '${formatInstant(AT)}'`)} as finding
       from json_to_recordset($1::text::json) as d(i int, series text, strength text, judged text, opened_on date, due_on date, due_at timestamptz, met_on date, met_at timestamptz, ended_on date,
                                                   absent_from date, absent_to date, return_due_on date)`,
    [JSON.stringify(rows)],
  );
  await sql.end();
  expect(found).toHaveLength(cases.length);
  const different = found.filter(({ i, finding }) => {
    const duty = cases[i];
    return duty === undefined || findingOn(duty, { on: ON, at: AT }).finding !== finding;
  });
  expect(different.slice(0, 3).map(({ i, finding }) => ({ finding, duty: cases[i] }))).toEqual([]);
});
