import { expect, test } from 'vitest';
import { dutiesOf, findingOf } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const FIRST = rule({
  id: 'FIRST',
  kind: 'deadline',
  of: 'relationship',
  which: { kinds: ['one-to-one'], statuses: ['held'] },
  from: 'relationship.firstSessionOn',
  metBy: 'relationship.agreementSignedOn',
  owes: 'line-manager',
});
const YEARLY = rule({
  id: 'YEARLY',
  kind: 'deadline',
  of: 'agreement',
  from: 'agreement.settledOn',
  within: { months: 12 },
  metBy: 'agreement.lookedAtAgainOn',
  owes: 'supervisor',
});

const people = [
  { person: 'A', employedFrom: '2020-01-06' },
  { person: 'M', employedFrom: '2015-01-05' },
  { person: 'N', employedFrom: '2015-01-05' },
];
const pair = [{ supervisee: 'A', supervisor: 'M', capacity: 'designated' as const, from: '2026-01-05' }];
const met = (session: string, supervisor: string, on: string) => ({
  session,
  supervisee: 'A',
  supervisor,
  kind: 'one-to-one' as const,
  status: 'held' as const,
  plannedStartAt: `${on}T10:00Z`,
});
const signed = (supervisor: string, on: string) => ({
  supervisee: 'A',
  supervisor,
  drawnUpOn: on,
  supervisorSignedOn: on,
  superviseeSignedOn: on,
});

test('both have signed on or before the day on which the two first meet', () => {
  const base = {
    person: people,
    'supervision-pair': pair,
    session: [met('S1', 'M', '2026-02-02'), met('S2', 'M', '2026-01-19')],
  };
  expect(findingOf([FIRST], facts(base), '2026-01-19')).toBe('due');
  expect(findingOf([FIRST], facts(base), '2026-01-20')).toBe('overdue');
  expect(findingOf([FIRST], facts({ ...base, agreement: [signed('M', '2026-01-19')] }), '2026-01-31')).toBe('met');
  expect(findingOf([FIRST], facts({ ...base, agreement: [signed('M', '2026-01-20')] }), '2026-01-31')).toBe('met-late');
  const oneOnly = { ...signed('M', '2026-01-12'), superviseeSignedOn: null };
  expect(findingOf([FIRST], facts({ ...base, agreement: [oneOnly] }), '2026-01-31')).toBe('overdue');
});

test('a new pair needs an agreement of its own, and until the two meet nothing is asked', () => {
  const given = facts({ person: people, 'supervision-pair': pair, agreement: [signed('N', '2025-01-06')] });
  expect(dutiesOf([FIRST], given)).toEqual([]);
  const both = facts({
    person: people,
    'supervision-pair': pair,
    session: [met('S1', 'M', '2026-01-19')],
    agreement: [signed('N', '2025-01-06')],
  });
  expect(findingOf([FIRST], both, '2026-01-20')).toBe('overdue');
});

test('an agreement is looked at again within twelve months, the last day included, for as long as the two work together', () => {
  const base = { person: people, 'supervision-pair': pair };
  const once = facts({ ...base, agreement: [signed('M', '2026-02-28')] });
  expect(findingOf([YEARLY], once, '2027-02-28')).toBe('due');
  expect(findingOf([YEARLY], once, '2027-03-01')).toBe('overdue');
  const again = facts({ ...base, agreement: [signed('M', '2026-02-28'), signed('M', '2027-02-28')] });
  expect(findingOf([YEARLY], again, '2027-02-28', 'A|M|2026-02-28')).toBe('met');
  const ended = facts({
    person: people,
    'supervision-pair': [{ ...pair[0], to: '2026-12-31' }],
    agreement: [signed('M', '2026-02-28')],
  });
  expect(findingOf([YEARLY], ended, '2027-03-01')).toBe('not-applicable');
});

test('nothing is said before agreements are recorded', () => {
  const given = facts({
    person: people,
    'supervision-pair': pair,
    session: [met('S1', 'M', '2026-01-19')],
    feeds: { person: '2000-01-01', session: '2000-01-01', 'supervision-pair': '2000-01-01' },
  });
  expect(dutiesOf([FIRST], given)).toEqual([]);
});
