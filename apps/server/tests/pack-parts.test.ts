import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InspectionPack, PackFigure } from '@plumbline/analytics/impact';
import { findCouncil, inCouncil, type CouncilTransaction } from '@plumbline/database';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPack } from '../src/cli/commands/pack.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, type Client } from './_client.ts';
import { runCommand } from './_command.ts';

let folder = '';
let server: TestServer;
let councilId = '';
let councilPack = '';
let homePack = '';
const home = { team: '', name: '' };
let manager: Client;
let principal: Client;
let lead: Client;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o755);
  server = await startForTests({ dataFolder: folder });
  councilId = (await findCouncil(server.running.services.database, 'marlhaven'))?.id ?? '';
  principal = await as(server, 'principal-social-worker');
  lead = await as(server, 'service-manager');
  manager = await as(server, 'registered-manager');
  await inTheCouncil(enterOneByHand);
  councilPack = (await principal.mutate('impact.draftPack', {})).data.packId;
  Object.assign(home, (await manager.query('impact.packs')).data.mayDraft.homes[0]);
  homePack = (await manager.mutate('impact.draftPack', { home: home.team })).data.packId;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inTheCouncil = <Result>(work: (tx: CouncilTransaction) => Promise<Result>) =>
  inCouncil(server.running.services.database, councilId, work);
async function packOf(client: Client): Promise<InspectionPack> {
  return (await client.query('impact.pack', { packId: councilPack })).data.pack;
}
const figuresIn = (pack: InspectionPack): PackFigure[] => pack.parts.flatMap(({ figures }) => figures);

/** A copy of a supervision that was called off within the twelve months, as somebody types it today: long after its day. */
async function enterOneByHand(tx: CouncilTransaction): Promise<void> {
  const added = await tx.sql`
    insert into fact_session
    select (jsonb_populate_record(null::fact_session, to_jsonb(f) || jsonb_build_object('id', gen_random_uuid(), 'key', 'TYPED-LATE',
        'session', 'TYPED-LATE', 'source', 'hand', 'recorded_by', 'S-TEST', 'known_from', now()))).*
      from fact_session f where council_id = ${tx.councilId} and known_to is null and status = 'cancelled'
       and planned_start_at < date_trunc('month', now()) - interval '40 days' order by planned_start_at desc, key limit 1`;
  if (added.count !== 1) throw new Error('The test council has no such supervision.');
}

describe('what was written down late', () => {
  it('is what was typed after its day; of what came by file after it nothing is known', async () => {
    const { asOf, from, to, parts } = await packOf(principal);
    const figure = parts.flatMap(({ figures }) => figures).find(({ id }) => id === 'on-time.entered-late');
    const [sql] = await inTheCouncil(
      (tx) => tx.sql<{ late: number; inTime: number; unknown: number }[]>`
        with first as (
          select distinct on (id) session, source, (known_from at time zone 'Europe/London')::date as entered,
                 (coalesce(started_at, planned_start_at) at time zone 'Europe/London')::date as day
            from fact_session where council_id = ${tx.councilId} and status <> 'planned'
             and (planned_start_at at time zone 'Europe/London')::date between ${from} and ${to} order by id, version)
        select count(*) filter (where entered <= day)::int as "inTime", count(*) filter (where entered > day and source = 'hand')::int as late,
               count(*) filter (where entered > day and source = 'feed')::int as unknown from first`,
    );
    expect(sql?.late).toBeGreaterThan(0);
    expect(asOf > to).toBe(true);
    expect([figure?.numerator, figure?.denominator, figure?.excluded.notKnown]).toEqual([
      sql?.late,
      (sql?.late ?? 0) + (sql?.inTime ?? 0),
      sql?.unknown,
    ]);
  });
});

