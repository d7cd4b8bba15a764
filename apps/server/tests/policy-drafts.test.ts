import { checkDuties } from '@plumbline/database';
import { contentHash, parsePack } from '@plumbline/domain/policy';
import { loadPack } from '@plumbline/policies';
import { readPackText } from '@plumbline/policies/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, type Client } from './_client.ts';

let server: TestServer;
let author: Client;
let publisher: Client;
let today: string;

beforeAll(async () => {
  server = await startForTests();
  author = await as(server, 'principal-social-worker');
  publisher = await as(server, 'service-manager');
  today = (await author.query('me.get')).data.today;
});
afterAll(() => server.stop());

const wirral = loadPack('wirral');

async function begin(from: object = { kind: 'in-force' }): Promise<Loose> {
  const { data } = await author.mutate('policyDrafts.start', { from, title: 'A draft' });
  return (await author.query('policyDrafts.get', { draftId: data.draftId })).data;
}

async function ruleAt(draft: Loose, test: (rule: Loose) => boolean): Promise<number> {
  return draft.pack.rules.findIndex(test);
}

/** Offers a draft as it stands; today, and with the next number, unless said otherwise. */
async function offer(draft: Loose, changes: object = {}): Promise<Loose> {
  const { version, suggestedVersion } = (await author.query('policyDrafts.get', { draftId: draft.id })).data;
  const terms = { version: suggestedVersion ?? '9.0.0', validFrom: today, note: 'What changes, and why.', ...changes };
  return await author.mutate('policyDrafts.offer', { draftId: draft.id, baseVersion: version, ...terms });
}

const publish = (offered: Loose, approvesReadings = true): Promise<Loose> =>
  publisher.mutate('policyDrafts.publish', { draftId: offered.data.id, baseVersion: offered.data.version, approvesReadings });

