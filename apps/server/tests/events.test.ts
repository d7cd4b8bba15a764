import { randomUUID } from 'node:crypto';
import type { ImportView } from '@plumbline/analytics/compliance';
import { callerOf, uploadImport, type Caller } from '@plumbline/api';
import { checkDuties, inCouncil } from '@plumbline/database';
import type { Role } from '@plumbline/domain/access';
import type { FactKindName } from '@plumbline/domain/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './_council.ts';

const EVENTS = [
  'Event number,Description,Type,Start date,End date,Team,New limits',
  'E1,Teams merged into two areas,Re-organisation,02/03/2026,,,yes',
  'E2,Course on reflective supervision,training,13/05/2026,14/05/2026,ONE,no',
].join('\n');
const FIGURES = 'Indicator,Team,Period,Value\ncaseload,,May 2026,17.4\ncaseload,ONE,31/05/2026,18\nvacancies,ONE,04/2026,12.5';
const EVENT = { event: 'E9', title: 'Pay agreed', kind: 'workforce', on: '2026-04-01', isNewStart: false };

let office: TestOffice;
let caller: Caller;
beforeAll(async () => {
  const from = '2024-01-08';
  const post = (person: string, role: string, team = 'ONE') => ({
    person,
    post: `P-${person}`,
    from,
    role,
    team,
    fullTimeEquivalent: 1,
  });
  office = await openOffice({
    team: [
      { team: 'ONE', name: 'First', service: 'North', kind: 'assessment' },
      { team: 'TWO', name: 'Second', service: 'North', kind: 'assessment' },
    ],
    person: ['ADMIN', 'PSW', 'SM', 'TM', 'W1'].map((person) => ({ person, name: `Name of ${person}`, employedFrom: from })),
    post: [
      { ...post('TM', 'team-manager'), lineManager: 'SM' },
      { ...post('W1', 'social-worker'), lineManager: 'TM' },
      { ...post('PSW', 'principal-social-worker'), lineManager: 'SM' },
      post('SM', 'service-manager'),
    ],
    'supervision-pair': [{ supervisee: 'W1', supervisor: 'TM', capacity: 'designated', from }],
  });
  const signedIn = {
    identityId: 'ADMIN',
    councilId: office.council,
    person: 'ADMIN',
    roles: ['administrator'],
    until: '2026-06-15T20:00:00Z',
  } as const;
  caller = await callerOf({ services: office.services, signedIn }, 'imports:prepare');
});
afterAll(async () => {
  await office.services.imports.idle();
  await office.close();
});

const PEOPLE = {
  administrator: 'ADMIN',
  'principal-social-worker': 'PSW',
  'service-manager': 'SM',
  'team-manager': 'TM',
  'social-worker': 'W1',
} as const satisfies Partial<Record<Role, string>>;

const as = (role: keyof typeof PEOPLE) => office.as(PEOPLE[role], role);
const psw = () => as('principal-social-worker');
const key = () => ({ idempotencyKey: randomUUID() });
const record = async (role: keyof typeof PEOPLE, kind: FactKindName, values: Record<string, string | number | boolean>) =>
  await as(role).facts.record({ kind, values, ...key() });
const due = async (): Promise<unknown> =>
  await inCouncil(
    office.test.db,
    office.council,
    (tx) => tx.sql`select * from duty where council_id = ${office.council} order by 1, 2, 3, 4, 5`,
  );

async function bringIn(kind: FactKindName, csv: string): Promise<ImportView> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(csv);
  }
  const file = { kind, fileName: `${kind}.csv`, isWholeList: true, declaredBytes: null, bytes: bytes() };
  const { importId } = await uploadImport(caller, file);
  await office.services.imports.idle();
  const view = await as('administrator').imports.get({ importId });
  if (view.state !== 'ready') return view;
  await as('administrator').imports.applyFile({ importId, basis: view.basis, agreed: [], ...key() });
  await office.services.imports.idle();
  return await as('administrator').imports.get({ importId });
}

