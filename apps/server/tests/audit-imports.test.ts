import { randomUUID } from 'node:crypto';
import type { ImportView } from '@plumbline/analytics/compliance';
import { callerOf, uploadImport, type Caller } from '@plumbline/api';
import { checkDuties, factsNaming, inCouncil } from '@plumbline/database';
import type { FactKindName } from '@plumbline/domain/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './_council.ts';

const RESULTS = [
  'Audit number,Type of audit,Staff ID,Case ID,Team,Auditor,Date of audit,Selection,Overall judgement,Moderated grade,Final grade',
  'AUD-1,Supervision file,W1,,ONE,M2,12/05/2026,random,RI,Good,Requires Improvement',
  'AUD-2,Case supervision,,C1,ONE,M2,13/05/2026,targeted,1,,',
].join('\n');
const ANSWERS = 'Audit number,Rule,Section,Judgement\nAUD-1,WIR-3.3f,Agreement,RI\nAUD-2,7,Reflection,no';

let office: TestOffice;
let caller: Caller;
beforeAll(async () => {
  const from = '2024-01-08';
  const post = (person: string, role: string) => ({
    person,
    post: `P-${person}`,
    from,
    role,
    team: 'ONE',
    fullTimeEquivalent: 1,
  });
  office = await openOffice({
    team: [{ team: 'ONE', name: 'First', service: 'North', kind: 'assessment' }],
    person: ['ADMIN', 'M1', 'M2', 'W1'].map((person) => ({ person, name: person, employedFrom: from })),
    post: [post('M1', 'team-manager'), { ...post('W1', 'social-worker'), lineManager: 'M1' }],
    'supervision-pair': [{ supervisee: 'W1', supervisor: 'M1', capacity: 'designated', from }],
    child: [{ child: 'C1', openedOn: '2026-01-05' }],
    'child-status': [{ child: 'C1', status: 'child-in-need', from: '2026-01-05' }],
    allocation: [{ child: 'C1', worker: 'W1', allocatedAt: '2026-01-05T09:00Z' }],
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

const admin = () => office.as('ADMIN', 'administrator');
const settled = async (importId: string): Promise<ImportView> => {
  await office.services.imports.idle();
  return await admin().imports.get({ importId });
};

async function upload(kind: FactKindName, csv: string): Promise<ImportView> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(csv);
  }
  const file = { kind, fileName: `${kind}.csv`, isWholeList: true, declaredBytes: null, bytes: bytes() };
  return await settled((await uploadImport(caller, file)).importId);
}

async function apply({ id, basis }: ImportView): Promise<ImportView> {
  await admin().imports.applyFile({ importId: id, basis, agreed: [], idempotencyKey: randomUUID() });
  return await settled(id);
}

const current = async (kind: FactKindName) => (await admin().facts.list({ kind, offset: 0 })).rows;
const due = async (): Promise<unknown> =>
  await inCouncil(
    office.test.db,
    office.council,
    (tx) => tx.sql`select * from duty where council_id = ${office.council} order by 1, 2, 3, 4, 5`,
  );
const problemsOf = async ({ id }: ImportView) => (await admin().imports.problems({ importId: id, offset: 0 })).rows;

describe('audits completed elsewhere', () => {
  it('wait until the grade words of the council are mapped, once for each column, and then go in with their answers', async () => {
    const before = await due();
    expect(before).not.toEqual([]);
    const results = await upload('audit-result', RESULTS);
    expect(results.state).toBe('needs-mapping');
    expect(results.unmapped).toMatchObject([
      { column: 'overall', theirs: 'RI', count: 1 },
      { column: 'overall', theirs: '1', count: 1 },
    ]);
    const map = async (kind: FactKindName, column: string, theirs: string, ours: string) =>
      await admin().codes.set({ kind, column, theirs, ours });
    await map('audit-result', 'overall', 'RI', 'requires-improvement');
    await map('audit-result', 'overall', '1', 'inadequate');
    await map('audit-answer', 'answer', 'RI', 'requires-improvement');
    expect(await settled(results.id)).toMatchObject({ state: 'ready', problems: 0, changes: { added: 2 } });
    const answers = await upload('audit-answer', ANSWERS);
    expect([answers.state, answers.changes.added]).toEqual(['ready', 2]);
    expect(answers.awaits).toMatchObject([{ id: results.id, kind: 'audit-result', added: 2 }]);
    expect((await apply(answers)).state).toBe('applied');
    expect((await settled(results.id)).state).toBe('applied');
    expect(await due()).toEqual(before);
    expect(await checkDuties(office.test.db, office.council)).toMatchObject({ differences: 0 });
  });

  it('change nothing when the same files come again, and need no mapping any more', async () => {
    for (const [kind, csv] of [
      ['audit-result', RESULTS],
      ['audit-answer', ANSWERS],
    ] as const) {
      const again = await upload(kind, csv);
      expect(again).toMatchObject({ state: 'ready', unmapped: [], changes: { added: 0, changed: 0, ended: 0, unchanged: 2 } });
      expect((await apply(again)).state).toBe('applied');
      expect((await current(kind)).map(({ version }) => version)).toEqual([1, 1]);
    }
  });

  it('are read back as facts that are current, the answers by their audit', async () => {
    const [results, answers] = await inCouncil(office.test.db, office.council, async (tx) => [
      await factsNaming(tx, 'audit-result', [], []),
      await factsNaming(tx, 'audit-answer', ['audit'], ['AUD-1']),
    ]);
    expect(results).toMatchObject([
      {
        audit: 'AUD-1',
        kind: 'supervision-file',
        person: 'W1',
        basis: 'random',
        overall: 'requires-improvement',
        secondGrade: 'good',
      },
      { audit: 'AUD-2', kind: 'case-supervision', child: 'C1', basis: 'targeted', overall: 'inadequate', agreedGrade: null },
    ]);
    expect(answers).toEqual([
      { audit: 'AUD-1', question: 'WIR-3.3f', area: 'Agreement', answer: 'requires-improvement', answeredOn: null },
    ]);
  });

  it('are stopped whole by one bad row, which is named', async () => {
    const good = RESULTS.replaceAll('AUD-', 'NEW-');
    const bad: [FactKindName, string, string, number, string][] = [
      ['audit-result', good.replace('13/05/2026', '31/02/2026'), 'date-impossible', 3, 'Date of audit'],
      ['audit-result', good.replace(',1,,', ',=B3,,'), 'formula', 3, 'Overall judgement'],
      ['audit-answer', `${ANSWERS.replaceAll('7', '8')}\nAUD-9,1,,good`, 'reference-unknown', 4, 'Audit number'],
    ];
    const counts = async () => [(await current('audit-result')).length, (await current('audit-answer')).length];
    for (const [kind, csv, problem, line, column] of bad) {
      const view = await upload(kind, csv);
      expect([view.state, view.problems], problem).toEqual(['has-problems', 1]);
      expect(await problemsOf(view)).toMatchObject([{ kind: problem, line, column }]);
      await expect(apply(view)).rejects.toThrow('wrong-state');
      expect(await counts()).toEqual([2, 2]);
    }
  });
});

describe('an audit completed elsewhere that is recorded by hand', () => {
  it('is refused as in a file where it is about nobody, and where its kind has a grade and it has none', async () => {
    const [w1] = await office.ids('person', 'W1');
    const given = { audit: 'AUD-3', kind: 'supervision-file', auditor: 'M2', on: '2026-05-14', basis: 'random' };
    const record = async (more: Record<string, string | null | undefined>) =>
      await admin().facts.record({
        kind: 'audit-result',
        values: { ...given, ...more } as Record<string, string>,
        idempotencyKey: randomUUID(),
      });
    await expect(record({ overall: 'good' })).rejects.toMatchObject({
      cause: { problem: { fields: { person: expect.stringMatching(/^Say whose/) } } },
    });
    await expect(record({ person: w1 })).rejects.toMatchObject({
      cause: { problem: { fields: { overall: expect.stringMatching(/overall grade/) } } },
    });
    expect(await record({ person: w1, overall: 'good' })).toMatchObject({ values: { person: 'W1', overall: 'good' } });
  });
});
