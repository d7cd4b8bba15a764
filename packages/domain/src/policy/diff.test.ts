import { expect, test } from 'vitest';
import { cadence, makePack, rule } from '../rules/_pack.ts';
import type { Interval } from '../calendar/index.ts';
import { shorterIsStricter } from './diff/direction.ts';
import { compareSituations, diffPolicies, nameOfEntry } from './diff.ts';
import type { PolicyPack, Rule } from './index.ts';

const MONTHLY = cadence({ id: 'PLAN', series: 'case', when: 'status:child-protection', every: { months: 1 } });
const SHARED = rule({
  id: 'SHARE',
  kind: 'deadline',
  of: 'session',
  from: 'session.heldOn',
  within: { workingDays: 10 },
  metBy: 'session.recordSharedAt',
  owes: 'supervisor',
});

function change(before: Rule, changes: object): ReturnType<typeof diffPolicies>['rules']['changed'][number] | undefined {
  return diffPolicies(makePack([before]), makePack([{ ...before, ...changes } as Rule])).rules.changed[0];
}

test('a pack does not differ from itself', () => {
  const diff = diffPolicies(makePack([MONTHLY, SHARED]), makePack([MONTHLY, SHARED]));
  expect(diff.isSame).toBe(true);
  expect(diff.rules).toEqual({ added: [], removed: [], changed: [], unchanged: 4 });
  expect([...diff.head, ...diff.conventions, ...diff.words, ...diff.series.changed]).toEqual([]);
});

test('a changed number is told in its own unit and marked', () => {
  expect(change(MONTHLY, { every: { weeks: 2 } })).toMatchObject({
    direction: 'stricter',
    isApproximate: true,
    fields: [{ field: 'every', before: { months: 1 }, after: { weeks: 2 } }],
  });
  expect(change(MONTHLY, { every: { months: 2 } })).toMatchObject({ direction: 'looser', isApproximate: false });
  expect(change(SHARED, { within: { workingDays: 5 } })).toMatchObject({ direction: 'stricter', isApproximate: false });
  expect(change(MONTHLY, { strength: 'should' })).toMatchObject({
    direction: 'looser',
    fields: [{ field: 'strength', before: 'must', after: 'should' }],
  });
  expect(change(MONTHLY, { every: { weeks: 2 }, strength: 'should' })).toMatchObject({ direction: 'unclear' });
  expect(change(MONTHLY, { when: 'status:child-in-need' })).toMatchObject({ direction: 'unclear' });
  expect(change(MONTHLY, { says: 'The same in other words.' })).toMatchObject({ direction: null });
});

test.each<[Interval | { hours: number }, Interval | { hours: number }, string, boolean]>([
  [{ weeks: 4 }, { days: 28 }, 'equal', false],
  [{ years: 1 }, { months: 12 }, 'equal', false],
  [{ hours: 48 }, { days: 1 }, 'stricter', false],
  [{ workingDays: 10 }, { workingDays: 11 }, 'looser', false],
  // Three months have 89 to 92 days.
  [{ months: 3 }, { days: 90 }, 'unclear', true],
  [{ months: 3 }, { days: 88 }, 'stricter', true],
  [{ months: 3 }, { days: 93 }, 'looser', true],
  // Twenty working days after a Sunday is a Friday, 26 days on; for whoever is away it is longer.
  [{ months: 1 }, { workingWeeks: 4 }, 'unclear', true],
  [{ days: 26 }, { workingWeeks: 4 }, 'unclear', true],
  [{ days: 25 }, { workingWeeks: 4 }, 'looser', true],
])('from %j to %j is %s', (before, after, direction, isApproximate) => {
  expect(shorterIsStricter(before, after)).toEqual({ direction, isApproximate });
});

test('lists: more that must be filled is stricter, more that counts is looser', () => {
  const filled = rule({ id: 'F', kind: 'completeness', of: 'session', requires: ['session.reason'], owes: 'supervisor' });
  expect(change(filled, { requires: ['session.reason', 'session.rearrangedFor'] })).toMatchObject({ direction: 'stricter' });
  const counting = makePack([]).rules[0] as Rule;
  const after = makePack([]);
  const wider = {
    ...after,
    rules: [
      { ...counting, counts: { kinds: ['one-to-one', 'group'], statuses: ['held', 'interrupted'] } } as Rule,
      ...after.rules.slice(1),
    ],
  };
  expect(diffPolicies(makePack([]), wider).rules.changed).toMatchObject([
    { direction: 'looser', fields: [{ field: 'counts.kinds' }] },
  ]);
});

