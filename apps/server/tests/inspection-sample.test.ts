import { randomUUID } from 'node:crypto';
import { addSample, findCouncil, inCouncil, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, londonDay, toDay } from '@plumbline/domain/calendar';
import ExcelJS from 'exceljs';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

let server: TestServer;
let councilId = '';
let practice: Client;
let service: Client;
let worker: Client;
let me = '';
let workerId = '';
let workerRef = '';
let children: string[] = [];
const TODAY = formatDay(londonDay(Math.floor(Date.now() / 60_000)));
const FROM = formatDay(addMonths(toDay(TODAY), -12));

beforeAll(async () => {
  server = await startForTests();
  councilId = (await findCouncil(database(), 'marlhaven'))?.id ?? fail();
  practice = await as(server, 'principal-social-worker');
  service = await as(server, 'service-manager');
  worker = await as(server, 'social-worker');
  me = (await practice.query('me.get')).data.person.id;
  workerId = (await worker.query('me.get')).data.person.id;
  workerRef = server.cast['social-worker'].personRef;
  const held = await inTheCouncil(
    (tx) => tx.sql<{ child: string }[]>`
      select d.child from fact_discussion d join fact_session s on s.session = d.session and s.known_to is null
       where d.known_to is null and s.supervisee = ${workerRef} and d.discussed_on >= ${FROM} group by 1 order by count(*) desc, 1 limit 2`,
  );
  children = held.map(({ child }) => child);
});
afterAll(() => server.stop());

const database = () => server.running.services.database;
function fail(): never {
  throw new Error('The test council lacks somebody.');
}
const inTheCouncil = <Result>(work: (tx: CouncilTransaction) => Promise<Result>) => inCouncil(database(), councilId, work);

function asked(changes: object = {}): object {
  return {
    inspectorate: 'ofsted',
    askedBy: 'Lead inspector',
    purpose: 'First day of the visit.',
    besideId: me,
    personIds: [workerId],
    children: children.join('\n'),
    from: FROM,
    to: TODAY,
    endsOn: TODAY,
    ...changes,
  };
}
const take = async (client: Client, changes: object = {}) => await client.mutate('impact.takeSample', asked(changes));
const taken = async (changes: object = {}): Promise<string> => (await take(practice, changes)).data.sampleId;
const open = async (client: Client, sampleId: string, besideId = me) =>
  await client.query('impact.openSample', { sampleId, besideId });
const looksOf = (sampleId: string) =>
  inTheCouncil(
    (tx) => tx.sql<{ about: string; what: string; reader: string; beside: string }[]>`
      select about_kind || ' ' || about_ref as about, what, reader, beside from record_read where sample_id = ${sampleId} order by id`,
  );
const samplesKept = async (): Promise<number> =>
  (await inTheCouncil((tx) => tx.sql`select count(*)::int as n from inspection_sample`))[0]?.['n'] as number;

interface Part {
  readonly id: string;
  readonly rows: readonly { readonly cells: readonly string[] }[];
}
const partOf = (opened: Loose, label: string, id: string): Part =>
  opened.files.find((file: Loose) => file.label === label).parts.find((part: Part) => part.id === id);

