import { randomUUID } from 'node:crypto';
import { checkDuties, dutiesAbout, inCouncil, listCouncils } from '@plumbline/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, type Client } from './_client.ts';

let server: TestServer;
let manager: Client;
let person: Loose;

beforeAll(async () => {
  server = await startForTests();
  manager = await as(server, 'team-manager');
  const { people } = (await manager.query('team.view', {})).data;
  person = people.toSorted((a: Loose, b: Loose) => b.toConfirm - a.toConfirm)[0];
});
afterAll(() => server.stop());

const waitingOf = (view: Loose): Loose[] => view.questions.filter((question: Loose) => question.waitsSince !== null);
const view = async (client: Client = manager): Promise<Loose> =>
  (await client.query('confirmations.view', { subjectId: person.person.id })).data;

it('counts what waits in one line a person, and keeps it out of what is due', async () => {
  expect(person.toConfirm).toBeGreaterThan(2);
  expect(waitingOf(await view())).toHaveLength(person.toConfirm);
  const waiting = new Set(waitingOf(await view()).map(({ rule }) => rule));
  expect(person.other.filter((duty: Loose) => waiting.has(duty.rule) && duty.subject.id === person.person.id)).toEqual([]);
  const { needs } = (await manager.query('home.get')).data;
  const mine = needs.filter((need: Loose) => need.kind === 'to-confirm');
  const { people } = (await manager.query('team.view', {})).data;
  const waitingFor = people.filter((one: Loose) => one.toConfirm > 0);
  expect(waitingFor.length).toBeGreaterThan(1);
  // Home says it once for all of them, and last.
  expect(mine).toMatchObject([{ subject: null, count: waitingFor.length }]);
  expect(needs.at(-1).kind).toBe('to-confirm');
});

it('answers several questions in one call, once, and says when each is asked again', async () => {
  const [first, second, third] = waitingOf(await view());
  const input = {
    subjectId: person.person.id,
    answers: [
      { rule: first.rule, answer: 'yes' },
      { rule: second.rule, answer: 'no' },
      { rule: third.rule, answer: 'not-applicable' },
    ],
    idempotencyKey: randomUUID(),
  };
  const answered = (await manager.mutate('confirmations.answer', input)).data;
  expect((await manager.mutate('confirmations.answer', input)).data).toEqual(answered);
  expect(waitingOf(answered)).toHaveLength(person.toConfirm - 3);
  const of = (rule: string): Loose => answered.questions.find((question: Loose) => question.rule === rule);
  const { today } = answered;
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  expect(of(first.rule)).toMatchObject({ waitsSince: null, askedAgainOn: nextYear, last: { on: today, answer: 'yes' } });
  expect(of(second.rule)).toMatchObject({ waitsSince: null, last: { answer: 'no', by: server.cast['team-manager'].name } });
  expect(of(third.rule)).toMatchObject({ waitsSince: null, last: { answer: 'not-applicable' } });

  const { person: lanes, history } = (await manager.query('subject.view', { subjectId: person.person.id })).data;
  const said = (rows: Loose[], rule: string): string[] => rows.filter((duty) => duty.rule === rule).map((duty) => duty.finding);
  expect(said(lanes.other, second.rule)).toEqual(['breached']);
  expect(said(history, first.rule)).toEqual(['met']);
  expect(said([...history, ...lanes.other], third.rule)).toEqual([]);
  const met = history.find((duty: Loose) => duty.rule === first.rule);
  const { steps, names } = (await manager.query('duty.explain', { dutyId: met.id })).data;
  expect(steps.map((step: Loose) => step.kind)).toEqual(['asked', 'answered', 'asked-again', 'met']);
  expect(names[steps[1].by]).toBe(server.cast['team-manager'].name);
});

it('takes another answer of the same day for a correction', async () => {
  const question = (await view()).questions.find((one: Loose) => one.last?.answer === 'no' && one.waitsSince === null);
  const answers = [{ rule: question.rule, answer: 'yes' }];
  const after = (await manager.mutate('confirmations.answer', { subjectId: person.person.id, answers })).data;
  expect(after.questions.find((one: Loose) => one.rule === question.rule).last).toMatchObject({ answer: 'yes' });
  const facts = (await manager.query('facts.list', { kind: 'confirmation', subjectId: person.person.id })).data.rows;
  const own = facts.filter((fact: Loose) => fact.values.rule === question.rule && fact.values.on === after.today);
  expect(own).toMatchObject([{ version: 2, values: { answer: 'yes' } }]);
});

