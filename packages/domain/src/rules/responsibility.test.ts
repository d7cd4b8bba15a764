import { expect, test } from 'vitest';
import { toDay } from '../calendar/index.ts';
import { facts } from './_facts.ts';
import { personAttributes } from './attributes.ts';
import { indexFacts } from './fact-index.ts';
import { ownerOn, owedWithOn } from './owners.ts';
import { personResponsibilities } from './responsibility.ts';
import { makePack } from './_pack.ts';

const about = { kind: 'person', ref: 'W' } as const;
const DAY = toDay('2026-05-12');

/** W's post is managed by EARLY alone, and with LATE from March; from June SUP supervises W by name. */
const index = indexFacts(
  facts({
    person: ['W', 'EARLY', 'LATE', 'SUP'].map((person) => ({ person, name: person, employedFrom: '2020-01-06' })),
    post: [
      { person: 'W', post: 'P', from: '2026-01-05', to: '2026-02-28', role: 'social-worker', team: 'T', lineManager: 'EARLY' },
      {
        person: 'W',
        post: 'P',
        from: '2026-03-01',
        role: 'social-worker',
        team: 'T',
        lineManager: 'EARLY',
        isManagedByJobShare: true,
        secondLineManager: 'LATE',
      },
    ],
    'supervision-pair': [{ supervisee: 'W', supervisor: 'SUP', capacity: 'designated', from: '2026-06-01' }],
    registration: [{ person: 'LATE', register: 'social-work-england', from: '2019-12-01' }],
  }),
);

test('both who share the management answer, from the day on which they share it', () => {
  const answers = personResponsibilities(index, 'W').map(({ from, lineManager, secondLineManager }) => [
    from,
    lineManager,
    secondLineManager,
  ]);
  expect(answers).toEqual([
    [toDay('2020-01-06'), null, null],
    [toDay('2026-01-05'), 'EARLY', null],
    [toDay('2026-03-01'), 'EARLY', 'LATE'],
    [toDay('2026-06-01'), 'EARLY', 'LATE'],
  ]);
});

test('what the line owes both owe; what a named supervisor owes they owe alone', () => {
  const owed = (owes: 'supervisor' | 'line-manager' | 'worker', on: string) => [
    ownerOn(index, owes, about, toDay(on), null),
    owedWithOn(index, owes, about, toDay(on)),
  ];
  expect(owed('supervisor', '2026-05-12')).toEqual(['EARLY', 'LATE']);
  expect(owed('supervisor', '2026-02-12')).toEqual(['EARLY', null]);
  expect(owed('supervisor', '2026-06-12')).toEqual(['SUP', null]);
  expect(owed('line-manager', '2026-06-12')).toEqual(['EARLY', 'LATE']);
  expect(owed('worker', '2026-05-12')).toEqual(['W', null]);
});

test('the line manager is registered while either of two is', () => {
  const spans = personAttributes(index, 'W', makePack([]).conventions);
  const registered = spans.filter(({ attribute }) => attribute === 'line-manager-registered');
  expect(registered.map(({ from }) => from)).toEqual([toDay('2026-03-01')]);
  expect(registered.every(({ from, to }) => from <= DAY && DAY <= to)).toBe(true);
});