describe('taking up a sample', () => {
  it('keeps who asked, for whom and why, and opens nothing', async () => {
    const sampleId = await taken();
    const { data } = await practice.query('impact.sample', { sampleId });
    expect(data).toMatchObject({
      askedBy: 'Lead inspector',
      names: { people: [server.cast['social-worker'].name], children },
      state: 'open',
      whyNot: null,
      openings: [],
    });
    expect(await looksOf(sampleId)).toEqual([]);
  });

  it('names every reference that nobody knows by its line, and keeps nothing of such a list', async () => {
    const before = await samplesKept();
    const answer = await take(practice, { children: `${children[0]}\nNOBODY-1, ${children[1]}\n\nNOBODY-2` });
    expect([answer.code, Object.keys(answer.problem?.fields ?? {})]).toEqual(['BAD_REQUEST', ['children.2.1', 'children.4.1']]);
    expect(await samplesKept()).toBe(before);
  });

  it('takes references as they are written or in small letters, each once', async () => {
    const sampleId = await taken({ children: `${children[0]?.toLowerCase()}, ${children[0]}` });
    expect((await practice.query('impact.sample', { sampleId })).data.names.children).toEqual([children[0]]);
  });

  it('is kept once, however often it is sent', async () => {
    const idempotencyKey = randomUUID();
    const first = await take(practice, { idempotencyKey });
    expect((await take(practice, { idempotencyKey })).data).toEqual(first.data);
  });

  const REFUSED: [string, () => object, string][] = [
    ['whoever takes it up', () => ({ personIds: [workerId, me] }), 'persons'],
    ['nobody', () => ({ personIds: [], children: ' \n' }), 'persons'],
    ['whoever sits beside the inspector', () => ({ besideId: workerId }), 'beside'],
    ['a day to come', () => ({ to: formatDay(toDay(TODAY) + 1) }), 'to'],
    ['days the wrong way round', () => ({ to: FROM, from: TODAY }), 'from'],
    ['more than three years', () => ({ from: formatDay(addMonths(toDay(TODAY), -40)) }), 'from'],
    ['a last day that is over', () => ({ endsOn: formatDay(toDay(TODAY) - 1) }), 'endsOn'],
    ['more than two weeks', () => ({ endsOn: formatDay(toDay(TODAY) + 15) }), 'endsOn'],
  ];
  it.each(REFUSED)('refuses %s, and says where', async (_name, changes, field) => {
    const before = await samplesKept();
    const { problem } = await take(practice, changes());
    expect([problem?.kind, Object.keys(problem?.fields ?? {})]).toEqual(['not-valid', [field]]);
    expect(await samplesKept()).toBe(before);
  });
});

