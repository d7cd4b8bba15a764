import { expect, test } from 'vitest';
import type { FactOf } from '../facts/index.ts';
import { dutiesOf, findingOf } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const person = ['A', 'M', 'T'].map((ref) => ({ person: ref, employedFrom: '2020-01-06' }));
const session = (given: Partial<FactOf<'session'>> = {}) => ({
  session: 'S',
  supervisee: 'A',
  supervisor: 'M',
  kind: 'one-to-one' as const,
  status: 'held' as const,
  plannedStartAt: '2026-03-02T10:00Z',
  ...given,
});
const record = (given: Partial<FactOf<'record'>> = {}) => ({ record: 'R', session: 'S', supervisee: 'A', ...given });
const common = { of: 'record', owes: 'session-supervisor' } as const;

test('fields that are filled, hold all of a list, say yes, or are empty', () => {
  const whole = rule({
    ...common,
    id: 'WHOLE',
    kind: 'completeness',
    requires: ['record.nextOn'],
    holds: { 'record.sections': ['welfare', 'leave'] },
    confirmed: ['record.isTyped'],
    absent: ['record.hasNames'],
  });
  const of = (given: Partial<FactOf<'record'>>) =>
    findingOf([whole], facts({ person, session: [session()], record: [record(given)] }), '2026-03-31');
  const good = { nextOn: '2026-03-30', sections: ['leave', 'practice', 'welfare'], isTyped: true, hasNames: false };
  expect(of(good)).toBe('nothing');
  for (const slip of [{ nextOn: null }, { sections: ['leave'] }, { isTyped: false }, { hasNames: true }])
    expect(of({ ...good, ...slip }), JSON.stringify(slip)).toBe('breached');
});

test('only where a field says so, and asked for, not failed, where there is no limit', () => {
  const consent = rule({
    ...common,
    id: 'CONSENT',
    kind: 'completeness',
    where: { 'record.typedBy': 'given' },
    confirmed: ['record.isTypingAgreed'],
    missingIs: 'needs-evidence',
  });
  const of = (given: Partial<FactOf<'record'>>) =>
    findingOf([consent], facts({ person, session: [session()], record: [record(given)] }), '2026-03-31');
  expect(of({})).toBe('nothing');
  expect(of({ typedBy: 'T' })).toBe('needs-evidence');
  expect(of({ typedBy: 'T', isTypingAgreed: true })).toBe('nothing');
});

test('steps in order, of which two may fall together, and one that was not taken says nothing', () => {
  const order = ['record.draftOfferedAt', 'record.changesAgreedAt', 'record.signedByBothAt', 'record.storedAt'];
  const steps = rule({ ...common, id: 'STEPS', kind: 'sequence', order, mayCoincide: true });
  const strict = rule({ ...common, id: 'STRICT', kind: 'sequence', order });
  const both = { supervisorSignedAt: '2026-03-05T10:00Z', superviseeSignedAt: '2026-03-06T10:00Z' };
  const of = (rules: Parameters<typeof findingOf>[0], given: Partial<FactOf<'record'>>) =>
    findingOf(rules, facts({ person, session: [session(both)], record: [record(given)] }), '2026-03-31');
  const early = { draftOfferedAt: '2026-03-04T10:00Z', storedAt: '2026-03-06T10:00Z' };
  expect(of([steps], early)).toBe('nothing');
  expect(of([strict], early)).toBe('breached');
  expect(of([steps], { ...early, storedAt: '2026-03-06T09:59Z' })).toBe('breached');
  expect(of([steps], { ...early, changesAgreedAt: '2026-03-06T10:01Z' })).toBe('breached');
  expect(of([steps], { draftOfferedAt: '2026-03-07T10:00Z' })).toBe('breached');
  expect(of([steps], { storedAt: '2026-03-06T10:00Z' })).toBe('nothing');
});

test('the next date on the form is not after the day by which the clock asks for it', () => {
  const next = rule({
    ...common,
    id: 'NEXT',
    kind: 'threshold',
    measures: 'field',
    field: 'record.nextOn',
    notAfterDue: 'own',
  });
  // The clock of these tests asks for one every 28 days: 2 March and 28 is 30 March.
  const of = (nextOn: string | null) =>
    findingOf([next], facts({ person, session: [session()], record: [record({ nextOn })] }), '2026-03-31');
  expect(of('2026-03-30')).toBe('nothing');
  expect(of('2026-03-31')).toBe('breached');
  expect(of(null)).toBe('needs-evidence');
});

test('an agreed interval is no longer than the one that the clock asks for', () => {
  const floor = rule({
    id: 'FLOOR',
    kind: 'threshold',
    of: 'agreement',
    measures: 'field',
    field: 'agreement.intervalDays',
    notLongerThan: 'own',
    owes: 'supervisor',
  });
  const of = (intervalDays: number) =>
    findingOf(
      [floor],
      facts({ person, agreement: [{ supervisee: 'A', supervisor: 'M', drawnUpOn: '2026-03-02', intervalDays }] }),
      '2026-03-31',
    );
  expect(of(28)).toBe('nothing');
  expect(of(29)).toBe('breached');
});

test('a record of a supervision that nobody logged, or before records are kept, is passed over', () => {
  const typed = rule({ ...common, id: 'TYPED', kind: 'completeness', confirmed: ['record.isTyped'] });
  expect(dutiesOf([typed], facts({ person, record: [record()] }))).toEqual([]);
  const feeds = { person: '2000-01-01', session: '2000-01-01', record: '2026-03-03' };
  expect(dutiesOf([typed], facts({ person, session: [session()], record: [record()], feeds }))).toEqual([]);
});

test('a session is judged by its own record', () => {
  const form = rule({
    id: 'FORM',
    kind: 'completeness',
    of: 'session',
    requires: ['record.template'],
    owes: 'session-supervisor',
  });
  expect(findingOf([form], facts({ person, session: [session()], record: [record({ template: 'other' })] }), '2026-03-31')).toBe(
    'nothing',
  );
  expect(findingOf([form], facts({ person, session: [session()] }), '2026-03-31')).toBe('breached');
});

test('what somebody is asks from each day on which it begins to hold', () => {
  const interval = rule({
    id: 'INTERVAL',
    kind: 'completeness',
    of: 'person',
    when: 'student',
    requires: ['person.studentIntervalDays'],
    owes: 'supervisor',
  });
  const student = { ...person[0]!, studentFrom: '2026-01-12', studentTo: '2026-06-05' };
  const [duty, ...others] = dutiesOf([interval], facts({ person: [student] }));
  expect([duty?.opening, others.length]).toEqual(['since:2026-01-12', 0]);
  expect(dutiesOf([interval], facts({ person: [{ ...student, studentIntervalDays: 7 }] }))).toEqual([]);
});