describe('agreements, supervisors and actions', () => {
  it('are those of a second query', async () => {
    const pack = await packOf(principal);
    const of = (id: string) => figuresIn(pack).find((figure) => figure.id === id);
    const [sql] = await inTheCouncil(
      (tx) => tx.sql<{ pairs: number; signed: number; trained: number; supervisors: number; due: number; onTime: number }[]>`
        with pair as (
          select supervisee, supervisor from fact_supervision_pair where council_id = ${tx.councilId} and known_to is null
             and capacity = 'designated' and from_on <= ${pack.asOf} and coalesce(to_on >= ${pack.asOf}, true)),
        act as (
          select due_on, closed_on from fact_action where council_id = ${tx.councilId} and known_to is null and due_on between ${pack.from} and ${pack.to})
        select (select count(*) from pair)::int as pairs,
               (select count(*) from pair where exists (select from fact_agreement a where a.council_id = ${tx.councilId} and a.known_to is null
                  and a.supervisee = pair.supervisee and a.supervisor = pair.supervisor
                  and greatest(a.supervisor_signed_on, a.supervisee_signed_on) <= ${pack.asOf}
                  and a.supervisor_signed_on is not null and a.supervisee_signed_on is not null))::int as signed,
               (select count(distinct supervisor) from pair)::int as supervisors,
               (select count(distinct supervisor) from pair where supervisor in (select person from fact_training where council_id = ${tx.councilId}
                  and known_to is null and course = 'supervisor-training' and completed_on <= ${pack.asOf}))::int as trained,
               (select count(*) from act)::int as due, (select count(*) from act where closed_on <= due_on)::int as "onTime"`,
    );
    expect([of('agreements')?.numerator, of('agreements')?.denominator]).toEqual([sql?.signed, sql?.pairs]);
    expect([of('supervisors.trained')?.numerator, of('supervisors.trained')?.denominator]).toEqual([
      sql?.trained,
      sql?.supervisors,
    ]);
    expect([of('actions.on-time')?.numerator, of('actions.on-time')?.denominator]).toEqual([sql?.onTime, sql?.due]);
    expect(sql?.due).toBeGreaterThan(0);
  });
});

describe("the policy's own rules on agreements", () => {
  it('are those of the stored requirements, which were worked out with every rule', async () => {
    const pack = await packOf(principal);
    const figures = figuresIn(pack).filter(({ id, title }) => id.startsWith('agreements.rule.') && title.endsWith(': on time'));
    expect(figures.length).toBeGreaterThan(1);
    for (const { id, numerator } of figures) {
      const [sql] = await inTheCouncil(
        (tx) => tx.sql<{ onTime: number }[]>`
          select count(*) filter (where met_on <= least(due_on, ${pack.asOf}))::int as "onTime" from duty
           where council_id = ${tx.councilId} and rule = ${id.replace('agreements.rule.', '')} and judged = 'by-date'
             and due_on between ${pack.from} and ${pack.to}`,
      );
      expect([id, numerator]).toEqual([id, sql?.onTime]);
    }
  });
});