describe('opening a sample', () => {
  it('keeps a look for everybody named with who sat beside, and the member of staff sees it', async () => {
    const sampleId = await taken();
    const beside = (await service.query('me.get')).data.person.id;
    const opened = await open(practice, sampleId, beside);
    expect(opened.status).toBe(200);
    const reader = server.cast['principal-social-worker'].personRef;
    const besideRef = server.cast['service-manager'].personRef;
    const line = (about: string) => ({ about, what: 'sample', reader, beside: besideRef });
    const looks = [line(`person ${workerRef}`), ...children.map((child) => line(`child ${child}`))];
    expect(await looksOf(sampleId)).toEqual(looks);
    const reads = (await worker.query<Loose[]>('mine.reads')).data.filter(({ ground }: Loose) => ground === 'inspection');
    expect(reads.map((read: Loose) => [read.reader.name, read.beside.name, read.what])).toContainEqual([
      server.cast['principal-social-worker'].name,
      server.cast['service-manager'].name,
      'sample',
    ]);
    await open(practice, sampleId, beside);
    expect(await looksOf(sampleId)).toEqual([...looks, ...looks]);
    expect(opened.data.sample.openings).toHaveLength(1);
  });

  it('keeps no look without a sample and somebody beside, and opens nothing beside nobody', async () => {
    const sampleId = await taken();
    const keeping = inTheCouncil(
      (tx) => tx.sql`insert into record_read (council_id, reader, about_kind, about_ref, what, ground, sample_id)
        values (${councilId}, 'x', 'person', 'x', 'sample', 'inspection', ${sampleId})`,
    );
    await expect(keeping).rejects.toMatchObject({ code: '23514' });
    expect((await open(practice, sampleId, randomUUID())).problem?.fields).toHaveProperty('beside');
    expect(await looksOf(sampleId)).toEqual([]);
  });

  it('shows every supervision of the time and no other, as a separate query finds them', async () => {
    const opened = (await open(practice, await taken())).data;
    const [sql] = await inTheCouncil(
      (tx) => tx.sql<{ all: number; held: number }[]>`
        select count(*)::int as all, count(*) filter (where status = 'held')::int as held from fact_session
         where known_to is null and supervisee = ${workerRef} and (
           (coalesce(started_at, planned_start_at) at time zone 'Europe/London')::date between ${FROM} and ${TODAY}
           or (status = 'planned' and (planned_start_at at time zone 'Europe/London')::date > ${TODAY}))`,
    );
    const { rows } = partOf(opened, server.cast['social-worker'].name, 'supervisions');
    expect(sql?.held).toBeGreaterThan(3);
    expect([rows.length, rows.filter(({ cells }) => cells[1]?.startsWith('Held')).length]).toEqual([sql?.all, sql?.held]);
  });

  it('shows what was due with its clause, as much as is stored as due', async () => {
    const opened = (await open(practice, await taken())).data;
    const due = await inTheCouncil(
      (tx) => tx.sql<{ onTime: number; n: number }[]>`
        select count(*) filter (where met_on is not null and met_on <= due_on)::int as "onTime", count(*)::int as n from duty
         where about_kind = 'person' and about_ref = ${workerRef} and series is not null and judged = 'by-date' and due_on between ${FROM} and ${TODAY}
           and opened_on <= ${TODAY}`,
    );
    const { rows } = partOf(opened, server.cast['social-worker'].name, 'due');
    expect(due[0]?.onTime).toBeGreaterThan(0);
    expect(rows.filter(({ cells }) => cells[3]?.startsWith('done on time')).length).toBe(due[0]?.onTime);
    for (const { cells } of rows) expect(cells[2]).toMatch(/\d/);
  });

  it('shows when a child was discussed and whether that is on file', async () => {
    const opened = (await open(practice, await taken())).data;
    for (const child of children) {
      const [sql] = await inTheCouncil(
        (tx) => tx.sql<{ n: number; unfiled: number }[]>`
          select count(*)::int as n, count(*) filter (where filed_at is null)::int as unfiled from fact_discussion
           where known_to is null and child = ${child} and discussed_on between ${FROM} and ${TODAY}`,
      );
      const { rows } = partOf(opened, child, 'discussions');
      expect([rows.length, rows.filter(({ cells }) => cells[3] === 'Not on file').length]).toEqual([sql?.n, sql?.unfiled]);
      expect(partOf(opened, child, 'case').rows.length).toBeGreaterThan(1);
    }
  });

  it('shows no word that somebody typed, no child that is not named, and nobody’s staff number', async () => {
    const text = JSON.stringify((await open(practice, await taken())).data.files);
    const others = await inTheCouncil(async (tx) => [
      ...(await tx.sql<{ word: string }[]>`
        select distinct reason as word from fact_session where reason is not null and length(reason) > 5`),
      ...(await tx.sql<
        { word: string }[]
      >`select distinct no_new_date_reason as word from fact_session where no_new_date_reason is not null`),
      ...(await tx.sql<{ word: string }[]>`select distinct child as word from fact_child where child <> all(${children})`),
      ...(await tx.sql<{ word: string }[]>`select distinct person as word from fact_person`),
    ]);
    expect(others.length).toBeGreaterThan(50);
    expect(others.filter(({ word }) => text.includes(word))).toEqual([]);
  });
});

