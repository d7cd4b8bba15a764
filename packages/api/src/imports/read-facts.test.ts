import type { ImportProblem } from '@plumbline/analytics/wording';
import type { FactKindName } from '@plumbline/domain/facts';
import { expect, test } from 'vitest';
import { mapColumns } from './map-columns.ts';
import { FactReader, type ReadFactsOptions } from './read-facts.ts';
import type { Cell } from './table/table.ts';

function read(kind: FactKindName, headings: readonly string[], cells: readonly Cell[], options: Partial<ReadFactsOptions> = {}) {
  const problems: ImportProblem[] = [];
  const reader = new FactReader(kind, mapColumns(kind, headings), { today: '2026-11-21', ...options });
  const fact = reader.read({ row: 2, cells }, (item) => problems.push(item));
  return { values: fact?.values ?? null, kinds: [...problems, ...reader.repeatedWarnings()].map((item) => item.kind), problems };
}

test.each([
  ['12/05/2026 10:15', '2026-05-12T09:15Z'],
  ['12/01/2026 10:15', '2026-01-12T10:15Z'],
  ['12 May 2026 2:30 pm', '2026-05-12T13:30Z'],
  ['2026-05-12T10:15:00Z', '2026-05-12T10:15Z'],
  ['2026-05-12 10:15+02:00', '2026-05-12T08:15Z'],
  ['12/05/2026', '2026-05-11T23:00Z'],
  ['25/10/2026 01:30', '2026-10-25T00:30Z'],
  ['29/03/2026 01:30', '2026-03-29T01:30Z'],
])('the London time %s is the instant %s', (text, instant) => {
  expect(read('front-door-contact', ['Contact reference', 'Received at'], ['FD-1', text]).values).toMatchObject({
    receivedAt: instant,
  });
});

test('a date without a time, and the hour that spring skips, are told', () => {
  const headings = ['Contact reference', 'Received at'];
  expect(read('front-door-contact', headings, ['FD-1', '12/05/2026']).kinds).toEqual(['time-missing']);
  expect(read('front-door-contact', headings, ['FD-1', '29/03/2026 01:30']).kinds).toEqual(['time-skipped']);
});

test('dates of workbooks, real and without their format', () => {
  const headings = ['Staff number', 'From', 'To'];
  const day = { type: 'date', day: 20_585, minuteOfDay: 0 } as const;
  expect(read('absence', headings, [1042, day, 46_157]).values).toMatchObject({
    person: '1042',
    from: '2026-05-12',
    to: '2026-05-15',
  });
  expect(read('absence', headings, ['S1', 20_260_512, null]).kinds).toEqual(['date-serial']);
  expect(read('absence', headings, [day, day, null]).kinds).toEqual(['turned-into-date']);
  expect(read('absence', headings, ['S1', { type: 'date', day: -25_568, minuteOfDay: 0 }, null]).kinds).toEqual([
    'date-too-early',
  ]);
  expect(read('absence', headings, ['S1', { type: 'formula', text: '=TODAY()' }, null]).kinds).toEqual(['formula']);
});

test('a date column takes a date and time, and is the date in London', () => {
  const headings = ['Staff number', 'From'];
  expect(read('absence', headings, ['S1', '12/05/2026 00:00:00']).values).toMatchObject({ from: '2026-05-12' });
  expect(read('absence', headings, ['S1', '2026-05-12T23:30:00Z']).values).toMatchObject({ from: '2026-05-13' });
  expect(read('absence', headings, ['S1', '12/05/2026 later']).kinds).toEqual(['date-unreadable']);
});

test.each([
  ['yes', true],
  ['Y', true],
  ['TRUE', true],
  ['1', true],
  [true, true],
  [1, true],
  ['No', false],
  ['n', false],
  ['false', false],
  ['0', false],
  [0, false],
  ['maybe', null],
  ['2', null],
])('yes or no: %s', (cell, expected) => {
  const { values, kinds } = read('absence', ['Staff number', 'From', 'Half days'], ['S1', '12/05/2026', cell]);
  expect(values?.['isHalfDay'] ?? null).toBe(expected);
  expect(kinds).toEqual(expected === null ? ['yes-no-unreadable'] : []);
});

test.each([
  ['7.5', 7.5],
  ['.5', 0.5],
  ['+7', 7],
  ['-0', 0],
  [7.5, 7.5],
  ['7,5', 'number-unreadable'],
  ['7h', 'number-unreadable'],
  ['1e1', 'number-unreadable'],
  ['0x10', 'number-unreadable'],
  ['25', 'number-out-of-bounds'],
  ['-1', 'number-out-of-bounds'],
  ['NULL', null],
])('hours: %s', (cell, expected) => {
  const { values, kinds } = read('shift', ['Staff number', 'Worked on', 'Hours'], ['S1', '12/05/2026', cell]);
  expect(kinds[0] === 'word-for-nothing' ? null : (kinds[0] ?? values?.['hours'])).toBe(expected);
});