test('rules that come and go', () => {
  const allows = cadence({ id: 'ALLOW', series: 'case', when: 'flag:stable', every: { months: 3 }, relaxes: ['PLAN'] });
  const diff = diffPolicies(makePack([MONTHLY]), makePack([SHARED, allows]));
  expect(diff.rules.removed.map(({ rule: { id }, direction }) => [id, direction])).toEqual([['PLAN', 'looser']]);
  expect(diff.rules.added.map(({ rule: { id }, direction }) => [id, direction])).toEqual([
    ['SHARE', 'stricter'],
    ['ALLOW', 'looser'],
  ]);
});

test('two councils are laid side by side by what their rules are about', () => {
  const other: PolicyPack = {
    ...makePack([{ ...MONTHLY, id: 'OTHER-9', clause: '9', every: { days: 28 } } as Rule, { ...SHARED, id: 'OTHER-10' } as Rule]),
    id: 'other',
  };
  const { rules } = diffPolicies(makePack([MONTHLY, SHARED]), other);
  expect(rules.changed).toMatchObject([
    { before: { id: 'PLAN' }, after: { id: 'OTHER-9' }, direction: 'unclear', isApproximate: true, fields: [{ field: 'every' }] },
  ]);
  expect([rules.added, rules.removed, rules.unchanged]).toEqual([[], [], 3]);
});

test('conventions, readings and silences', () => {
  const before = {
    ...makePack([]),
    interpretations: [{ id: 'R-1', question: 'Which?', reading: 'This.', approvedBy: null, approvedOn: null }],
    silences: [{ topic: 'Groups', says: 'Nothing is said.' }],
  };
  const after = {
    ...makePack([], { tightening: { value: 'change-plus-interval', cites: '4' } }),
    interpretations: [{ id: 'R-1', question: 'Which?', reading: 'That.', approvedBy: null, approvedOn: null }],
  };
  const diff = diffPolicies(before, after);
  expect(diff.conventions).toMatchObject([
    { field: 'tightening', before: { value: 'last-plus-interval' }, after: { value: 'change-plus-interval' } },
  ]);
  expect(diff.interpretations.changed).toMatchObject([
    { before: { id: 'R-1' }, fields: [{ field: 'reading', before: 'This.', after: 'That.' }] },
  ]);
  expect(diff.silences.removed).toMatchObject([{ topic: 'Groups' }]);
});

test('everyday situations, whatever the rules are called', () => {
  const before = makePack([
    cadence({ id: 'A-1', series: 'case', when: 'status:child-protection', every: { months: 1 } }),
    cadence({
      id: 'A-2',
      series: 'case',
      when: 'placement:foster',
      phase: { of: 'placement:foster', upTo: { months: 3 } },
      every: { months: 1 },
    }),
    cadence({
      id: 'A-3',
      series: 'case',
      when: 'placement:foster',
      phase: { of: 'placement:foster', after: { months: 3 } },
      every: { months: 2 },
    }),
  ]);
  const after = makePack([cadence({ id: 'B-1', series: 'case', when: 'open', every: { weeks: 6 } })]);
  const rows = compareSituations(before, after).map(({ holding, sinceDays, before: was, after: is, direction }) => [
    holding.join(),
    sinceDays,
    was?.rule ?? null,
    is?.rule ?? null,
    direction,
  ]);
  expect(rows).toEqual([
    ['', 0, null, 'B-1', null],
    ['placement:foster', 0, 'A-2', 'B-1', 'looser'],
    // Seven months in, A asks every two months (59 days at least) and B every 42 days.
    ['placement:foster', 213, 'A-3', 'B-1', 'stricter'],
    ['status:child-protection', 0, 'A-1', 'B-1', 'looser'],
  ]);
});

test('forms and words are told by name, and are no part of the head', () => {
  const status = { id: 'held', of: 'session' as const, word: 'Held', ours: 'session.status:held' };
  const term = { term: 'ICS', meanings: [{ id: 'ics', says: 'The case system.', usedIn: ['X-1'], cites: ['X-1'] }] };
  const before = { ...makePack([]), statuses: [status] };
  const after = { ...makePack([]), statuses: [{ ...status, word: 'Took place' }], glossary: [term] };
  const { head, forms } = diffPolicies(before, after);
  expect(head).toEqual([]);
  expect(forms.statuses.changed).toMatchObject([{ fields: [{ field: 'word', before: 'Held', after: 'Took place' }] }]);
  expect(forms.glossary.added.map(nameOfEntry)).toEqual(['ICS']);
});