describe('the trail', () => {
  it('says who recorded late, who corrected and who withdrew, and never why', async () => {
    const manager = await as(server, 'team-manager');
    const { name } = server.cast['team-manager'];
    const supervisor = (await manager.query('me.get')).data.person.id;
    const day = formatDay(toDay(TODAY) - 40);
    const values = {
      supervisee: workerId,
      supervisor,
      kind: 'one-to-one',
      status: 'held',
      plannedStartAt: `${day}T09:00Z`,
      minutes: 60,
    };
    const logged = await manager.mutate('supervision.log', { sessionId: null, baseVersion: null, values, children: [] });
    expect(logged.problem).toBeNull();
    const factId = logged.data.sessionId;
    const [latest] = (await manager.query('facts.history', { factId })).data;
    const corrected = { ...latest.values, supervisee: workerId, supervisor, minutes: 75 };
    const because = 'A private matter of somebody';
    const change = { factId, baseVersion: latest.version, values: corrected, because };
    expect((await manager.mutate('facts.correct', change)).problem).toBeNull();
    const sampleId = await taken();
    const label = server.cast['social-worker'].name;
    const opened = (await open(practice, sampleId)).data;
    const row = partOf(opened, label, 'supervisions').rows.find(({ cells }) => cells.at(-1)?.includes('late, 40 days after'));
    expect(row?.cells.at(-1)).toMatch(new RegExp(`^${name}, `));
    expect(row?.cells[3]).toBe('75 minutes');
    const corrections = partOf(opened, label, 'corrections').rows.map(({ cells }) => cells.slice(1).join(' | '));
    expect(corrections.filter((line) => line.includes('60 to 75'))).toEqual([
      expect.stringMatching(new RegExp(`^${name} \\| Supervision of .* \\| Corrected: Minutes, 60 to 75$`)),
    ]);
    const withdrawn = { factId, baseVersion: latest.version + 1, because };
    expect((await manager.mutate('facts.withdraw', withdrawn)).problem).toBeNull();
    const after = (await open(practice, sampleId)).data;
    expect(partOf(after, label, 'supervisions').rows.some(({ cells }) => cells.at(-1)?.includes('late, 40'))).toBe(false);
    expect(partOf(after, label, 'corrections').rows[0]?.cells.slice(1)).toEqual([
      name,
      expect.stringMatching(/^Supervision of /),
      'Withdrawn as recorded in error',
    ]);
    expect(JSON.stringify(after.files)).not.toContain(because);
    const reads = partOf(after, label, 'reads').rows.map(({ cells }) => cells.slice(1, 4).join(' | '));
    expect(reads).toContainEqual(
      `${server.cast['principal-social-worker'].name} | Opened it for inspectors | Inspection, with ${server.cast['principal-social-worker'].name} beside the inspector`,
    );
  });
});