test('lists are separated by semicolons, sorted, and each part once', () => {
  const headings = ['Staff number', 'Post number', 'From', 'Role', 'Team code', 'Works on'];
  const days = (text: string) => read('post', headings, ['S1', 'P1', '12/05/2026', 'social-worker', 'T', text]);
  expect(days('Wed; mon;TUESDAY;mon;').values?.['worksOn']).toEqual(['mon', 'tue', 'wed']);
  expect(days('mon, tue').kinds).toEqual(['list-separator']);
  expect(days(' ; ').values?.['worksOn']).toBeNull();
  expect(days('mon;someday').values).toBeNull();
});

test('references keep their case and lose the space around them; names are refused for children and families', () => {
  const headings = ['Case reference', 'Family reference', 'Opened on'];
  const child = (reference: string, family: string | null = null) => read('child', headings, [reference, family, '12/05/2026']);
  expect(child(' c20417 ').values).toMatchObject({ child: 'c20417' });
  expect(child('Jo Smith').kinds).toEqual(['name-not-number']);
  expect(child('Smith').kinds).toEqual(['name-not-number']);
  expect(child('C1', 'The Smiths').kinds).toEqual(['name-not-number']);
  expect(child('=A1').kinds).toEqual(['formula']);
  expect(
    read('agreed-interval', ['For', 'Reference', 'Every … days', 'From'], ['child', 'Jo Smith', '14', '1/5/2026']).problems,
  ).toMatchObject([{ kind: 'name-not-number', column: 'subject', params: { of: 'child' } }]);
});

test('text that looks like a formula is kept and flagged, in any other column it is refused', () => {
  const headings = ['Team code', 'Team name', 'Service'];
  expect(read('team', headings, ['T1', '=North', 'x'])).toMatchObject({
    values: { name: '=North' },
    kinds: ['formula-text'],
    problems: [{ severity: 'warning' }],
  });
  expect(read('team', headings, ['=T1', 'North', 'x']).kinds).toEqual(['formula']);
});

test('an interval that ends before it starts, and other pairs of dates, are refused', () => {
  expect(read('absence', ['Staff number', 'From', 'To'], ['S1', '12/05/2026', '11/05/2026']).kinds).toEqual(['end-before-start']);
  const person = read(
    'person',
    ['Staff number', 'Name', 'Employed from', 'Student placement from', 'Student placement to'],
    ['S1', 'A B', '1/1/2026', '12/05/2026', '11/05/2026'],
  );
  expect(person.problems).toMatchObject([{ kind: 'end-before-start', column: 'studentTo' }]);
  expect(
    read(
      'allocation',
      ['Case reference', "Worker's staff number", 'Allocated at', 'Ended on'],
      ['C1', 'S1', '12/05/2026 23:30', '12/05/2026'],
    ).kinds,
  ).toEqual([]);
});

test('an agreed interval has days or months, one of them', () => {
  const headings = ['For', 'Reference', 'Every … days', 'Every … months', 'From'];
  expect(read('agreed-interval', headings, ['child', 'C1', null, null, '1/5/2026']).kinds).toEqual(['needs-one-of']);
  expect(read('agreed-interval', headings, ['child', 'C1', '14', '1', '1/5/2026']).kinds).toEqual(['only-one-of']);
});

test('where ends are the next start, intervals end the day before, but never before they begin', () => {
  const headings = ['Staff number', 'From', 'To'];
  const options = { endsAreNextStarts: true };
  expect(read('absence', headings, ['S1', '12/05/2026', '15/05/2026'], options).values).toMatchObject({ to: '2026-05-14' });
  expect(read('absence', headings, ['S1', '12/05/2026', '12/05/2026'], options).values).toMatchObject({ to: '2026-05-12' });
  expect(read('absence', headings, ['S1', '12/05/2026', null], options).values).toMatchObject({ to: null });
  expect(read('absence', headings, ['S1', '12/05/2026', '11/05/2026'], options).kinds).toEqual(['end-before-start']);
});

test('dates of long ago with two digits are for staff only', () => {
  expect(read('person', ['Staff number', 'Name', 'Employed from'], ['S1', 'A B', '12/05/98']).values).toMatchObject({
    employedFrom: '1998-05-12',
  });
  expect(read('child', ['Case reference', 'Opened on'], ['C1', '12/05/98']).kinds).toEqual(['date-two-digit-year']);
});

test('every column of a kind is there, the ones without a heading as not given', () => {
  expect(read('shift', ['Staff number', 'Worked on'], ['S1', '12/05/2026']).values).toEqual({
    person: 'S1',
    workedOn: '2026-05-12',
    hours: null,
  });
});
