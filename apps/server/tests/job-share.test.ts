import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, refusal, type TestOffice } from './_council.ts';

const EARLY = 'EARLY';
const LATE = 'LATE';
const from = '2020-01-06';

type Values = Record<string, string | number | boolean | null>;

const post = (person: string, lineManager: string | null, more: Values = {}): Values => ({
  person,
  post: `P-${person}`,
  from,
  role: 'social-worker',
  team: 'ONE',
  lineManager,
  contract: 'permanent',
  fullTimeEquivalent: 1,
  ...more,
});

/** Two people manage one team by turns of the week. WORKER has no named supervisor, PAIRED is supervised by the first. */
const FACTS = {
  team: [{ team: 'ONE', name: 'First', service: 'North' }],
  person: [EARLY, LATE, 'WORKER', 'PAIRED', 'ELSE'].map((ref) => ({
    person: ref,
    name: `Name ${ref}`,
    employedFrom: from,
    isSocialWorkQualified: true,
    practiceFrom: from,
  })),
  post: [
    post(EARLY, 'ELSE', { role: 'team-manager' }),
    post(LATE, 'ELSE', { role: 'team-manager' }),
    post('WORKER', EARLY, { isManagedByJobShare: true, secondLineManager: LATE }),
    post('PAIRED', EARLY, { isManagedByJobShare: true, secondLineManager: LATE }),
    post('ELSE', null, { role: 'service-manager' }),
  ],
  'supervision-pair': [{ supervisee: 'PAIRED', supervisor: EARLY, capacity: 'designated', from }],
  child: ['K1', 'K2'].map((child) => ({ child, openedOn: '2025-06-02' })),
  allocation: [{ child: 'K1', worker: 'WORKER', allocatedAt: '2025-06-02T09:00Z' }],
};

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(FACTS);
});
afterAll(() => office.close());

describe('a post that two people manage', () => {
  it.each([EARLY, LATE])('stands on the team page of %s, with what is owed owed by both', async (manager) => {
    const [id] = await office.ids('person', manager);
    const view = await office.as(manager, 'social-worker').team.view({ supervisorId: id ?? '' });
    const worker = view.people.find((person) => person.person.label === 'Name WORKER');
    const owing = [worker?.lanes[0]?.owedBy?.name, worker?.lanes[0]?.owedWith?.name];
    expect(owing).toEqual(['Name EARLY', 'Name LATE']);
    expect(view.people.some((person) => person.person.label === 'Name PAIRED')).toBe(manager === EARLY);
  });

  it('makes both see to a child whose worker has no supervisor', async () => {
    const [id] = await office.ids('person', LATE);
    const view = await office.as(LATE, 'social-worker').team.view({ supervisorId: id ?? '' });
    const child = view.people.flatMap((person) => person.children).find((row) => row.subject.label === 'K1');
    expect(child?.alert).toMatchObject({
      kind: 'no-supervisor',
      actBy: { name: 'Name EARLY' },
      actWith: { name: 'Name LATE' },
    });
  });

  it('is explained with both names, and with one where the supervisor is named', async () => {
    const explained = async (ref: string) => {
      const [id] = await office.ids('person', ref);
      const caller = office.as(EARLY, 'team-manager');
      const { person } = await caller.subject.view({ subjectId: id ?? '' });
      const explanation = await caller.duty.explain({ dutyId: person?.lanes[0]?.current?.id ?? '' });
      const nameOf = (number: string | null) => (number === null ? null : explanation.names[number]);
      return [nameOf(explanation.owedBy), nameOf(explanation.owedWith)];
    };
    expect(await explained('WORKER')).toEqual(['Name EARLY', 'Name LATE']);
    expect(await explained('PAIRED')).toEqual(['Name EARLY', null]);
  });

  it('needs the first of them on the home page of the second', async () => {
    const home = await office.as(LATE, 'social-worker').home.get();
    expect(home.needs.filter((need) => need.subject?.label === 'Name WORKER').length).toBeGreaterThan(0);
    expect(home.needs.filter((need) => need.subject?.label === 'Name PAIRED')).toEqual([]);
  });
});

describe('by hand', () => {
  const record = async (values: Values) =>
    await office.as('ELSE', 'service-manager').facts.record({ kind: 'post', values, idempotencyKey: randomUUID() });
  const fieldsOf = async (values: Values): Promise<unknown> => {
    const refused = (await refusal(record(values))) as { fields?: object } | null;
    return refused === null ? 'recorded' : Object.keys(refused.fields ?? {});
  };
  const second = (more: Values): Values => ({ ...post('WORKER', EARLY), post: 'P-SECOND', from: '2026-02-02', ...more });

  it('refuses a second manager without the mark, without a first, twice the same, and a line in a circle', async () => {
    expect(await fieldsOf(second({ secondLineManager: LATE }))).toEqual(['secondLineManager']);
    expect(await fieldsOf(second({ secondLineManager: LATE, lineManager: null, isManagedByJobShare: true }))).toEqual([
      'secondLineManager',
    ]);
    expect(await fieldsOf(second({ secondLineManager: EARLY, isManagedByJobShare: true }))).toEqual(['secondLineManager']);
    expect(await fieldsOf(second({ lineManager: 'WORKER' }))).toEqual(['lineManager']);
    const circle = { ...post(EARLY, 'WORKER'), post: 'P-CIRCLE', from: '2026-02-02' };
    expect(await fieldsOf(circle)).toEqual(['lineManager']);
    // LATE managed nobody before 2020: over days that have nothing in common there is no circle.
    expect(await fieldsOf({ ...circle, from: '2019-01-07', to: '2019-12-31' })).toBe('recorded');
  });

  it('takes both with the mark', async () => {
    const fact = await record(second({ secondLineManager: LATE, isManagedByJobShare: true }));
    expect(fact.values).toMatchObject({ lineManager: EARLY, secondLineManager: LATE });
  });
});