describe('files of events and figures', () => {
  it('go in, change nothing that is due, and change nothing when they come again', async () => {
    const before = await due();
    expect(before).not.toEqual([]);
    expect(await bringIn('rival-event', EVENTS)).toMatchObject({ state: 'applied', changes: { added: 2 } });
    expect(await bringIn('context-figure', FIGURES)).toMatchObject({ state: 'applied', changes: { added: 3 } });
    expect(await due()).toEqual(before);
    expect(await checkDuties(office.test.db, office.council)).toMatchObject({ differences: 0 });
    const unchanged = { added: 0, changed: 0, ended: 0 };
    expect(await bringIn('rival-event', EVENTS)).toMatchObject({ changes: { ...unchanged, unchanged: 2 } });
    // Another day of the same month is the same figure.
    const again = FIGURES.replace('31/05/2026', '12/05/2026');
    expect(await bringIn('context-figure', again)).toMatchObject({ changes: { ...unchanged, unchanged: 3 } });
  });

  it('are stopped whole by one bad row, which is named', async () => {
    const bad: [FactKindName, string, string, number, string][] = [
      ['rival-event', EVENTS.replace('14/05/2026', '12/05/2026').replace('E1,', 'E3,'), 'end-before-start', 3, 'End date'],
      ['context-figure', FIGURES.replace('12.5', '125').replace('May 2026', '03/2026'), 'number-out-of-bounds', 4, 'Value'],
    ];
    for (const [kind, csv, problem, line, column] of bad) {
      const view = await bringIn(kind, csv);
      expect([view.state, view.problems], problem).toEqual(['has-problems', 1]);
      const { rows } = await as('administrator').imports.problems({ importId: view.id, offset: 0 });
      expect(rows).toMatchObject([{ kind: problem, line, column }]);
    }
    expect(await psw().impact.events({})).toHaveLength(2);
  });
});

describe('what else happened', () => {
  it('is listed by date, between two days and of teams, with what is of the whole council', async () => {
    const events = await psw().impact.events({});
    expect(events.map(({ event, team, isNewStart }) => [event, team, isNewStart])).toEqual([
      ['E1', null, true],
      ['E2', { code: 'ONE', name: 'First' }, false],
    ]);
    const of = async (question: { from?: string; to?: string; teams?: string[] }) =>
      (await psw().impact.events(question)).map(({ event }) => event);
    expect(await of({ from: '2026-05-14' })).toEqual(['E2']);
    expect(await of({ from: '2026-05-15' })).toEqual([]);
    expect(await of({ to: '2026-05-12' })).toEqual(['E1']);
    expect(await of({ teams: ['TWO'] })).toEqual(['E1']);
    expect(await of({ teams: ['ONE'] })).toEqual(['E1', 'E2']);
    expect(await of({ teams: [] })).toEqual(['E1']);
  });

  it('has every monthly measure, and says which nobody holds', async () => {
    const { measures, teams, councilHolds } = await psw().impact.context({});
    expect(measures.filter(({ isHeld }) => isHeld).map(({ measure }) => measure)).toEqual(['caseload', 'vacancies']);
    expect(measures).toHaveLength(8);
    const figures = measures.flatMap((one) => one.figures.map(({ team, month, value }) => [one.measure, team, month, value]));
    expect(figures).toEqual([
      ['caseload', null, '2026-05-01', 17.4],
      ['caseload', 'ONE', '2026-05-01', 18],
      ['vacancies', 'ONE', '2026-04-01', 12.5],
    ]);
    expect(councilHolds).toEqual(['caseload']);
    expect(teams).toEqual([
      { code: 'ONE', name: 'First', holds: ['caseload', 'vacancies'] },
      { code: 'TWO', name: 'Second', holds: [] },
    ]);
    const may = await psw().impact.context({ from: '2026-05-20', to: '2026-06-15', teams: [] });
    expect(may.measures.flatMap((one) => one.figures)).toMatchObject([{ measure: 'caseload', team: null, value: 17.4 }]);
    expect(may.measures.find(({ measure }) => measure === 'vacancies')).toMatchObject({ isHeld: true, figures: [] });
  });

  it('is read by whoever sees figures of the service, and by nobody else', async () => {
    expect(await as('team-manager').impact.events({})).toHaveLength(2);
    await expect(as('social-worker').impact.events({})).rejects.toThrow('no-permission');
    await expect(as('social-worker').impact.context({})).rejects.toThrow('no-permission');
  });
});