it('lets nobody answer about themselves, about somebody else’s people, ahead of time, or what is not asked', async () => {
  const subjectId = person.person.id;
  const rule = (await view()).questions[0].rule;
  const answers = [{ rule, answer: 'yes' }];
  const me = (await manager.query('me.get')).data.person.id;
  expect((await manager.mutate('confirmations.answer', { subjectId: me, answers })).code).toBe('NOT_FOUND');
  const other = await as(server, 'registered-manager');
  expect((await other.mutate('confirmations.answer', { subjectId, answers })).code).toBe('NOT_FOUND');
  expect((await other.query('confirmations.view', { subjectId })).code).toBe('NOT_FOUND');
  const worker = await as(server, 'social-worker');
  expect((await worker.mutate('confirmations.answer', { subjectId, answers })).code).toBe('FORBIDDEN');
  const ahead = await manager.mutate('confirmations.answer', { subjectId, answers, on: '2099-01-01' });
  expect(ahead.problem).toMatchObject({ kind: 'not-valid', fields: { on: 'This lies ahead.' } });
  const session = await manager.mutate('confirmations.answer', { subjectId, answers: [{ rule: 'WIR-6.A1', answer: 'yes' }] });
  expect(session.problem).toMatchObject({ kind: 'not-valid' });
});

it('shows people what was confirmed about them, and gives them nothing to answer', async () => {
  const worker = await as(server, 'social-worker');
  const own = (await worker.query('me.get')).data.person.id;
  const shown = (await worker.query('confirmations.view', { subjectId: own })).data;
  expect(shown.mayAnswer).toBe(false);
  expect(shown.questions.length).toBeGreaterThan(0);
});

it('is refused by hand where a file would be refused', async () => {
  const me = server.cast['team-manager'].personRef;
  const values = {
    confirmation: 'CF-HAND',
    rule: 'WIR-3.3a',
    person: person.person.id,
    on: '2026-01-05',
    answer: 'yes',
    confirmedBy: me,
  };
  const record = async (changed: object) =>
    (await manager.mutate('facts.record', { kind: 'confirmation', values: { ...values, ...changed } })).problem;
  expect(await record({ rule: 'WIR-0.0' })).toMatchObject({ fields: { rule: 'The policy has no rule of this number.' } });
  expect((await record({ session: 'SUP-1' }))?.fields).toHaveProperty('session');
  expect(await record({ on: '2098-01-05' })).toMatchObject({ fields: { on: 'This lies ahead.' } });
  expect(await record({})).toBeNull();
});

it('takes what is about the policy as a whole from whoever answers for the whole council', async () => {
  const values = { rule: 'WIR-6.Q7', on: '2026-01-05', answer: 'yes' };
  const record = async (role: 'principal-social-worker' | 'team-manager', confirmation: string) => {
    const confirmedBy = server.cast[role].personRef;
    const client = await as(server, role);
    return (await client.mutate('facts.record', { kind: 'confirmation', values: { ...values, confirmation, confirmedBy } })).code;
  };
  expect(await record('team-manager', 'CF-W1')).toBe('NOT_FOUND');
  expect(await record('principal-social-worker', 'CF-W2')).toBeNull();
});

it('brings up to date whoever a drawn supervision, record, case supervision or event belongs to', async () => {
  const office = await as(server, 'administrator');
  const { today } = (await office.query('me.get')).data;
  const confirmedBy = server.cast['service-manager'].personRef;
  const first = async (kind: string, fits: (values: Loose) => boolean): Promise<Loose> =>
    (await office.query('facts.list', { kind })).data.rows.map((row: Loose) => row.values).find(fits);
  const record = await first('record', () => true);
  const talk = await first('discussion', (values) => values.session !== null);
  const event = { event: 'EV-DRAWN', kind: 'concern', person: record.supervisee, on: today };
  expect((await office.mutate('facts.record', { kind: 'event', values: event })).problem).toBeNull();
  const drawn: [rule: string, about: object, whose: { persons: string[]; children: string[] }][] = [
    ['WIR-6.6', { session: record.session }, { persons: [record.supervisee], children: [] }],
    ['WIR-8.8', { record: record.record }, { persons: [record.supervisee], children: [] }],
    [
      'WIR-11.5',
      { child: talk.child, discussedOn: talk.discussedOn, session: talk.session },
      { persons: [], children: [talk.child] },
    ],
    ['WIR-6.E5', { event: event.event }, { persons: [event.person], children: [] }],
  ];
  const { database } = server.running.store;
  const [council] = await listCouncils(database);
  for (const [rule, about, whose] of drawn) {
    const values = { confirmation: `CF-D-${rule}`, rule, on: today, answer: 'no', confirmedBy, ...about };
    expect([rule, (await office.mutate('facts.record', { kind: 'confirmation', values })).problem]).toEqual([rule, null]);
    const duties = await inCouncil(database, council?.id ?? '', (tx) => dutiesAbout(tx, whose));
    const found = duties.filter((duty) => duty.rule === rule && duty.opening === `answered:${today}`);
    expect([rule, found.map(({ judged }) => judged)]).toEqual([rule, ['breached']]);
  }
});

it('stores what would be worked out anew', async () => {
  const { database } = server.running.store;
  for (const { id } of await listCouncils(database)) expect(await checkDuties(database, id)).toMatchObject({ differences: 0 });
});