describe('drafts', () => {
  it('begin blank, from the policy in force, from another council and from a file', async () => {
    const inForce = await begin();
    expect([inForce.origin, inForce.base, inForce.isWellFormed]).toEqual(['in-force', wirral.version, true]);
    const blank = await begin({ kind: 'blank' });
    expect([blank.pack.id, blank.pack.rules.length]).toEqual(['wirral', 2]);
    const kent = await begin({ kind: 'shelf', id: 'kent' });
    expect([kent.pack.id, kent.pack.council]).toEqual(['wirral', wirral.council]);
    expect(kent.pack.interpretations.every((one: Loose) => one.approvedBy === null)).toBe(true);
    expect([kent.pack.state, kent.pack.validFrom, kent.pack.banners]).toEqual(['draft', today, undefined]);
    const national = await begin({ kind: 'shelf', id: 'national' });
    expect([national.pack.id, national.pack.council, national.isWellFormed]).toEqual(['wirral', wirral.council, true]);
    expect(national.pack.rules.map((rule: Loose) => rule.id)).toContain('LGA-5.4');
    expect(national.pack.stateNote).toContain('National employer standard');
    const file = await begin({ kind: 'text', fileName: 'a.yaml', text: 'format: plumbline-policy/1\nrules: []\n' });
    expect([file.isWellFormed, file.sourceText !== null, file.remarks[0].severity]).toEqual([false, true, 'malformed']);
    const none = await author.mutate('policyDrafts.start', { from: { kind: 'text', fileName: 'a', text: 'a: [' }, title: 'x' });
    expect(none.problem?.fields?.['file']).toMatch(/^a, line 1: /);
    const list = await author.mutate('policyDrafts.start', {
      from: { kind: 'text', fileName: 'l.yaml', text: '- a\n' },
      title: 'x',
    });
    expect(list.problem?.fields?.['file']).toBe('l.yaml, line 1: ["a"] is not a group of fields.');
  });

  it('are saved part by part; whoever saves upon an older version is told both', async () => {
    const draft = await begin();
    const at = await ruleAt(draft, (rule) => rule.kind === 'cadence');
    const edits = [{ op: 'set', path: ['rules', at, 'every'], value: { weeks: 5 } }];
    const saved = await author.mutate('policyDrafts.save', { draftId: draft.id, baseVersion: draft.version, edits });
    expect(saved.data.version).toBe(draft.version + 1);
    const late = await author.mutate('policyDrafts.save', { draftId: draft.id, baseVersion: draft.version, edits });
    expect(late).toMatchObject({ code: 'CONFLICT', problem: { kind: 'out-of-date', yourVersion: 1, currentVersion: 2 } });
    const { data } = await author.query('policyDrafts.get', { draftId: draft.id });
    expect(data.pack.rules[at].every).toEqual({ weeks: 5 });
  });

  it('say what is wrong at the rule, and keep what is typed as text with its slips', async () => {
    const draft = await begin();
    const set = (path: unknown[], value: unknown, baseVersion: number) =>
      author.mutate('policyDrafts.save', { draftId: draft.id, baseVersion, edits: [{ op: 'set', path, value }] });
    const wrong = await set(['rules', 0, 'strength'], 'shall', 1);
    expect(wrong.data.remarks[0]).toMatchObject({ severity: 'malformed', path: 'rules.0.strength', rule: wirral.rules[0]?.id });
    const { data: typed } = await author.query('policyDrafts.text', { draftId: draft.id });
    const text = `${typed.text}\nbroken: [`;
    const saved = await author.mutate('policyDrafts.saveText', { draftId: draft.id, baseVersion: 2, text });
    expect(saved.data.isWellFormed).toBe(false);
    expect(saved.data.remarks[0].line).toBeGreaterThan(100);
    expect((await author.query('policyDrafts.text', { draftId: draft.id })).data).toMatchObject({ text, isAsTyped: true });
  });

  it.each([
    [[{ op: 'set', path: ['__proto__', 'x'], value: 1 }]],
    [[{ op: 'set', path: ['rules', 99_999, 'says'], value: 'x' }]],
    [[{ op: 'insert', path: ['rules', 'x'], value: {} }]],
    [[{ op: 'set', path: ['title', 'x'], value: 1 }]],
  ])('refuse a change of what is not there: %j', async (edits) => {
    const draft = await begin();
    expect(await author.mutate('policyDrafts.save', { draftId: draft.id, baseVersion: 1, edits })).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('show only to those who work on them, and to those who publish once they are offered', async () => {
    const draft = await begin();
    expect((await publisher.query('policyDrafts.get', { draftId: draft.id })).code).toBe('NOT_FOUND');
    expect((await (await as(server, 'team-manager')).query('policyDrafts.get', { draftId: draft.id })).code).toBe('FORBIDDEN');
    const offered = await offer(draft);
    expect((await publisher.query('policyDrafts.get', { draftId: draft.id })).data.hindrance).toBeNull();
    expect((await author.query('policyDrafts.get', { draftId: draft.id })).data).toMatchObject({
      hindrance: 'worked-on-it',
      mayEdit: false,
    });
    const back = await publisher.mutate('policyDrafts.takeBack', { draftId: draft.id, baseVersion: offered.data.version });
    expect(back.data.state).toBe('open');
  });
});

describe('what a draft would change', () => {
  it('is worked out over the real people, rule by rule, with the rows behind', async () => {
    const draft = await begin();
    const loosened = draft.pack.rules.map((one: Loose) => (one.kind === 'cadence' ? { ...one, every: { years: 3 } } : one));
    await author.mutate('policyDrafts.save', {
      draftId: draft.id,
      baseVersion: 1,
      edits: [{ op: 'set', path: ['rules'], value: loosened }],
    });
    const done = await untilDone(draft.id);
    expect(done).toMatchObject({ state: 'done', people: expect.any(Number), unchanged: expect.any(Number) });
    expect(done.totals.later).toBeGreaterThan(10);
    expect(done.totals.hidden).toBeGreaterThan(0);
    expect(done.totals.new + done.totals.earlier).toBe(0);
    const hidden = await author.query('policyDrafts.changedRows', { draftId: draft.id, change: 'hidden', offset: 0 });
    expect(hidden.data.total).toBe(done.totals.hidden);
    expect(hidden.data.rows[0]).toMatchObject({ isHidden: true, change: 'later', daysLateBefore: expect.any(Number) });
  });

  it('is nothing where the draft says the same', async () => {
    const draft = await begin();
    const done = await untilDone(draft.id);
    expect(done.totals).toEqual({ new: 0, gone: 0, earlier: 0, later: 0, notKnown: 0, hidden: 0 });
    expect(done.unchanged).toBeGreaterThan(50);
    expect(done.firstDay).toMatchObject({ ends: 0, endsLate: 0, begins: 0 });
  });

  async function untilDone(draftId: string): Promise<Loose> {
    for (;;) {
      const { data } = await author.query('policyDrafts.changes', { draftId });
      if (data.state !== 'working') return data;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

describe('publishing', () => {
  it('is done by a second person, and everything due follows', async () => {
    const draft = await begin();
    const edits = [{ op: 'set', path: ['title'], value: 'Wirral, second edition' }];
    await author.mutate('policyDrafts.save', { draftId: draft.id, baseVersion: 1, edits });
    const offered = await offer(draft);
    const alone = await author.mutate('policyDrafts.publish', {
      draftId: draft.id,
      baseVersion: offered.data.version,
      approvesReadings: true,
    });
    expect(alone.data).toMatchObject({
      isPublished: false,
      refusals: expect.arrayContaining([expect.objectContaining({ kind: 'same-person' })]),
    });
    const unapproved = await publish(offered, false);
    expect(unapproved.data.refusals[0]).toMatchObject({ kind: 'unapproved', file: 'wirral.yaml', path: 'interpretations.0' });
    expect((await author.query('policy.versions')).data.versions).toHaveLength(1);
    const published = await publish(offered);
    expect(published.data).toMatchObject({ isPublished: true, validFrom: today });
    const { versions } = (await author.query('policy.versions')).data;
    expect(versions.map((one: Loose) => [one.number, one.state, one.title])).toEqual([
      [2, 'in-force', 'Wirral, second edition'],
      [1, 'past', wirral.title],
    ]);
    expect(versions[0]).toMatchObject({ publishedBy: { name: expect.any(String) }, draftedBy: [{ name: expect.any(String) }] });
    expect((await author.query('me.get')).data.policy.title).toBe('Wirral, second edition');
    expect(await checkDuties(server.running.store.database, await councilId())).toMatchObject({ differences: 0 });
  });

  it.each([
    ['a day in the past without a reason', { validFrom: '2026-01-01' }, 'misdated', 'validFrom'],
    ['a number that is taken', { version: '1.0.0' }, 'version', 'version'],
  ])('is refused for %s', async (_what, terms, kind, path) => {
    const refused = await publish(await offer(await begin(), terms));
    expect(refused.data.isPublished).toBe(false);
    expect(refused.data.refusals.map((one: Loose) => [one.kind, one.path])).toContainEqual([kind, path]);
  });

  it('is refused for a circle, a slip of shape and too many rules, with rule and line', async () => {
    const before = (await author.query('policy.versions')).data.versions.length;
    const circle = await begin();
    const cadences = circle.pack.rules.filter((rule: Loose) => rule.kind === 'cadence' && rule.series === 'own-supervision');
    const [a, b] = cadences;
    const place = (id: string) => circle.pack.rules.findIndex((rule: Loose) => rule.id === id);
    const edits = [
      { op: 'set', path: ['rules', place(a.id), 'relaxes'], value: [b.id] },
      { op: 'set', path: ['rules', place(b.id), 'relaxes'], value: [a.id] },
    ];
    await author.mutate('policyDrafts.save', { draftId: circle.id, baseVersion: 1, edits });
    expect((await publish(await offer(circle))).data.refusals).toContainEqual(
      expect.objectContaining({ kind: 'circular', rule: expect.stringMatching(new RegExp(`${a.id}|${b.id}`)) }),
    );
    const malformed = await begin();
    const { data } = await author.query('policyDrafts.text', { draftId: malformed.id });
    await author.mutate('policyDrafts.saveText', {
      draftId: malformed.id,
      baseVersion: 1,
      text: data.text.replace('strength: must', 'strength: shall'),
    });
    expect((await publish(await offer(malformed, { version: '9.0.0' }))).data.refusals[0]).toMatchObject({
      kind: 'malformed',
      line: expect.any(Number),
      rule: expect.any(String),
    });
    const large = await begin();
    const rules = Array.from({ length: 5001 }, (_, i) => ({ ...a, id: `R-${i}` }));
    const text = JSON.stringify({
      ...large.pack,
      rules: [...large.pack.rules.filter((rule: Loose) => rule.kind === 'counting'), ...rules.map(({ id }) => ({ ...a, id }))],
      series: large.pack.series,
    });
    expect(text.length).toBeGreaterThan(900_000);
    expect(
      (await author.mutate('policyDrafts.saveText', { draftId: large.id, baseVersion: 1, text })).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await author.query('policy.versions')).data.versions).toHaveLength(before);
  });
});

describe('a switched convention and a reading', () => {
  it('say who, when and why, and show what they change before it is done', async () => {
    const draft = await begin({
      kind: 'convention',
      name: 'phaseBoundary',
      value: 'open-at-end',
      because: 'The practice board decided so.',
    });
    expect(draft.pack.conventions.phaseBoundary).toMatchObject({
      value: 'open-at-end',
      switched: { from: 'closed-at-end', by: expect.any(String), on: today, because: 'The practice board decided so.' },
    });
    const none = await author.mutate('policyDrafts.start', {
      from: { kind: 'reading', id: 'NO-SUCH', because: 'None.' },
      title: 'x',
    });
    expect(none.code).toBe('BAD_REQUEST');
  });
});

describe('marking as read', () => {
  it('is asked once a version, of everybody', async () => {
    const worker = await as(server, 'social-worker');
    const before = (await worker.query('policy.reading')).data;
    expect(before.hasRead).toBe(false);
    expect((await worker.mutate('policy.markRead', { contentHash: before.contentHash })).data.hasRead).toBe(true);
    expect((await worker.mutate('policy.markRead', { contentHash: before.contentHash })).data.hasRead).toBe(true);
    expect((await worker.query('policy.reading')).data.hasRead).toBe(true);
    expect((await worker.mutate('policy.markRead', { contentHash: 'a'.repeat(64) })).code).toBe('CONFLICT');
    expect((await worker.query('policy.readers')).code).toBe('FORBIDDEN');
    const all = (await author.query('policy.readers')).data;
    const some = (await (await as(server, 'team-manager')).query('policy.readers')).data;
    expect(all.people.length).toBeGreaterThan(some.people.length);
    expect(all.people.filter((one: Loose) => one.readAt !== null)).toHaveLength(1);
    expect(some.people.length).toBeGreaterThan(2);
  });
});

async function councilId(): Promise<string> {
  return (await author.query('me.get')).data.council.id;
}

describe('a text of the policy in force', () => {
  it('read again has the same hash', async () => {
    const draft = await begin();
    const { data } = await author.query('policyDrafts.text', { draftId: draft.id });
    const parsed = parsePack(draft.pack);
    expect(readPackText(data.text).pack).not.toBeNull();
    expect(parsed.ok ? contentHash(parsed.pack) : '').toBe(contentHash(readPackText(data.text).pack!));
  });
});