describe('by hand', () => {
  it('the principal social worker writes an event, corrects it and withdraws it', async () => {
    const written = await record('principal-social-worker', 'rival-event', EVENT);
    const ofIt = async () => (await psw().impact.events({})).find(({ event }) => event === 'E9');
    expect(await ofIt()).toMatchObject({ title: 'Pay agreed', recordedBy: 'Name of PSW', source: 'hand' });
    const corrected = await psw().facts.correct({
      factId: written.id,
      baseVersion: written.version,
      values: { ...EVENT, title: 'Pay agreed with the unions' },
      ...key(),
    });
    expect(await ofIt()).toMatchObject({ title: 'Pay agreed with the unions', version: 2 });
    // Whoever reads events may also read what became of one.
    expect(await as('team-manager').facts.history({ factId: written.id })).toHaveLength(2);
    await expect(as('social-worker').facts.history({ factId: written.id })).rejects.toThrow('no-permission');
    const withdrawal = { factId: written.id, baseVersion: corrected.version, because: 'Written down twice' };
    await expect(as('team-manager').facts.withdraw({ ...withdrawal, ...key() })).rejects.toThrow('no-permission');
    await psw().facts.withdraw({ ...withdrawal, ...key() });
    expect(await ofIt()).toBeUndefined();
  });

  it.each(['service-manager', 'administrator'] as const)('so may others: %s', async (role) => {
    const { values } = await record(role, 'rival-event', { ...EVENT, event: `E-${role}` });
    expect(values).toMatchObject({ event: `E-${role}`, team: null, to: null });
  });

  it('a figure is kept by the first of its month, once', async () => {
    const figure = { measure: 'agency', team: 'TWO', month: '2026-05-17', value: 9.5 };
    expect(await record('principal-social-worker', 'context-figure', figure)).toMatchObject({
      values: { month: '2026-05-01', value: 9.5 },
      labels: { team: 'Second' },
    });
    await expect(record('service-manager', 'context-figure', { ...figure, month: '2026-05-31', value: 10 })).rejects.toThrow(
      'already-recorded',
    );
  });

  it('a team manager may not, nor a social worker, although they may record other things', async () => {
    await expect(record('team-manager', 'rival-event', EVENT)).rejects.toThrow('no-permission');
    const figure = { measure: 'leavers', month: '2026-05-01', value: 1 };
    await expect(record('team-manager', 'context-figure', figure)).rejects.toThrow('no-permission');
    await expect(record('social-worker', 'rival-event', EVENT)).rejects.toThrow('no-permission');
  });

  it.each([
    ['rival-event', { ...EVENT, on: '2026-06-16' }, 'on'],
    ['rival-event', { ...EVENT, to: '2026-03-31' }, 'to'],
    ['rival-event', { ...EVENT, title: 'x'.repeat(201) }, 'title'],
    ['rival-event', { ...EVENT, team: 'NONE' }, 'team'],
    ['rival-event', { ...EVENT, kind: 'weather' }, 'kind'],
    ['context-figure', { measure: 'leavers', month: '2026-07-01', value: 1 }, 'month'],
    ['context-figure', { measure: 'sickness', month: '2026-05-01', value: 101 }, 'value'],
    ['context-figure', { measure: 'leavers', month: '2026-05-01', value: -1 }, 'value'],
  ] as const)('a %s is refused as in a file, by its field (row %#)', async (kind, values, field) => {
    await expect(record('principal-social-worker', kind, values)).rejects.toMatchObject({
      cause: { problem: { kind: 'not-valid', fields: { [field]: expect.any(String) } } },
    });
  });
});
