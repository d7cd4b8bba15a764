import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InspectionPack, PackFigure } from '@plumbline/analytics/impact';
import { figuresOfCsv, figuresOfPack, makePack, verifyFigures } from '@plumbline/api';
import { databaseNow, findCouncil, inCouncil, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, startOfMonth, toDay } from '@plumbline/domain/calendar';
import ExcelJS from 'exceljs';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPack } from '../src/cli/commands/pack.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';
import { runCommand } from './_command.ts';

let folder = '';
let server: TestServer;
let council: { readonly id: string; readonly name: string };
let packId = '';
let drafter: Client;
let checker: Client;
let approver: Client;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o755);
  server = await startForTests({ dataFolder: folder, hasSurveys: true });
  council = (await findCouncil(database(), 'marlhaven')) ?? fail();
  const third = await inCouncil(database(), council.id, async (tx) => {
    const [found] = await tx.sql<{ person: string }[]>`
      select person from fact_person where known_to is null and employed_to is null
         and person not in (select person from membership) order by person limit 1`;
    return found?.person ?? fail();
  });
  await server.addAccounts(council.id, [{ person: third, roles: ['service-manager'] }]);
  drafter = await as(server, 'principal-social-worker');
  checker = await as(server, 'service-manager');
  approver = new Client(server);
  if (!(await approver.signIn(third.toLowerCase(), server.password)).ok) fail();
  const begun = performance.now();
  const drafted = await drafter.mutate('impact.draftPack', {});
  process.stderr.write(`A pack of a small council was drafted in ${Math.round(performance.now() - begun)} ms.\n`);
  packId = drafted.data.packId;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const database = () => server.running.services.database;
function fail(): never {
  throw new Error('The test council lacks somebody.');
}
const inTheCouncil = <Result>(work: (tx: CouncilTransaction) => Promise<Result>) => inCouncil(database(), council.id, work);
const figuresIn = (pack: InspectionPack): PackFigure[] => pack.parts.flatMap(({ figures }) => figures);
async function packOf(client: Client): Promise<InspectionPack> {
  return (await client.query('impact.pack', { packId })).data.pack;
}