describe('the pack of a home', () => {
  it('is for its manager to draft and read, and nothing else is', async () => {
    const { packs, mayDraft } = (await manager.query('impact.packs')).data;
    expect(mayDraft).toEqual({ council: false, homes: [home] });
    expect(packs.map(({ id, home: name }: { id: string; home: string }) => [id, name])).toEqual([[homePack, home.name]]);
    expect((await manager.query('impact.pack', { packId: councilPack })).problem?.kind).toBe('not-found');
    expect((await manager.fetch(`/api/impact/packs/${councilPack}.csv`)).status).toBe(404);
    expect((await manager.mutate('impact.draftPack', {})).problem?.kind).toBe('not-found');
    const teams = await inTheCouncil(
      (tx) => tx.sql<{ team: string }[]>`select team from fact_team where known_to is null and team <> ${home.team}`,
    );
    for (const { team } of [...teams, { team: 'NOWHERE' }])
      expect([team, (await manager.mutate('impact.draftPack', { home: team })).problem?.kind]).toEqual([team, 'not-found']);
  });

  it('is drafted for homes only, whoever asks', async () => {
    expect((await principal.query('impact.packs')).data.mayDraft).toEqual({ council: true, homes: [home] });
    expect((await principal.mutate('impact.draftPack', { home: 'NOWHERE' })).problem?.kind).toBe('not-found');
    expect((await principal.mutate('impact.draftPack', { home: 'FRONT' })).problem?.kind).toBe('not-found');
  });

  it('says what it leaves out and why, and nothing of other teams', async () => {
    const { pack } = (await manager.query('impact.pack', { packId: homePack })).data as { pack: InspectionPack };
    expect(pack.scope).toEqual({ kind: 'home', ...home });
    const left = pack.parts.filter(({ leftOut }) => leftOut === 'not-of-home').map(({ id }) => id);
    expect(left).toEqual(['children', 'newly-qualified', 'survey', 'decisions']);
    expect(figuresIn(pack).length).toBeGreaterThan(10);
    for (const { id } of figuresIn(pack)) expect(id.startsWith(`home:${home.team}/`)).toBe(true);
    const text = JSON.stringify(pack.parts.filter(({ id }) => id !== 'policy'));
    const others = await inTheCouncil(async (tx) => [
      ...(await tx.sql<{ word: string }[]>`select name as word from fact_team where known_to is null and team <> ${home.team}`),
      ...(await tx.sql<{ word: string }[]>`select name as word from fact_person where known_to is null`),
      ...(await tx.sql<{ word: string }[]>`select child as word from fact_child where known_to is null`),
    ]);
    expect(others.filter(({ word }) => text.includes(word))).toEqual([]);
  });

  it('counts its own staff and their supervisions, as a second query does', async () => {
    const { pack } = (await manager.query('impact.pack', { packId: homePack })).data as { pack: InspectionPack };
    const of = (id: string) => figuresIn(pack).find((figure) => figure.id === `home:${home.team}/${id}`);
    const [sql] = await inTheCouncil(
      (tx) => tx.sql<{ staff: number; called: number; begun: number; owners: number }[]>`
        with post as (select person, from_on, to_on from fact_post where council_id = ${tx.councilId} and known_to is null and team = ${home.team}),
        own as (
          select s.status from fact_session s, lateral (select (coalesce(started_at, planned_start_at) at time zone 'Europe/London')::date as day) at
           where council_id = ${tx.councilId} and known_to is null and at.day between ${pack.from} and ${pack.to}
             and exists (select from post where post.person = s.supervisee and at.day >= from_on and coalesce(at.day <= to_on, true)))
        select (select count(distinct person) from post where from_on <= ${pack.asOf} and coalesce(to_on >= ${pack.asOf}, true))::int as staff,
               (select count(*) from own where status in ('cancelled', 'postponed'))::int as called,
               (select count(*) from own where status in ('held', 'interrupted', 'abandoned'))::int as begun,
               (select count(distinct d.about_ref) from duty d join post on post.person = d.about_ref and d.due_on >= from_on and coalesce(d.due_on <= to_on, true)
                 where d.council_id = ${tx.councilId} and d.series is not null and d.due_on between ${pack.from} and ${pack.to})::int as owners`,
    );
    expect(of('staff.supervised')?.denominator).toBe(sql?.staff);
    expect([of('called-off')?.numerator, of('called-off')?.denominator]).toEqual([
      sql?.called,
      (sql?.called ?? 0) + (sql?.begun ?? 0),
    ]);
    expect(sql?.begun).toBeGreaterThan(10);
    // The policy sets a clock for its manager alone, so that figures on time would be about one person.
    expect(sql?.owners).toBeLessThan(5);
    expect(pack.parts.find(({ id }) => id === 'on-time')).toMatchObject({ leftOut: 'too-few', figures: [] });
  });

  it('has codes that hold by the command, and no longer under the name of another home', async () => {
    const file = path.join(folder, 'a home.csv');
    const response = await manager.fetch(`/api/impact/packs/${homePack}.csv`);
    expect(response.headers.get('content-disposition')).toMatch(/"inspection-pack-[a-z0-9-]+-\d{4}-\d\d-\d\d-draft\.csv"/);
    const csv = await response.text();
    writeFileSync(file, csv);
    const good = await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', file);
    expect([good.code, good.said.at(-1)]).toEqual([0, expect.stringMatching(/^Marlhaven: (\d+) of \1 codes hold\.$/)]);
    expect((await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', homePack)).code).toBe(0);
    writeFileSync(file, csv.replaceAll(`home:${home.team}/`, 'home:NOWHERE/'));
    const bad = await runCommand(verifyPack, folder, '--council', 'marlhaven', '--pack', file);
    expect([bad.code, bad.said.at(-1)]).toEqual([1, expect.stringMatching(/^Marlhaven: 0 of \d+ codes hold\.$/)]);
  });

  it('is checked and approved by two others who answer for the council', async () => {
    const view = (await manager.query('impact.pack', { packId: homePack })).data;
    expect([view.home, view.maySign, view.may]).toEqual([home.name, false, { check: false, approve: false }]);
    const seen = { packId: homePack, contentHash: view.contentHash };
    expect((await manager.mutate('impact.checkPack', seen)).code).toBe('FORBIDDEN');
    expect((await manager.mutate('impact.approvePack', seen)).code).toBe('FORBIDDEN');
    expect((await lead.mutate('impact.checkPack', seen)).problem).toBeNull();
    expect((await lead.mutate('impact.approvePack', seen)).problem?.kind).toBe('wrong-state');
    expect((await principal.mutate('impact.approvePack', seen)).problem).toBeNull();
    expect((await manager.query('impact.pack', { packId: homePack })).data.state).toBe('approved');
    const pdf = await getDocumentProxy(
      new Uint8Array(await (await manager.fetch(`/api/impact/packs/${homePack}.pdf`)).arrayBuffer()),
    );
    const first = await (await pdf.getPage(1)).getTextContent();
    expect(first.items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain(home.name);
  });
});
