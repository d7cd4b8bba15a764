import { appRouter } from '@plumbline/api';
import { PERMISSIONS, PERMISSION_NAMES, permissionsOf, type Permission, type Role } from '@plumbline/domain/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

interface Procedure {
  readonly path: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly permission: Permission | undefined;
}

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: Procedure['kind']; meta?: { permission?: Permission } } }
  >,
).map(([path, { _def }]): Procedure => ({ path, kind: _def.type, permission: _def.meta?.permission }));

describe('what may be called', () => {
  it('lists every procedure', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(31);
  });

  it.each(procedures)('$path names its permission', ({ permission }) => {
    expect(PERMISSION_NAMES).toContain(permission);
    expect(PERMISSIONS[permission ?? 'me:read'].length).toBeGreaterThan(5);
  });
});

describe('a server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startForTests();
  });
  afterAll(() => server.stop());

  it('names a permission for every plain route', () => {
    const { routes } = server.running.app;
    expect(routes.map((route) => route.url)).toEqual(
      expect.arrayContaining(['/api/health', '/api/auth/*', '/api/imports/upload', '/api/imports/template/:file']),
    );
    for (const route of routes) expect([...PERMISSION_NAMES, 'public', 'each-procedure']).toContain(route.permission);
    const open = routes
      .filter((route) => route.permission === 'public' && route.url.startsWith('/api/'))
      .map((route) => route.url);
    expect([...new Set(open)].toSorted()).toEqual(['/api/auth/*', '/api/health']);
  });

  it('lets nobody in without a sign-in', async () => {
    const nobody = new Client(server);
    for (const procedure of procedures) {
      const answer =
        procedure.kind === 'query' ? await nobody.query(procedure.path, {}) : await nobody.mutate(procedure.path, {});
      expect([procedure.path, answer.code]).toEqual([procedure.path, 'UNAUTHORIZED']);
    }
    expect((await nobody.fetch('/api/imports/template/person.csv')).status).toBe(401);
    expect(
      (
        await nobody.fetch('/api/imports/upload?kind=person', {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: 'a',
        })
      ).status,
    ).toBe(401);
  });

  // The cast has one of each role; the managers among them supervise somebody, which gives what supervising gives.
  const CAST: [keyof TestServer['cast'], Role, boolean][] = [
    ['service-manager', 'service-manager', true],
    ['team-manager', 'team-manager', true],
    ['social-worker', 'social-worker', false],
    ['newly-qualified-social-worker', 'social-worker', false],
    ['residential-carer', 'residential-carer', false],
    ['registered-manager', 'registered-manager', true],
    ['director', 'director', true],
    ['administrator', 'administrator', false],
  ];

  it.each(CAST)('gives the %s what the table says and nothing else', async (member, role, isSupervisor) => {
    const client = await as(server, member);
    const expected = new Set(permissionsOf([role], isSupervisor));
    expect(new Set((await client.query('me.get')).data.permissions)).toEqual(expected);
    for (const procedure of procedures) {
      const answer =
        procedure.kind === 'query' ? await client.query(procedure.path, {}) : await client.mutate(procedure.path, {});
      const isRefused = answer.code === 'FORBIDDEN' && answer.problem?.kind === 'no-permission';
      const mayAsk = procedure.permission !== undefined && expected.has(procedure.permission);
      if (procedure.path === 'facts.list') continue;
      expect([procedure.path, isRefused]).toEqual([procedure.path, !mayAsk]);
      expect(answer.code).not.toBe('INTERNAL_SERVER_ERROR');
    }
  });

  it('answers alike about what is absent and what is not for the caller', async () => {
    const manager = await as(server, 'registered-manager');
    const home = await (await as(server, 'team-manager')).query('team.view', {});
    const [other] = home.data.people;
    const forbidden = await manager.query('subject.view', { subjectId: other.person.id });
    const absent = await manager.query('subject.view', { subjectId: '7b2f4f0e-0000-4000-8000-000000000000' });
    expect(forbidden).toEqual(absent);
    expect(absent.code).toBe('NOT_FOUND');
    expect((await manager.query('duty.explain', { dutyId: other.lanes[0].current.id })).code).toBe('NOT_FOUND');
    expect((await manager.query('team.view', { team: 'SAFE' })).code).toBe('NOT_FOUND');
    expect((await manager.query('search.find', { text: other.person.label })).data.subjects).toEqual([]);
  });

  it('does not let one person log or correct for somebody else’s people, or for themselves', async () => {
    const manager = await as(server, 'registered-manager');
    const me = (await manager.query('me.get')).data.person.id;
    const other = (await (await as(server, 'team-manager')).query('team.view', {})).data.people[0].person.id;
    const values = { supervisor: me, kind: 'one-to-one', status: 'planned', plannedStartAt: '2030-01-07T10:00Z' };
    expect((await manager.mutate('supervision.log', { values: { ...values, supervisee: other }, children: [] })).code).toBe(
      'NOT_FOUND',
    );
    expect(
      (await manager.mutate('supervision.log', { values: { ...values, supervisee: me, supervisor: other }, children: [] })).code,
    ).toBe('NOT_FOUND');
    const pair = { supervisee: other, supervisor: me, capacity: 'designated', from: '2026-01-01' };
    expect((await manager.mutate('facts.record', { kind: 'supervision-pair', values: pair })).code).toBe('NOT_FOUND');
  });
});
