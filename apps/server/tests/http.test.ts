import { randomUUID } from 'node:crypto';
import { checkDuties, listCouncils } from '@plumbline/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAILURES_ALLOWED } from '../src/sign-in/lock-out.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client, type Answer } from './_client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startForTests();
});
afterAll(() => server.stop());

describe('signing in', () => {
  it('works with a user name for staff without an address, and keeps the cookie from scripts and other sites', async () => {
    const carer = new Client(server);
    const response = await carer.signIn(server.cast['residential-carer'].username, server.password);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(response.status).toBe(200);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Max-Age=900/i);
    expect(await response.text()).not.toContain('token');
    expect((await carer.query('me.get')).data.roles).toEqual(['residential-carer']);
  });

  it('says the same about a wrong password and a name that nobody has, and locks both', async () => {
    const someone = new Client(server);
    const known = server.cast['social-worker'].username;
    for (const name of [known, 'nobody.at.all']) {
      const answers = new Set<string>();
      for (let i = 0; i < FAILURES_ALLOWED; i += 1) {
        const response = await someone.signIn(name, `wrong-${i}-password`);
        answers.add(`${response.status} ${((await response.json()) as { code: string }).code}`);
      }
      expect([...answers]).toEqual(['401 INVALID_USERNAME_OR_PASSWORD']);
      expect((await someone.signIn(name, server.password)).status).toBe(429);
    }
  });

  it('ends at once when somebody signs out', async () => {
    const client = await as(server, 'principal-social-worker');
    expect(
      (await client.fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(200);
    expect((await client.query('me.get')).code).toBe('UNAUTHORIZED');
  });

  it('can be done again over an old session, as a browser sends it', async () => {
    const client = await as(server, 'residential-carer');
    const body = JSON.stringify({ username: server.cast.administrator.username, password: server.password });
    const headers = { 'content-type': 'application/json', origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await client.fetch('/api/auth/sign-in/username', { method: 'POST', headers, body })).status).toBe(200);
    expect((await client.fetch('/api/auth/sign-out', { method: 'POST', headers, body: '{}' })).status).toBe(200);
  });

  it('ends after ten hours however busy somebody was', async () => {
    const client = await as(server, 'service-manager');
    const { db, schema } = server.running.store.identity;
    await db.update(schema.session).set({ createdAt: new Date(Date.now() - 601 * 60_000) });
    expect((await client.query('me.get')).code).toBe('UNAUTHORIZED');
    await db.delete(schema.session);
  });

  it('has no way to sign up or to ask for what is not open', async () => {
    const body = JSON.stringify({ email: 'x@example.invalid', password: 'long-enough-password', name: 'X', username: 'xyz' });
    for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'is-username-available', 'request-password-reset']) {
      const response = await new Client(server).fetch(`/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });
});

describe('headers', () => {
  it('gives every page a nonce of its own and lets it load nothing from elsewhere', async () => {
    const [first, second] = await Promise.all([new Client(server).fetch('/team'), new Client(server).fetch('/team')]);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeDefined();
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
    const html = await first.text();
    // Where the pages are not built there is a page that says so, without styles.
    expect(html.includes(`content="${nonce}"`)).toBe(first.status === 200);
    expect(html).not.toContain('__STYLE_NONCE__');
  });

  it('tells browsers with every answer, pages, files and data alike, to keep to themselves', async () => {
    for (const path of ['/', '/favicon.svg', '/api/health', '/api/nothing', '/assets/nothing.js']) {
      const { headers } = await new Client(server).fetch(path);
      const said = Object.fromEntries(
        [
          'x-frame-options',
          'x-content-type-options',
          'referrer-policy',
          'cross-origin-opener-policy',
          'cross-origin-resource-policy',
          'cross-origin-embedder-policy',
          'x-powered-by',
          'server',
        ].map((name) => [name, headers.get(name)]),
      );
      expect(said, path).toEqual({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-powered-by': null,
        server: null,
      });
      expect(headers.get('permissions-policy'), path).toContain('camera=()');
    }
  });

  it('keeps data out of caches and refuses calls that another site sends', async () => {
    const client = await as(server, 'administrator');
    const read = await client.fetch('/api/trpc/me.get');
    expect(read.headers.get('cache-control')).toBe('no-store');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    const foreign = await client.fetch('/api/trpc/feeds.set', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: '{}',
    });
    expect(foreign.status).toBe(403);
  });

  it('tells no caller where a failure comes from', async () => {
    const answer = await (await new Client(server).fetch('/api/trpc/me.get')).text();
    expect(answer).not.toMatch(/stack|\.ts|node_modules/);
  });
});

describe('logging a supervision', () => {
  it('changes what is due in the same moment, counts a child only once it is on the file, and does it once', async () => {
    const manager = await as(server, 'team-manager');
    const me = (await manager.query('me.get')).data.person.id;
    const team = (await manager.query('team.view', {})).data;
    const worker = team.people.find((person: Loose) =>
      person.children.some((lane: Loose) => lane.current?.finding === 'overdue'),
    );
    const lane = worker.children.find((child: Loose) => child.current?.finding === 'overdue');
    const startedAt = `${new Date(Date.now() - 2 * 3_600_000).toISOString().slice(0, 16)}Z`;
    const input = {
      idempotencyKey: randomUUID(),
      values: {
        supervisee: worker.person.id,
        supervisor: me,
        kind: 'one-to-one',
        status: 'held',
        plannedStartAt: startedAt,
        startedAt,
        minutes: 95,
      },
      children: [{ childId: lane.subject.id, filedAt: null, summarySentAt: null }],
    };
    const logged = await manager.mutate('supervision.log', input);
    expect(logged.status).toBe(200);
    const own = logged.data.changed.find((row: Loose) => row.series === 'own-supervision');
    expect(own.finding).toBe('due');
    expect(logged.data.changed.find((row: Loose) => row.series === 'case-supervision').finding).toBe('overdue');

    const again = await manager.mutate('supervision.log', input);
    expect(again.data.sessionId).toBe(logged.data.sessionId);
    const other = await manager.mutate('supervision.log', { ...input, values: { ...input.values, minutes: 60 } });
    expect(other.problem?.kind).toBe('same-key-other-request');

    const detail = await manager.query('supervision.get', { sessionId: logged.data.sessionId });
    const [discussion] = detail.data.children;
    expect(discussion.filedAt).toBeNull();
    const filed = await manager.mutate('supervision.file', {
      discussionId: discussion.id,
      filedAt: `${new Date().toISOString().slice(0, 16)}Z`,
    });
    expect(filed.status).toBe(200);
    expect(
      filed.data.changed.find((row: Loose) => row.subject.id === lane.subject.id && row.series === 'case-supervision').finding,
    ).toBe('due');
    const explained = await manager.query('duty.explain', { dutyId: own.id });
    expect(explained.data.steps.length).toBeGreaterThan(1);
    expect(Object.keys(explained.data.names).length).toBeLessThan(6);
  });

  it('refuses a change to a version that is no longer the latest, with both versions', async () => {
    const manager = await as(server, 'team-manager');
    const view = (await manager.query('team.view', {})).data;
    const person = view.people[0].person.id;
    const values = { person, from: '2026-01-05', to: '2026-01-06' };
    const recorded = await manager.mutate('facts.record', { kind: 'absence', values });
    expect(recorded.status).toBe(200);
    const corrected = await manager.mutate('facts.correct', {
      factId: recorded.data.id,
      baseVersion: 1,
      values: { ...values, to: '2026-01-07' },
    });
    expect(corrected.data.version).toBe(2);
    const late = await manager.mutate('facts.correct', {
      factId: recorded.data.id,
      baseVersion: 1,
      values: { ...values, to: '2026-01-08' },
    });
    expect([late.status, late.problem]).toEqual([409, { kind: 'out-of-date', yourVersion: 1, currentVersion: 2 }]);
    const history = await manager.query('facts.history', { factId: recorded.data.id });
    expect(history.data.map((row: Loose) => row.version)).toEqual([2, 1]);
    const overlap = await manager.mutate('facts.record', { kind: 'absence', values: { person, from: '2026-01-06' } });
    expect(overlap.problem?.kind).toBe('not-valid');
    const gone = await manager.mutate('facts.withdraw', {
      factId: recorded.data.id,
      baseVersion: 2,
      because: 'Recorded for the wrong person',
    });
    expect(gone.data.isCurrent).toBe(false);
  });
});

describe('a long answer', () => {
  it('comes compressed, as a browser takes it', async () => {
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    const answer = await (await as(server, 'team-manager')).fetch('/api/trpc/team.view?input=%7B%7D', { headers });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toMatch(/"people":\[\{/);
  });
});

describe('a past day', () => {
  it('is answered as known now and as known then', async () => {
    const manager = await as(server, 'team-manager');
    const on = new Date(Date.now() - 80 * 86_400_000).toISOString().slice(0, 10);
    const now = (await manager.query('team.view', { on })).data;
    const then = (await manager.query('team.view', { on, knownOn: on })).data;
    expect([now.on, now.knownOn, then.on, then.knownOn]).toEqual([on, null, on, on]);
    expect(then.people.length).toBeGreaterThan(0);
    const service = await manager.query('service.view', { on, knownOn: on });
    expect(service.data.teams[0].people).toBeGreaterThan(0);
    const rows = await manager.query('service.rows', { on, knownOn: on, offset: 0 });
    expect(rows.data.rows.length).toBeGreaterThan(0);
    const [row] = rows.data.rows;
    expect((await manager.query('duty.explain', { dutyId: row.id, on, knownOn: on })).data.finding).toBe(row.finding);
  });
});

describe('a figure', () => {
  it('opens to as many rows as it says: what fell due in three months and was late', async () => {
    const manager = await as(server, 'service-manager');
    const view = (await manager.query('service.view', {})).data;
    const months = view.months.slice(-4, -1);
    const late = months.reduce((sum: number, month: Loose) => sum + month.late, 0);
    const rows = await manager.query('service.rows', { finding: ['met-late'], offset: 0 });
    expect(late).toBeGreaterThan(0);
    expect(rows.data.total).toBe(late);
    const due = months.reduce((sum: number, month: Loose) => sum + month.due, 0);
    const [dueFrom, dueTo] = [
      months[0].month,
      `${months[2].month.slice(0, 8)}31`.replace(/-(04|06|09|11)-31/, '-$1-30').replace('-02-31', '-02-28'),
    ];
    const all = await manager.query('service.rows', {
      finding: ['met', 'met-late', 'excused', 'overdue', 'breached'],
      dueFrom,
      dueTo,
      offset: 0,
    });
    expect(all.data.total).toBe(due);
  });

  it('opens to what is overdue now', async () => {
    const manager = await as(server, 'service-manager');
    const view = (await manager.query('service.view', {})).data;
    const overdue = Object.values(view.totals as Record<string, { overdue: number }>).reduce(
      (sum, counts) => sum + counts.overdue,
      0,
    );
    expect((await manager.query('service.rows', { finding: ['overdue'], offset: 0 })).data.total).toBe(overdue);
  });
});

describe('bringing in a file', () => {
  it('reads it, says what it would change, applies it once, and finds nothing to change the second time', async () => {
    const admin = await as(server, 'administrator');
    const csv = 'Staff number,From,To,Half days\r\nS1003,02/02/2026,03/02/2026,no\r\n';
    const id = await upload(admin, 'absence', 'absences.csv', csv);
    const read = await settled(admin, id);
    expect([read.state, read.rows, read.changes.added]).toEqual(['ready', 1, 1]);
    expect((await admin.query('imports.preview', { importId: id, offset: 0 })).data.rows[0].change).toBe('added');
    expect((await applyAsShown(admin, read)).status).toBe(200);
    expect((await settled(admin, id)).state).toBe('applied');
    const again = await settled(admin, await upload(admin, 'absence', 'absences.csv', csv));
    expect(again.changes).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect((await admin.mutate('imports.discard', { importId: again.id })).data.state).toBe('discarded');
  });

  it('says row by row what is wrong, and changes nothing', async () => {
    const admin = await as(server, 'administrator');
    const id = await upload(
      admin,
      'absence',
      'bad.csv',
      'Staff number,From,To\nS1003,31/02/2026,\nS9999,01/03/2026,01/02/2026\n',
    );
    const read = await settled(admin, id);
    expect(read.state).toBe('has-problems');
    const problems = (await admin.query('imports.problems', { importId: id, offset: 0 })).data;
    expect(problems.total).toBeGreaterThanOrEqual(2);
    expect(problems.rows.every((row: Loose) => row.says.length > 10)).toBe(true);
    expect((await applyAsShown(admin, read)).problem?.kind).toBe('wrong-state');
  });

  it('maps a code once and reads the waiting file again', async () => {
    const admin = await as(server, 'administrator');
    const child = (await (await as(server, 'team-manager')).query('team.view', {})).data.people.flatMap(
      (person: Loose) => person.children,
    )[0].subject.label;
    const id = await upload(admin, 'child-flag', 'flags.csv', `Case reference,Flag,From\n${child},STBL-1,01/02/2026\n`);
    const waiting = await settled(admin, id);
    expect([waiting.state, waiting.unmapped]).toEqual(['needs-mapping', [{ column: 'flag', theirs: 'STBL-1', count: 1 }]]);
    expect(
      (await admin.mutate('codes.set', { kind: 'child-flag', column: 'flag', theirs: 'STBL-1', ours: 'stable' })).status,
    ).toBe(200);
    expect((await settled(admin, id)).state).toBe('ready');
  });

  it('takes a file that leaves most out for half a file, and ends nothing without a yes', async () => {
    const admin = await as(server, 'administrator');
    const [post] = (await admin.query('facts.list', { kind: 'post', offset: 0 })).data.rows;
    const { person, post: number, from, role, team } = post.values;
    const csv = `Staff number,Post number,From,Role,Team code\n${person},${number},${from},${role},${team}\n`;
    const read = await settled(admin, await upload(admin, 'post', 'posts.csv', csv));
    expect([read.state, read.changes.ended > 20]).toEqual(['ready', true]);
    expect(read.concerns.map((concern: Loose) => concern.kind)).toEqual(['ends-many']);
    expect((await applyAsShown(admin, read)).data.state).toBe('ready');
    expect((await admin.mutate('imports.discard', { importId: read.id })).data.state).toBe('discarded');
  });

  it('ends nothing where a file is said to be only part of a list', async () => {
    const admin = await as(server, 'administrator');
    const template = await (await admin.fetch('/api/imports/template/child.csv')).text();
    const headings = template.trim().split(',');
    const row = headings.map((heading) =>
      heading === 'Case reference' ? 'C99001' : heading === 'Opened on' ? '2026-01-05' : '',
    );
    const importId = await upload(admin, 'child', 'part.csv', `${headings.join(',')}\n${row.join(',')}\n`, 'part');
    const view = await settled(admin, importId);
    expect(view).toMatchObject({ state: 'ready', changes: { added: 1, ended: 0 } });
  });

  it('says what a file that is no table is, and refuses a kind that there is none of', async () => {
    const admin = await as(server, 'administrator');
    const read = await settled(admin, await upload(admin, 'person', 'people.pdf', '%PDF-1.7 not a table'));
    expect([read.state, read.failure.length > 20]).toEqual(['failed', true]);
    expect(
      (
        await admin.fetch('/api/imports/upload?kind=nonsense', {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: 'a',
        })
      ).status,
    ).toBe(400);
  });

  it('offers an empty file with the right headings', async () => {
    const admin = await as(server, 'administrator');
    const response = await admin.fetch('/api/imports/template/absence.csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toContain('Staff number');
    expect((await admin.fetch('/api/imports/template/nothing.csv')).status).toBe(404);
  });
});

it('leaves no difference between what is stored and what the facts give', async () => {
  const { database } = server.running.services;
  for (const council of await listCouncils(database)) expect((await checkDuties(database, council.id)).examples).toEqual([]);
});

async function upload(client: Client, kind: string, name: string, text: string, list = 'whole'): Promise<string> {
  const headers = { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(name) };
  const response = await client.fetch(`/api/imports/upload?kind=${kind}&list=${list}`, { method: 'POST', headers, body: text });
  expect(response.status).toBe(200);
  return ((await response.json()) as { importId: string }).importId;
}

async function applyAsShown(client: Client, { id, basis }: Loose): Promise<Answer<Loose>> {
  return await client.mutate('imports.applyFile', { importId: id, basis, agreed: [] });
}

async function settled(client: Client, importId: string): Promise<Loose> {
  for (;;) {
    const view = (await client.query('imports.get', { importId })).data;
    if (view.state !== 'reading' && view.state !== 'applying') return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
