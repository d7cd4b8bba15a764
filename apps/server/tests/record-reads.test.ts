import { appRouter } from '@plumbline/api';
import { inCouncil, keepRead, listCouncils } from '@plumbline/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

let server: TestServer;
let manager: Client;
let worker: Client;
let workerId: string;
beforeAll(async () => {
  server = await startForTests();
  manager = await as(server, 'team-manager');
  worker = await as(server, 'social-worker');
  workerId = (await worker.query('me.get')).data.person.id;
});
afterAll(() => server.stop());

interface Read {
  readonly reader: { readonly name: string };
  readonly what: string;
  readonly ground: string;
  readonly times: number;
}
const readsOf = async (client: Client): Promise<string[]> =>
  ((await client.query<Read[]>('mine.reads')).data ?? []).map(
    ({ reader, what, ground, times }) => `${reader.name} ${what} ${ground} ${times}`,
  );

describe('a look at somebody’s record', () => {
  it('is kept with who, what and on which ground, and shown to whose record it is', async () => {
    expect(await readsOf(worker)).toEqual([]);
    const page = await manager.query('subject.view', { subjectId: workerId });
    expect(page.status).toBe(200);
    await manager.query('subject.view', { subjectId: workerId });
    const dutyId = page.data.history[0].id;
    expect((await manager.query('duty.explain', { dutyId })).status).toBe(200);
    expect((await manager.query('supervision.get', { sessionId: page.data.sessions[0].id })).status).toBe(200);
    const fact = page.data.facts.find((row: Loose) => row.kind === 'post');
    expect((await manager.query('facts.history', { factId: fact.id })).status).toBe(200);
    const practice = await as(server, 'principal-social-worker');
    await practice.query('subject.view', { subjectId: workerId });
    const { name } = server.cast['team-manager'];
    expect((await readsOf(worker)).toSorted()).toEqual(
      [
        `${name} page line 2`,
        `${name} why line 1`,
        `${name} supervision line 1`,
        `${name} entry line 1`,
        `${server.cast['principal-social-worker'].name} page council 1`,
      ].toSorted(),
    );
  });

  it('is not kept where it is one’s own, nor where it was refused', async () => {
    const before = await readsOf(worker);
    expect((await worker.query('subject.view', { subjectId: workerId })).status).toBe(200);
    const carer = await as(server, 'residential-carer');
    expect((await carer.query('subject.view', { subjectId: workerId })).code).toBe('NOT_FOUND');
    expect(await readsOf(worker)).toEqual(before);
    expect(await readsOf(carer)).toEqual([]);
  });

  it('is kept of children too, and shown to nobody as theirs', async () => {
    const before = await readsOf(worker);
    const page = await manager.query('subject.view', { subjectId: workerId });
    const childId = page.data.person.children[0].subject.id;
    await manager.query('subject.view', { subjectId: childId });
    const { database } = server.running.store;
    const [council] = await listCouncils(database);
    const rows = await inCouncil(
      database,
      council?.id ?? '',
      (tx) => tx.sql`select reader, what, ground from record_read where about_kind = 'child'`,
    );
    expect(rows).toEqual([{ reader: server.cast['team-manager'].personRef, what: 'page', ground: 'line' }]);
    expect(await readsOf(worker)).toHaveLength(before.length);
  });

  it('is refused where it cannot be kept', async () => {
    const { database } = server.running.store;
    const [council] = await listCouncils(database);
    // A line that the table does not take, as if it were full: the transaction that reads falls with it.
    const read = { reader: 'x', aboutKind: 'ghost' as 'person', aboutRef: 'x', what: null as unknown as string, ground: 'line' };
    const reading = inCouncil(database, council?.id ?? '', async (tx) => {
      await keepRead(tx, read);
      return 'shown';
    });
    await expect(reading).rejects.toThrow(/null value/);
  });
});

it('asks of every procedure that shows one record that the look is noted', () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { showsRecord?: true } } }>;
  const showing = Object.entries(procedures).flatMap(([path, { _def }]) => (_def.meta?.showsRecord === true ? [path] : []));
  expect(showing.toSorted()).toEqual([
    'confirmations.view',
    'duty.explain',
    'facts.history',
    'impact.openSample',
    'subject.view',
    'supervision.get',
  ]);
});

describe('refused sign-ins', () => {
  it('are kept with time, digest and reason, and counted for the administrator', async () => {
    const somebody = new Client(server);
    const { username } = server.cast['registered-manager'];
    for (let i = 0; i < 3; i += 1) await somebody.signIn(username.toUpperCase(), 'not-the-password');
    await somebody.signIn('nobody.at.all', 'not-the-password');
    await somebody.signIn('my-Secret-Password-typed-here', 'x');
    await worker.fetch('/api/auth/change-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword: 'not-the-password', newPassword: 'grey fell, rainy tarn' }),
    });
    const administrator = await as(server, 'administrator');
    const { data } = await administrator.query<Loose[]>('signIns.refused');
    const lines = data.map((line: Loose) => `${line.person?.name ?? '-'} ${line.reason} ${line.times}/${line.names}`);
    expect(lines.toSorted()).toEqual(
      [
        '- unknown-name 2/2',
        `${server.cast['social-worker'].name} wrong-present-password 1/1`,
        `${server.cast['registered-manager'].name} wrong-password 3/1`,
      ].toSorted(),
    );
    expect((await manager.query('signIns.refused')).code).toBe('FORBIDDEN');
    const { db, schema } = server.running.store.identity;
    const kept = JSON.stringify(await db.select().from(schema.signInFailure));
    for (const name of [username, 'nobody.at.all', 'secret']) expect(kept.toLowerCase()).not.toContain(name);
  });

  it('are kept where a name is closed for a while', async () => {
    const somebody = new Client(server);
    const { username } = server.cast['newly-qualified-social-worker'];
    for (let i = 0; i < 10; i += 1) await somebody.signIn(username, 'not-the-password');
    const { data } = await (await as(server, 'administrator')).query<Loose[]>('signIns.refused');
    const counts = data
      .filter((line: Loose) => line.person?.name === server.cast['newly-qualified-social-worker'].name)
      .map((line: Loose) => `${line.reason} ${line.times}`);
    expect(counts.toSorted()).toEqual(['locked 2', 'wrong-password 8']);
  });
});
