import { randomUUID } from 'node:crypto';
import type { Role } from '@plumbline/domain/access';
import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './_council.ts';

const person = (ref: string, name = `Name ${ref}`): AnyFact => ({ person: ref, name, employedFrom: '2020-01-06' });
const post = (ref: string, team: string, lineManager: string | null, from = '2020-01-06', to: string | null = null): AnyFact => ({
  person: ref,
  post: `P-${ref}-${from}`,
  team,
  lineManager,
  from,
  to,
  role: 'social-worker',
});
const pair = (supervisee: string, supervisor: string, to: string | null = null, from = '2021-01-04'): AnyFact => ({
  supervisee,
  supervisor,
  capacity: 'designated',
  from,
  to,
});
const allocation = (child: string, worker: string, from: string, endedOn: string | null = null): AnyFact => ({
  child,
  worker,
  allocatedAt: `${from}T09:00Z`,
  endedOn,
});

/**
 * Two teams. LEAD manages the first; SENIOR, a social worker, supervises PRACTISER there, who supervises STUDENT. MOVED was
 * supervised by SENIOR until May and works in the second team since, as does the child K-MOVED whose case they held.
 */
const FACTS = {
  team: [
    { team: 'ONE', name: 'First', service: 'North' },
    { team: 'TWO', name: 'Second', service: 'South' },
  ],
  person: ['LEAD', 'OTHERLEAD', 'SENIOR', 'PRACTISER', 'STUDENT', 'MOVED', 'ADMIN'].map((ref) => person(ref)),
  post: [
    post('LEAD', 'ONE', null),
    post('OTHERLEAD', 'TWO', null),
    post('SENIOR', 'ONE', 'LEAD'),
    post('PRACTISER', 'ONE', 'LEAD'),
    post('STUDENT', 'TWO', null),
    post('MOVED', 'ONE', 'LEAD', '2020-01-06', '2026-05-10'),
    post('MOVED', 'TWO', 'OTHERLEAD', '2026-05-11'),
    post('ADMIN', 'TWO', 'OTHERLEAD'),
  ],
  'supervision-pair': [
    pair('SENIOR', 'LEAD'),
    pair('PRACTISER', 'SENIOR'),
    pair('STUDENT', 'PRACTISER'),
    pair('MOVED', 'SENIOR', '2026-05-10'),
    pair('MOVED', 'OTHERLEAD', null, '2026-05-11'),
    pair('ADMIN', 'OTHERLEAD'),
  ],
  child: ['K-MOVED', 'K-PRACTISER', 'K-PASSED'].map((child) => ({ child, openedOn: '2025-06-02' })),
  allocation: [
    allocation('K-MOVED', 'MOVED', '2025-06-02'),
    allocation('K-PRACTISER', 'PRACTISER', '2025-06-02'),
    allocation('K-PASSED', 'MOVED', '2025-06-02', '2026-04-30'),
    allocation('K-PASSED', 'PRACTISER', '2026-05-01'),
  ],
  session: [
    {
      session: 'SUP-1',
      supervisee: 'MOVED',
      supervisor: 'SENIOR',
      kind: 'one-to-one',
      status: 'interrupted',
      plannedStartAt: '2026-04-20T10:00Z',
      startedAt: '2026-04-20T10:00Z',
      minutes: 40,
      reason: 'Taken ill',
    },
    {
      session: 'SUP-2',
      supervisee: 'MOVED',
      supervisor: 'SENIOR',
      kind: 'one-to-one',
      status: 'planned',
      plannedStartAt: '2026-05-08T10:00Z',
    },
  ],
  confirmation: [
    { confirmation: 'CF-1', rule: 'WIR-1', session: 'SUP-1', on: '2026-05-02', answer: 'yes', confirmedBy: 'SENIOR' },
  ],
  discussion: [{ child: 'K-PASSED', session: 'SUP-1', discussedOn: '2026-04-20' }],
};

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(FACTS);
});
afterAll(() => office.close());

const key = () => ({ idempotencyKey: randomUUID() });
const problem = (kind: string) => expect.objectContaining({ message: kind });

describe('whoever supervised somebody until last month', () => {
  it('no longer sees them on a day on which they did', async () => {
    const senior = office.as('SENIOR', 'social-worker');
    const view = await senior.team.view({ on: '2026-04-15' });
    expect(view.people.map((lanes) => lanes.person.label)).toEqual(['Name PRACTISER']);
    expect(JSON.stringify(view)).not.toContain('K-MOVED');
  });

  it('is not told on the first page what became of a supervision with them', async () => {
    const senior = office.as('SENIOR', 'social-worker');
    const { needs } = await senior.home.get();
    expect(needs.filter((need) => need.kind === 'outcome-missing')).toEqual([]);
  });
});

