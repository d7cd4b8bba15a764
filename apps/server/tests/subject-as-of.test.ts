import { randomUUID } from 'node:crypto';
import { inCouncil } from '@plumbline/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOffice, TODAY, type TestOffice } from './_council.ts';

const held = (session: string, on: string, more: Record<string, string | number | null> = {}) => ({
  session,
  supervisee: 'WORKER',
  supervisor: 'LEAD',
  kind: 'one-to-one',
  purposes: ['case'],
  status: 'held',
  bookedAt: `${on.slice(0, 5)}01-05T09:00Z`,
  plannedStartAt: `${on}T09:00Z`,
  startedAt: `${on}T09:00Z`,
  minutes: 90,
  recordSharedAt: `${on}T15:00Z`,
  ...more,
});

const post = (person: string, team: string, from: string, to: string | null = null) => ({
  person,
  post: `P-${person}-${from}`,
  from,
  to,
  role: 'social-worker',
  team,
  contract: 'permanent',
});

/** WORKER held K-PASSED until the end of March, K-KEPT ever since it opened. The case passed to somebody of another team. */
const FACTS = {
  team: [
    { team: 'ONE', name: 'First', service: 'North' },
    { team: 'TWO', name: 'Second', service: 'South' },
  ],
  person: ['LEAD', 'WORKER', 'OTHER'].map((person) => ({
    person,
    name: person,
    employedFrom: '2020-01-06',
    isSocialWorkQualified: true,
  })),
  post: [post('LEAD', 'ONE', '2020-01-06'), post('WORKER', 'ONE', '2020-01-06'), post('OTHER', 'TWO', '2020-01-06')],
  'supervision-pair': [{ supervisee: 'WORKER', supervisor: 'LEAD', capacity: 'designated', from: '2020-01-06' }],
  child: ['K-KEPT', 'K-PASSED'].map((child) => ({ child, openedOn: '2026-01-05' })),
  'child-status': ['K-KEPT', 'K-PASSED'].map((child) => ({ child, status: 'child-protection', from: '2026-01-05' })),
  allocation: [
    { child: 'K-KEPT', worker: 'WORKER', allocatedAt: '2026-01-05T09:00Z' },
    { child: 'K-PASSED', worker: 'WORKER', allocatedAt: '2026-01-05T09:00Z', endedOn: '2026-03-31' },
    { child: 'K-PASSED', worker: 'OTHER', allocatedAt: '2026-04-01T09:00Z' },
  ],
  session: [held('FEB', '2026-02-03', { recordSharedAt: '2026-03-20T10:00Z' }), held('MAY', '2026-05-04')],
  discussion: [{ child: 'K-KEPT', session: 'FEB', discussedOn: '2026-02-03', filedAt: '2026-02-27T10:00Z' }],
};

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(FACTS);
  // All of it was known from the beginning of the year; what a test records is known from now on.
  await inCouncil(office.test.db, office.council, async (tx) => {
    for (const kind of Object.keys(FACTS))
      await tx.sql`update ${tx.sql(`fact_${kind.replaceAll('-', '_')}`)} set known_from = '2026-01-05'`;
  });
});
afterAll(() => office.close());

const lead = () => office.as('LEAD', 'team-manager');
async function view(ref: string, on: string | null, knownOn: string | null = null) {
  const [id] = await office.ids(ref.startsWith('K') ? 'child' : 'person', ref);
  return await lead().subject.view({ subjectId: id ?? '', on, knownOn });
}

it('shows the log, the lane and the records as they stood on a day', async () => {
  const february = await view('WORKER', '2026-02-10');
  expect(february.sessions.map(({ status, recordSharedAt }) => [status, recordSharedAt])).toEqual([
    ['planned', null],
    ['held', null],
  ]);
  expect(february.sessions[1]?.children[0]).toMatchObject({ filedAt: null });
  const june = await view('WORKER', null);
  expect(june.sessions.map(({ status }) => status)).toEqual(['held', 'held']);
  expect(june.sessions[1]?.children[0]?.filedAt).toBe('2026-02-27T10:00Z');
  const due = [february, june].map(({ person }) => person?.lanes[0]?.current?.openedOn);
  expect(due).toEqual(['2026-02-03', '2026-05-04']);
});

it('shows the children held on that day, and of those only whom one may see today', async () => {
  const labels = async (on: string | null) =>
    (await view('WORKER', on)).person?.children.map(({ subject }) => subject.label).toSorted();
  expect(await labels(null)).toEqual(['K-KEPT']);
  // K-PASSED was held then, and answers to another team now.
  expect(await labels('2026-02-10')).toEqual(['K-KEPT']);
  const [id] = await office.ids('person', 'WORKER');
  const everybody = await office.as('OTHER', 'principal-social-worker').subject.view({ subjectId: id ?? '', on: '2026-02-10' });
  expect(everybody.person?.children.map(({ subject }) => subject.label).toSorted()).toEqual(['K-KEPT', 'K-PASSED']);
});

it('leaves out what began after the day, and what was recorded after it where it is asked as known then', async () => {
  const [worker] = await office.ids('person', 'WORKER');
  const values = { person: worker ?? '', from: '2026-02-02', to: '2026-02-06' };
  await lead().facts.record({ kind: 'absence', values, idempotencyKey: randomUUID() });
  const absences = async (on: string | null, knownOn: string | null) =>
    (await view('WORKER', on, knownOn)).facts.filter(({ kind }) => kind === 'absence').length;
  expect(await absences(null, null)).toBe(1);
  expect(await absences('2026-02-10', null)).toBe(1);
  expect(await absences('2026-01-30', null)).toBe(0);
  expect(await absences('2026-02-10', '2026-02-10')).toBe(0);
  const then = await view('WORKER', '2026-02-10', '2026-02-10');
  expect(then.person?.lanes[0]?.current?.openedOn).toBe('2026-02-03');
  expect([then.sessions.length, then.facts.some(({ kind }) => kind === 'post')]).toEqual([2, true]);
});

it('tells of a child who held the case then, and takes a day to come for today', async () => {
  const then = await office.as('OTHER', 'principal-social-worker');
  const [passed] = await office.ids('child', 'K-PASSED');
  const workers = async (on: string) => (await then.subject.view({ subjectId: passed ?? '', on })).child?.worker?.name;
  expect([await workers('2026-03-01'), await workers('2026-05-01')]).toEqual(['WORKER', 'OTHER']);
  expect(await view('WORKER', '2027-01-01')).toEqual(await view('WORKER', TODAY));
});