describe('a drafted pack', () => {
  it('has every part in order, and those of which nothing is held say so', async () => {
    const { parts } = await packOf(drafter);
    expect(parts.map(({ id }) => id)).toEqual([
      'policy',
      'on-time',
      'gaps',
      'children',
      'called-off',
      'length',
      'newly-qualified',
      'agreements',
      'supervisors',
      'audits',
      'actions',
      'survey',
      'decisions',
      'access',
    ]);
    expect(parts.map(({ figures }) => figures.length > 0)).toEqual(parts.map(({ notHeld }) => !notHeld));
    expect(parts.filter(({ notHeld, note }) => notHeld && note?.endsWith('.') !== true)).toEqual([]);
  });

  it('is worked out in a thread of its own', () => {
    expect(server.running.services.packs?.progress('nothing')).toBeNull();
  });

  it('says of nothing that it is not worked out', async () => {
    expect(JSON.stringify((await packOf(drafter)).parts)).not.toContain('not worked out');
  });

  it('names nobody who was supervised, and no child', async () => {
    const text = JSON.stringify((await packOf(drafter)).parts.filter(({ id }) => id !== 'decisions' && id !== 'policy'));
    const known = await inTheCouncil(async (tx) => [
      ...(await tx.sql<{ word: string }[]>`select name as word from fact_person where known_to is null`),
      ...(await tx.sql<{ word: string }[]>`select child as word from fact_child where known_to is null`),
    ]);
    expect(known.length).toBeGreaterThan(50);
    expect(known.filter(({ word }) => text.includes(word))).toEqual([]);
  });

  it('is drafted once, however often it is sent', async () => {
    const idempotencyKey = randomUUID();
    const first = await drafter.mutate('impact.draftPack', { idempotencyKey });
    expect((await drafter.mutate('impact.draftPack', { idempotencyKey })).data).toEqual(first.data);
  });

  it('cannot be changed or taken away by the application', async () => {
    for (const statement of [
      `update inspection_pack set content = '{}'`,
      'delete from inspection_pack',
      `update inspection_pack_step set done_by = 'X'`,
      'delete from inspection_pack_step',
    ])
      await expect(inTheCouncil((tx) => tx.sql.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('its codes', () => {
  it('hold when every figure is worked out again', async () => {
    const stored = await figuresOfPack(database(), council.id, packId);
    expect(stored?.isWhole).toBe(true);
    const found = await verifyFigures(database(), council, stored?.figures ?? []);
    expect(found.length).toBeGreaterThan(25);
    expect(found.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('hold from the file, and fail for a number that somebody changed', async () => {
    const csv = await (await drafter.fetch(`/api/impact/packs/${packId}.csv`)).text();
    const read = figuresOfCsv(csv) ?? [];
    expect(read.map(({ code }) => code)).toEqual(figuresIn(await packOf(drafter)).map(({ code }) => code));
    expect((await verifyFigures(database(), council, read)).every(({ holds }) => holds)).toBe(true);
    const [first, ...rest] = read;
    const changed = [{ ...(first ?? fail()), numerator: (first?.numerator ?? 0) + 1 }, ...rest];
    const found = await verifyFigures(database(), council, changed);
    expect(found.filter(({ holds }) => !holds)).toMatchObject([{ code: first?.code, because: 'altered' }]);
  });

  it('hold by the command, and end it with 1 where one does not', async () => {
    const file = path.join(folder, 'a pack.csv');
    const csv = await (await drafter.fetch(`/api/impact/packs/${packId}.csv`)).text();
    writeFileSync(file, csv);
    const good = await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', file);
    expect([good.code, good.said.at(-1)]).toEqual([0, expect.stringMatching(/^Marlhaven: (\d+) of \1 codes hold\.$/)]);
    expect((await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', packId)).code).toBe(0);
    const code = figuresIn(await packOf(drafter))[3]?.code ?? '';
    writeFileSync(file, csv.replace(code, '0000-0000-0000'));
    const bad = await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', file);
    expect(bad.code).toBe(1);
    expect(bad.said.filter((line) => line.includes('DOES NOT HOLD'))).toEqual([expect.stringContaining('0000-0000-0000')]);
    expect((await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', path.join(folder, 'none.csv'))).code).toBe(
      2,
    );
  });

  it('still hold after something was recorded later about the same time', async () => {
    const before = figuresIn(await packOf(drafter)).find(({ id }) => id === 'called-off') ?? fail();
    await inTheCouncil(
      (tx) =>
        tx.sql`
        insert into fact_session (council_id, id, version, key, source, known_from, session, supervisee, supervisor, kind, status, planned_start_at)
        select council_id, gen_random_uuid(), 1, 'LATER-1', 'hand', clock_timestamp(), 'LATER-1', supervisee, supervisor, kind, 'cancelled', planned_start_at
          from fact_session where known_to is null and status = 'held' and planned_start_at between now() - interval '120 days' and now() - interval '60 days' limit 1`,
    );
    const stored = await figuresOfPack(database(), council.id, packId);
    const found = await verifyFigures(database(), council, stored?.figures ?? []);
    expect(found.filter(({ holds }) => !holds)).toEqual([]);
    const now = await inTheCouncil(async (tx) => {
      const today = stored?.figures[0]?.asOf ?? '';
      return await makePack(tx, council, { madeOn: today, asOf: today, knownAt: await databaseNow(tx) });
    });
    const after = figuresIn(now).find(({ id }) => id === 'called-off') ?? fail();
    expect([after.numerator, after.denominator]).toEqual([before.numerator + 1, (before.denominator ?? 0) + 1]);
    expect(after.code).not.toBe(before.code);
  });
});

/** On time by another way: SQL over what is stored as due, written apart from the code that it checks. */
async function onTimeBySql(tx: CouncilTransaction, series: string, asOf: string) {
  const begins = startOfMonth(toDay(asOf));
  const [from, to] = [formatDay(addMonths(begins, -12)), formatDay(begins - 1)];
  const [found] = await tx.sql<{ onTime: number; counted: number; away: number; unknown: number }[]>`
    with fell as (
      select d.*, case when ended_on < ${asOf} then ended_on else ${asOf}::date end as last,
             met_on is not null and met_on <= ${asOf} as is_met
        from duty d where council_id = ${tx.councilId} and series = ${series} and due_on between ${from} and ${to} and opened_on <= ${asOf}),
    judged as (
      select case
          when judged = 'unknown' and (ended_on is null or ended_on >= ${asOf}) then 'unknown'
          when judged <> 'by-date' then 'out'
          when is_met and met_on <= due_on then 'on time'
          when is_met and met_on <= return_due_on then 'away'
          when is_met then 'late'
          when last <= due_on then 'out'
          when last between absent_from and coalesce(absent_to, 'infinity') or last <= return_due_on then 'away'
          else 'not done' end as became from fell)
    select count(*) filter (where became = 'on time')::int as "onTime",
           count(*) filter (where became in ('on time', 'late', 'not done'))::int as counted,
           count(*) filter (where became = 'away')::int as away, count(*) filter (where became = 'unknown')::int as unknown from judged`;
  return found;
}

describe('figures on time', () => {
  it('are those of a second, separate query, to the unit, on days drawn at random', async () => {
    const today = toDay((await packOf(drafter)).asOf);
    let state = 20_261_122;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const days = Array.from({ length: 12 }, () => formatDay(today - draw(500)));
    const knownAt = await inTheCouncil(databaseNow);
    for (const asOf of days) {
      const pack = await inTheCouncil((tx) => makePack(tx, council, { madeOn: asOf, asOf, knownAt }));
      for (const series of ['own-supervision', 'case-supervision']) {
        const figure = figuresIn(pack).find(({ id }) => id === `on-time.${series}`);
        const sql = await inTheCouncil((tx) => onTimeBySql(tx, series, asOf));
        expect(sql?.counted, `${series} on ${asOf}`).toBeGreaterThan(0);
        expect([asOf, figure?.numerator, figure?.denominator, figure?.excluded]).toEqual([
          asOf,
          sql?.onTime,
          sql?.counted,
          { away: sql?.away, notKnown: sql?.unknown },
        ]);
      }
    }
  });
});

describe('what is past its day', () => {
  it('is that of a second query: neither done nor over, and nobody away', async () => {
    const pack = await packOf(drafter);
    const rows = await inTheCouncil(
      (tx) => tx.sql<{ series: string; overdue: number; away: number }[]>`
        with waits as (
          select series, due_on < ${pack.asOf} as is_past, coalesce(return_due_on >= ${pack.asOf}, false) as is_back,
                 coalesce(${pack.asOf} between absent_from and coalesce(absent_to, 'infinity'), false) as is_away
            from duty where council_id = ${tx.councilId} and series is not null and judged = 'by-date' and due_on is not null
             and opened_on <= ${pack.asOf} and coalesce(met_on > ${pack.asOf}, true) and coalesce(ended_on >= ${pack.asOf}, true))
        select series, count(*) filter (where is_past and not is_away and not is_back)::int as overdue,
               count(*) filter (where is_past and is_away)::int as away from waits group by 1 order by 1`,
    );
    expect(rows.map(({ series }) => series)).toEqual(['case-supervision', 'own-supervision']);
    for (const { series, overdue, away } of rows) {
      const figure = figuresIn(pack).find(({ id }) => id === `gaps.${series}.overdue`);
      expect([series, figure?.numerator, figure?.excluded.away]).toEqual([series, overdue, away]);
    }
  });
});

describe("the newly qualified staff's schedule", () => {
  it('is made of the rules for them, and not of those for everybody else', async () => {
    const ids = figuresIn(await packOf(drafter)).flatMap(({ id, title }) =>
      id.startsWith('newly-qualified.rule') ? [title] : [],
    );
    expect(ids.length).toBeGreaterThan(0);
    for (const title of ids)
      expect(title).toMatch(/^(A|From week seven to the end of month six, a|After six months a) newly qualified/);
  });
});

describe('the files', () => {
  it('say on each page that a draft is one, and have every figure with its code', async () => {
    const codes = figuresIn(await packOf(drafter)).map(({ code }) => code);
    const pdf = await getDocumentProxy(
      new Uint8Array(await (await drafter.fetch(`/api/impact/packs/${packId}.pdf`)).arrayBuffer()),
    );
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, i) =>
        (await (await pdf.getPage(i + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '),
      ),
    );
    for (const page of pages) expect(page).toContain('Draft, not checked');
    for (const code of codes) expect(pages.join(' ')).toContain(code);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await drafter.fetch(`/api/impact/packs/${packId}.xlsx`)).arrayBuffer());
    const written: unknown[] = [];
    book.getWorksheet('Figures')?.eachRow((row, i) => i > 1 && written.push(row.getCell(10).value));
    expect(written).toEqual(codes);
    expect(book.worksheets.map((sheet) => sheet.headerFooter.oddFooter)).toEqual(
      book.worksheets.map(() => '&CDraft, not checked'),
    );
  });
});

describe('who may', () => {
  it('is nobody without the permission', async () => {
    for (const role of ['social-worker', 'team-manager', 'residential-carer', 'administrator'] as const) {
      const client = await as(server, role);
      expect([role, (await client.query('impact.packs')).code]).toEqual([role, 'FORBIDDEN']);
      expect([role, (await client.mutate('impact.draftPack', {})).code]).toEqual([role, 'FORBIDDEN']);
      expect([role, (await client.fetch(`/api/impact/packs/${packId}.csv`)).status]).toEqual([role, 403]);
    }
    expect((await new Client(server).fetch(`/api/impact/packs/${packId}.pdf`)).status).toBe(401);
    expect((await drafter.fetch(`/api/impact/packs/${randomUUID()}.pdf`)).status).toBe(404);
  });

  it('check and approve are two other people than whoever drafted, one after the other', async () => {
    const { contentHash } = (await drafter.query('impact.pack', { packId })).data;
    const seen = { packId, contentHash };
    const refused = async (client: Client, step: string) => (await client.mutate(`impact.${step}`, seen)).problem;
    expect(await refused(approver, 'approvePack')).toMatchObject({ fields: { pack: 'It has to be checked first.' } });
    expect(await refused(drafter, 'checkPack')).toMatchObject({ kind: 'wrong-state' });
    expect((await checker.mutate('impact.checkPack', { ...seen, contentHash: '0'.repeat(64) })).problem?.kind).toBe(
      'out-of-date',
    );
    expect((await checker.mutate('impact.checkPack', seen)).problem).toBeNull();
    expect(await refused(approver, 'checkPack')).toMatchObject({ fields: { pack: 'It was checked already.' } });
    expect(await refused(checker, 'approvePack')).toMatchObject({
      fields: { pack: 'You checked it: somebody else approves it.' },
    });
    expect(await refused(drafter, 'approvePack')).toMatchObject({
      fields: { pack: 'You drafted it: somebody else approves it.' },
    });
    expect((await approver.mutate('impact.approvePack', seen)).problem).toBeNull();
    const view = (await drafter.query('impact.pack', { packId })).data;
    expect([view.state, view.contentHash, view.may]).toEqual(['approved', contentHash, { check: false, approve: false }]);
    expect(new Set([view.drafted.name, view.checked.name, view.approved.name]).size).toBe(3);
    expect(await (await drafter.fetch(`/api/impact/packs/${packId}.csv`)).text()).toContain('Checked and approved');
  });
});