describe('whoever supervises a supervisor', () => {
  it('sees for whom these answer only where they answer for them too', async () => {
    const [practiser] = await office.ids('person', 'PRACTISER');
    const [student] = await office.ids('person', 'STUDENT');
    const senior = office.as('SENIOR', 'social-worker');
    await expect(senior.subject.view({ subjectId: student ?? '' })).rejects.toEqual(problem('not-found'));
    expect((await senior.team.view({ supervisorId: practiser })).people).toEqual([]);
    const [senior_] = await office.ids('person', 'SENIOR');
    const lead = office.as('LEAD', 'team-manager');
    expect((await lead.team.view({ supervisorId: senior_ })).people.map((lanes) => lanes.person.label)).toEqual([
      'Name PRACTISER',
    ]);
  });
});

describe('what is recorded about somebody', () => {
  async function listed(reader: string, role: Role, kind: FactKindName, about: string, column: string): Promise<unknown[]> {
    const [subjectId] = await office.ids('person', about);
    const page = await office.as(reader, role).facts.list({ kind, subjectId });
    expect(page.total).toBe(page.rows.length);
    return page.rows.map(({ values }) => values[column]).toSorted();
  }

  it('names nobody else who is out of reach: whom they supervise, or supervised once', async () => {
    expect(await listed('SENIOR', 'social-worker', 'supervision-pair', 'PRACTISER', 'supervisee')).toEqual(['PRACTISER']);
    expect(await listed('SENIOR', 'social-worker', 'supervision-pair', 'SENIOR', 'supervisee')).toEqual(['PRACTISER', 'SENIOR']);
    expect(await listed('ADMIN', 'administrator', 'supervision-pair', 'SENIOR', 'supervisee')).toEqual([
      'MOVED',
      'PRACTISER',
      'SENIOR',
    ]);
  });

  it('names their children, and none that they passed on', async () => {
    expect(await listed('SENIOR', 'social-worker', 'allocation', 'PRACTISER', 'child')).toEqual(['K-PASSED', 'K-PRACTISER']);
    expect(await listed('OTHERLEAD', 'team-manager', 'allocation', 'MOVED', 'child')).toEqual(['K-MOVED']);
  });
});

describe('what was confirmed about a supervision', () => {
  it('is read by who answers for the supervisee, who is told of it', async () => {
    const [confirmed] = (await office.as('ADMIN', 'administrator').facts.list({ kind: 'confirmation' })).rows;
    const factId = confirmed?.id ?? '';
    await expect(office.as('SENIOR', 'social-worker').facts.history({ factId })).rejects.toEqual(problem('not-found'));
    const looks = async () => (await office.as('MOVED', 'social-worker').mine.reads()).reduce((sum, { times }) => sum + times, 0);
    const before = await looks();
    expect(await office.as('OTHERLEAD', 'team-manager').facts.history({ factId })).toHaveLength(1);
    expect(await looks()).toBe(before + 1);
  });
});

describe('whoever holds a case now', () => {
  it('sees that the child was discussed before, and nothing of why that supervision was broken off', async () => {
    const [child] = await office.ids('child', 'K-PASSED');
    const view = await office.as('PRACTISER', 'social-worker').subject.view({ subjectId: child ?? '' });
    expect(view.sessions.map((session) => [session.children.length, session.reason])).toEqual([[1, null]]);
    const [moved] = await office.ids('person', 'MOVED');
    const own = await office.as('OTHERLEAD', 'team-manager').subject.view({ subjectId: moved ?? '' });
    expect(own.sessions.map((session) => session.reason)).toContain('Taken ill');
  });
});