describe('when it is over', () => {
  it('ends by hand once, for everybody, and keeps the names', async () => {
    const sampleId = await taken();
    await open(practice, sampleId);
    expect((await practice.mutate('impact.endSample', { sampleId })).problem).toBeNull();
    expect((await practice.mutate('impact.endSample', { sampleId })).problem?.kind).toBe('wrong-state');
    const before = await looksOf(sampleId);
    const refused = await open(practice, sampleId);
    expect([refused.code, refused.problem?.fields?.['sample']]).toEqual(['CONFLICT', expect.stringContaining('It was ended')]);
    expect((await practice.fetch(`/api/impact/samples/${sampleId}.pdf?beside=${me}`)).status).toBe(409);
    expect(await looksOf(sampleId)).toEqual(before);
    expect((await practice.query('impact.sample', { sampleId })).data).toMatchObject({ state: 'ended', names: { children } });
  });

  it('opens no more after its last day', async () => {
    const id = randomUUID();
    const yesterday = formatDay(toDay(TODAY) - 1);
    const [takenBy, beside] = [server.cast['principal-social-worker'].personRef, server.cast['service-manager'].personRef];
    const kept = {
      id,
      inspectorate: 'cqc',
      askedBy: 'x',
      purpose: 'x',
      beside,
      fromOn: FROM,
      toOn: yesterday,
      endsOn: yesterday,
    };
    await inTheCouncil((tx) => addSample(tx, { ...kept, takenBy }, [{ kind: 'person', ref: workerRef }]));
    expect((await open(practice, id)).problem?.fields?.['sample']).toContain('Its last day is over');
    expect(await looksOf(id)).toEqual([]);
    expect((await practice.query('impact.sample', { sampleId: id })).data.state).toBe('over');
  });

  it('cannot be changed or taken away by the application', async () => {
    for (const table of ['inspection_sample', 'inspection_sample_subject', 'inspection_sample_end'])
      for (const statement of [`update ${table} set council_id = council_id`, `delete from ${table}`])
        await expect(inTheCouncil((tx) => tx.sql.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the files', () => {
  it('are tagged, say who sat beside, and are kept as openings of their own', async () => {
    const sampleId = await taken();
    const pdf = await getDocumentProxy(
      new Uint8Array(await (await practice.fetch(`/api/impact/samples/${sampleId}.pdf?beside=${me}`)).arrayBuffer()),
    );
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, i) =>
        (await (await pdf.getPage(i + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '),
      ),
    );
    for (const text of [`Read beside: ${server.cast['principal-social-worker'].name}`, ...children])
      expect(pages.join(' ')).toContain(text);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await practice.fetch(`/api/impact/samples/${sampleId}.xlsx?beside=${me}`)).arrayBuffer());
    const opened = (await open(practice, sampleId)).data;
    const { rows } = partOf(opened, server.cast['social-worker'].name, 'supervisions');
    expect(book.getWorksheet('Staff supervisions')?.rowCount).toBe(rows.length + 1);
    expect((await looksOf(sampleId)).map(({ what }) => what)).toEqual([
      ...Array.from({ length: 6 }, () => 'sample-file'),
      ...Array.from({ length: 3 }, () => 'sample'),
    ]);
  });
});

describe('who may', () => {
  it('is nobody without the permission', async () => {
    const sampleId = await taken();
    for (const role of ['social-worker', 'team-manager', 'registered-manager', 'administrator'] as const) {
      const client = await as(server, role);
      expect([role, (await take(client)).code]).toEqual([role, 'FORBIDDEN']);
      expect([role, (await open(client, sampleId)).code]).toEqual([role, 'FORBIDDEN']);
      expect([role, (await client.fetch(`/api/impact/samples/${sampleId}.pdf?beside=${me}`)).status]).toEqual([role, 403]);
    }
    expect((await new Client(server).fetch(`/api/impact/samples/${sampleId}.pdf?beside=${me}`)).status).toBe(401);
    expect((await practice.fetch(`/api/impact/samples/${randomUUID()}.pdf?beside=${me}`)).status).toBe(404);
  });

  it('is a service manager for those alone whose records are theirs to open', async () => {
    const others = await inTheCouncil(
      (tx) => tx.sql<{ id: string; ref: string }[]>`select id, ref from subject where kind = 'person' order by ref`,
    );
    const readable = await Promise.all(
      others.map(async ({ id }) => (await service.query('facts.list', { kind: 'post', subjectId: id })).status === 200),
    );
    const outside = others.find((_, i) => readable[i] === false) ?? fail();
    const refused = await take(service, { personIds: [outside.id], children: '', besideId: workerId });
    expect(refused.problem).toMatchObject({ kind: 'not-valid', fields: { persons: expect.stringContaining('may not') } });
    const sampleId = await taken({ personIds: [outside.id], children: '' });
    expect((await service.query('impact.sample', { sampleId })).code).toBe('NOT_FOUND');
    expect((await open(service, sampleId)).code).toBe('NOT_FOUND');
    const listed = (await service.query<Loose[]>('impact.samples')).data.map(({ id }: Loose) => id);
    expect(listed).not.toContain(sampleId);
  });

  it('is nobody who is named in it', async () => {
    const serviceId = (await service.query('me.get')).data.person.id;
    const sampleId = await taken({ personIds: [serviceId], children: '' });
    const refused = await open(service, sampleId);
    expect(refused.problem?.fields?.['sample']).toContain('You are named in it');
    expect(await looksOf(sampleId)).toEqual([]);
  });
});