describe('facts by hand', () => {
  it('are not recorded about oneself, not even by an administrator', async () => {
    const admin = office.as('ADMIN', 'administrator');
    const values = { person: 'ADMIN', from: '2026-06-01', to: '2026-06-02' };
    await expect(admin.facts.record({ kind: 'absence', values, ...key() })).rejects.toEqual(problem('not-found'));
    const other = await admin.facts.record({ kind: 'absence', values: { ...values, person: 'STUDENT' }, ...key() });
    expect(other.version).toBe(1);
    await expect(admin.facts.correct({ factId: other.id, baseVersion: 1, values, because: null, ...key() })).rejects.toEqual(
      problem('not-found'),
    );
  });

  it('show nobody what was recorded of somebody else before it was put right', async () => {
    const admin = office.as('ADMIN', 'administrator');
    const values = { person: 'MOVED', from: '2026-03-02', to: '2026-03-06' };
    const { id } = await admin.facts.record({ kind: 'absence', values, ...key() });
    await admin.facts.correct({
      factId: id,
      baseVersion: 1,
      values: { ...values, person: 'PRACTISER' },
      because: null,
      ...key(),
    });
    const lead = await office.as('LEAD', 'team-manager').facts.history({ factId: id });
    expect(lead.map((row) => row.version)).toEqual([2]);
    expect((await admin.facts.history({ factId: id })).map((row) => row.version)).toEqual([2, 1]);
  });

  it('give nobody a post in a team that the writer does not manage', async () => {
    const lead = office.as('LEAD', 'team-manager');
    const values = { person: 'SENIOR', post: 'P-9', from: '2026-06-01', role: 'team-manager', team: 'TWO' };
    await expect(lead.facts.record({ kind: 'post', values, ...key() })).rejects.toEqual(problem('not-valid'));
    expect((await lead.facts.record({ kind: 'post', values: { ...values, team: 'ONE' }, ...key() })).version).toBe(1);
  });

  it('give nobody a longer time in a team that the writer does not manage', async () => {
    const [subjectId] = await office.ids('person', 'MOVED');
    const lead = office.as('OTHERLEAD', 'team-manager');
    const { rows } = await lead.facts.list({ kind: 'post', subjectId });
    const before = rows.find(({ values }) => values['team'] === 'ONE');
    const correct = (changed: { to?: string; from?: string; fullTimeEquivalent?: number }) =>
      lead.facts.correct({
        factId: before?.id ?? '',
        baseVersion: 1,
        values: { ...(before?.values as Record<string, string | null>), ...changed },
        because: null,
        ...key(),
      });
    await expect(correct({ to: '2026-05-11' })).rejects.toEqual(problem('not-valid'));
    await expect(correct({ from: '2020-01-05' })).rejects.toEqual(problem('not-valid'));
    expect((await correct({ fullTimeEquivalent: 0.8 })).version).toBe(2);
  });

  it('take a person where a person belongs, and a child where a child does', async () => {
    const [child] = await office.ids('child', 'K-PRACTISER');
    const values = { supervisee: 'PRACTISER', supervisor: child ?? '', capacity: 'cover', from: '2026-06-01' };
    const lead = office.as('LEAD', 'team-manager');
    await expect(lead.facts.record({ kind: 'supervision-pair', values, ...key() })).rejects.toEqual(problem('not-valid'));
  });

  it('name nobody whom no one has recorded', async () => {
    const lead = office.as('LEAD', 'team-manager');
    const values = { supervisee: 'PRACTISER', supervisor: 'NOBODY', capacity: 'cover', from: '2026-06-01' };
    await expect(lead.facts.record({ kind: 'supervision-pair', values, ...key() })).rejects.toMatchObject({
      cause: { problem: { kind: 'not-valid', fields: { supervisor: 'Nobody here has this staff number.' } } },
    });
  });

  it('refuse what the database cannot keep, as a mistake of the form', async () => {
    const values = { person: 'PRACTISER', from: '2026-02-02' };
    const lead = office.as('LEAD', 'team-manager');
    for (const because of ['a\u0000b', 'half \ud800 a sign'])
      await expect(lead.facts.record({ kind: 'absence', values, because, ...key() })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    await expect(lead.search.find({ text: 'a\u0000b' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('name no day so far off that what is due from it could not be read again', async () => {
    const lead = office.as('LEAD', 'team-manager');
    const values = { child: 'K-PRACTISER', status: 'looked-after', from: '2199-12-20' };
    for (const from of ['2199-12-20', '1900-01-05'])
      await expect(lead.facts.record({ kind: 'child-status', values: { ...values, from }, ...key() })).rejects.toEqual(
        problem('not-valid'),
      );
    const [child] = await office.ids('child', 'K-PRACTISER');
    expect((await lead.subject.view({ subjectId: child ?? '' })).child).not.toBeNull();
  });

  it('answer no question on such a day either', async () => {
    const [subjectId = ''] = await office.ids('person', 'MOVED');
    const answers = [{ rule: 'WIR-3.3a', answer: 'yes' as const }];
    const lead = office.as('OTHERLEAD', 'team-manager').confirmations;
    await expect(lead.answer({ subjectId, answers, on: '1900-01-01', ...key() })).rejects.toMatchObject({
      cause: { problem: { kind: 'not-valid', fields: { on: 'Check the year.' } } },
    });
  });

  it('say nothing of what they hold to whoever may not see them, whatever the form sends', async () => {
    const { id } = await office
      .as('ADMIN', 'administrator')
      .facts.record({ kind: 'absence', values: { person: 'STUDENT', from: '2026-01-05', to: '2026-01-06' }, ...key() });
    const values = { nothing: 'of the kind' };
    const lead = office.as('LEAD', 'team-manager');
    for (const factId of [id, randomUUID()])
      await expect(lead.facts.correct({ factId, baseVersion: 1, values, because: null, ...key() })).rejects.toEqual(
        problem('not-found'),
      );
  });
});

describe('a case record', () => {
  it('is said to be on the file once; another time for it needs the version that one saw', async () => {
    const [child] = await office.ids('child', 'K-PASSED');
    const lead = office.as('LEAD', 'team-manager');
    const view = await lead.subject.view({ subjectId: child ?? '' });
    const discussionId = view.sessions[0]?.children[0]?.id ?? '';
    const once = { discussionId, filedAt: '2026-05-04T09:00Z', ...key() };
    await lead.supervision.file(once);
    await lead.supervision.file(once);
    await expect(lead.supervision.file({ ...once, filedAt: '2026-04-21T09:00Z', ...key() })).rejects.toEqual(
      problem('already-recorded'),
    );
    await expect(lead.supervision.file({ ...once, filedAt: '2026-04-19T09:00Z', ...key() })).rejects.toBeDefined();
  });
});

describe('a supervision whose form was open while somebody else worked on it', () => {
  it('keeps what was said of a child meanwhile', async () => {
    const lead = office.as('LEAD', 'team-manager');
    const [practiser, senior, child] = [
      ...(await office.ids('person', 'PRACTISER', 'SENIOR')),
      ...(await office.ids('child', 'K-PRACTISER')),
    ];
    const values = {
      supervisee: practiser ?? '',
      supervisor: senior ?? '',
      kind: 'one-to-one',
      status: 'held',
      plannedStartAt: '2026-06-10T10:00Z',
      startedAt: '2026-06-10T10:00Z',
      minutes: 90,
    };
    const children = [{ childId: child ?? '', filedAt: null, summarySentAt: null }];
    const { sessionId, version } = await lead.supervision.log({ values, children, ...key() });
    const detail = await lead.supervision.get({ sessionId });
    await lead.supervision.file({ discussionId: detail.children[0]?.id ?? '', filedAt: '2026-06-11T09:00Z', ...key() });
    const late = { sessionId, baseVersion: version, values: { ...values, minutes: 95 }, children };
    await expect(lead.supervision.log({ ...late, ...key() })).rejects.toEqual(problem('not-valid'));
    const filed = [{ childId: child ?? '', filedAt: '2026-06-11T09:00Z', summarySentAt: null }];
    expect((await lead.supervision.log({ ...late, children: filed, ...key() })).version).toBe(2);
    const taken = { ...late, baseVersion: 2, ...key() };
    expect((await lead.supervision.log(taken)).version).toBe(3);
  });

  it('cannot be told by way of its facts what the form would refuse', async () => {
    const lead = office.as('LEAD', 'team-manager');
    const values = {
      session: 'S-AHEAD',
      supervisee: 'PRACTISER',
      supervisor: 'SENIOR',
      kind: 'one-to-one',
      status: 'held',
      plannedStartAt: '2026-06-10T10:00Z',
      startedAt: '2027-06-10T10:00Z',
    };
    await expect(lead.facts.record({ kind: 'session', values, ...key() })).rejects.toEqual(problem('not-valid'));
    const own = { ...values, startedAt: values.plannedStartAt, supervisor: 'PRACTISER' };
    await expect(lead.facts.record({ kind: 'session', values: own, ...key() })).rejects.toEqual(problem('not-valid'));
  });
});

it('answers everybody when more ask at once than the database has connections', async () => {
  const lead = office.as('LEAD', 'team-manager');
  const answers = Array.from({ length: 40 }, () => lead.me.get());
  expect(await Promise.all(answers)).toHaveLength(40);
}, 15_000);
