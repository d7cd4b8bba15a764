import type { OverviewFigure, OverviewView } from '@plumbline/analytics/overview';
import { inCouncil, listCouncils, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, startOfMonth, toDay } from '@plumbline/domain/calendar';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { WHAT_BECAME } from './_became.ts';
import { as } from './_client.ts';

let server: TestServer;
let view: OverviewView;
beforeAll(async () => {
  server = await startForTests({ hasSurveys: true });
  view = (await (await as(server, 'director')).query<OverviewView>('overview.get')).data;
});
afterAll(() => server.stop());

async function inTheCouncil<Result>(work: (tx: CouncilTransaction) => Promise<Result>): Promise<Result> {
  const { database } = server.running.services;
  const [council] = await listCouncils(database);
  return await inCouncil(database, council?.id ?? '', work);
}
async function count(text: string, ...parameters: readonly unknown[]): Promise<Record<string, number>> {
  return await inTheCouncil(async (tx) => {
    const [row] = await tx.sql.unsafe<Record<string, number>[]>(text, [tx.councilId, ...parameters] as never[]);
    return row ?? {};
  });
}
const figure = (key: string): OverviewFigure => {
  const found = [...view.main, ...view.further].find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no figure ${key}.`);
  return found;
};
const clocks = (subject: 'person' | 'child'): string[] =>
  loadPack('wirral')
    .series.filter((series) => series.subject === subject)
    .map(({ id }) => id);
const lastMonth = (): { from: string; to: string } => {
  const begins = startOfMonth(toDay(view.today));
  return { from: formatDay(addMonths(begins, -1)), to: formatDay(begins - 1) };
};

/** What fell due and what of it was on time, by a query of its own over the requirements. */
const RECOUNT = `
  ${WHAT_BECAME}
  select count(*) filter (where became in ('on time', 'late', 'not done'))::int as due, count(*) filter (where became = 'on time')::int as "onTime" from said`;

describe('the page of the whole council', () => {
  it.each(['person', 'child'] as const)(
    'counts what fell due of %s clocks as the requirements themselves do',
    async (subject) => {
      const { from, to } = lastMonth();
      const { due = 0, onTime = 0 } = await count(RECOUNT, from, to, clocks(subject));
      expect(due).toBeGreaterThan(5);
      const { value, detail } = figure(`on-time-${subject}`);
      expect([value, detail.split(',')[0]]).toEqual([`${Math.round((onTime / due) * 100)}%`, `of ${due} due`]);
    },
  );

  it('has twelve whole months that add up to the same', async () => {
    const { points } = view.lines.whole;
    expect(points).toHaveLength(12);
    expect(points.at(-1)?.month).toBe(lastMonth().from);
    const first = points[0]?.month ?? '';
    const { due, onTime } = await count(RECOUNT, first, lastMonth().to, [...clocks('person'), ...clocks('child')]);
    expect(points.reduce((sum, { counted }) => sum + counted, 0)).toBe(due);
    expect(Math.round(points.reduce((sum, { counted, share }) => sum + counted * (share ?? 0), 0))).toBe(onTime);
  });

  it('counts children without a worker from allocations, and actions past their day', async () => {
    const children = await count(
      `select count(*)::int as open, count(*) filter (where not exists (
           select 1 from fact_allocation a join fact_person p on p.council_id = a.council_id and p.person = a.worker and p.known_to is null
            where a.council_id = c.council_id and a.known_to is null and a.child = c.child and a.is_secondary is not true
              and (a.allocated_at at time zone 'Europe/London')::date <= $2 and (a.ended_on is null or a.ended_on >= $2)
              and (p.employed_to is null or p.employed_to >= $2)))::int as without
         from fact_child c where council_id = $1 and known_to is null and closed_on is null`,
      view.today,
    );
    expect(figure('without-worker')).toMatchObject({
      value: String(children['without']),
      detail: `today, of ${children['open']} open`,
    });
    const actions = await count(
      `select count(*) filter (where state in ('open', 'shown') and due_on < $2)::int as overdue from audit_action where council_id = $1`,
      view.today,
    );
    expect(figure('actions').value).toBe(String(actions['overdue']));
  });

  it('says the longest wait as the service page does, row by row', async () => {
    const director = await as(server, 'director');
    for (const subject of ['person', 'child'] as const) {
      const rows: { daysLate: number }[] = [];
      for (let offset = 0, total = 1; offset < total; offset += 50) {
        const { data } = await director.query('service.rows', { subject, finding: ['overdue'], offset });
        rows.push(...data.rows);
        total = data.total;
      }
      const most = Math.max(0, ...rows.map(({ daysLate }) => daysLate));
      const { value, detail } = figure(`wait-${subject}`);
      expect([value, detail]).toEqual([`${most} ${most === 1 ? 'day' : 'days'}`, `past its day; ${rows.length} past in all`]);
    }
  });

  it('counts the sessions that are recorded for the record gap', async () => {
    const { closed } = (await inTheCouncil(async (tx) => {
      const [row] = await tx.sql<{ closed: string }[]>`
        select max(r.closes_on)::text as closed from survey_round r where exists (select 1 from survey_release e where e.round_id = r.id)`;
      return row;
    })) ?? { closed: '' };
    expect(figure('survey').detail).toContain('closed');
    const { sessions = 0, people = 1 } = await count(
      `with staff as (select distinct person from fact_post where council_id = $1 and known_to is null and from_on <= $2 and (to_on is null or to_on >= $2))
       select (select count(*) from staff)::int as people, count(*)::int as sessions from fact_session s join staff on staff.person = s.supervisee
        where s.council_id = $1 and known_to is null and kind = 'one-to-one' and status in ('held', 'interrupted')
          and (started_at at time zone 'Europe/London')::date between ($2::date - interval '3 months' + interval '1 day')::date and $2::date`,
      closed,
    );
    expect(figure('record-gap').detail).toContain(`${(sessions / people).toFixed(1)} are recorded`);
  });

  it('names nobody and no child', async () => {
    const said = JSON.stringify(view);
    const known = await inTheCouncil(async (tx) => [
      ...(await tx.sql<{ word: string }[]>`select name as word from fact_person where known_to is null`),
      ...(await tx.sql<{ word: string }[]>`select child as word from fact_child where known_to is null`),
    ]);
    expect(known.length).toBeGreaterThan(50);
    expect(known.filter(({ word }) => said.includes(word))).toEqual([]);
  });

  it('is for whoever reads impact, and for nobody else', async () => {
    for (const role of ['principal-social-worker', 'service-manager'] as const)
      expect((await (await as(server, role)).query('overview.get')).code).toBeNull();
    for (const role of ['team-manager', 'social-worker', 'administrator'] as const)
      expect((await (await as(server, role)).query('overview.get')).code).toBe('FORBIDDEN');
  });
});

describe('what a director may read', () => {
  it('is figures, and the rows behind them; nobody’s own page', async () => {
    const director = await as(server, 'director');
    const { data } = await director.query('service.rows', { subject: 'child', finding: ['overdue'], offset: 0 });
    const [row] = data.rows;
    expect(row.subject.label).toMatch(/^C\d+/);
    expect((await director.query('subject.view', { subjectId: row.subject.id })).code).toBe('NOT_FOUND');
    expect((await director.query('duty.explain', { dutyId: row.id })).code).toBe('NOT_FOUND');
  });

  it('does not offer to say why where that is not theirs to ask, and does where it is', async () => {
    for (const role of ['director', 'service-manager', 'team-manager'] as const) {
      const reader = await as(server, role);
      const { data } = await reader.query('service.rows', { finding: ['overdue'], offset: 0 });
      expect(data.rows.length, role).toBeGreaterThan(3);
      for (const { id } of data.rows) {
        const { code } = await reader.query('duty.explain', { dutyId: id });
        expect(code === null, `${role} ${id}`).toBe(data.mayAskWhy.includes(id));
      }
    }
  });
});

describe('Home', () => {
  const needsOf = async (role: keyof TestServer['cast']) =>
    (
      await (
        await as(server, role)
      ).query<{ needs: { kind: string; count: number | null; targetId?: string | null }[] }>('home.get')
    ).data.needs;

  it('asks for the sign-off of the last month until it is signed, and nobody who may not', async () => {
    const manager = (await needsOf('service-manager')).find(({ kind }) => kind === 'sign-off-due');
    const signed = await count(
      `select count(*)::int as signed from figures_sign_off where council_id = $1 and from_on <= $2 and to_on >= $3`,
      lastMonth().from,
      lastMonth().to,
    );
    expect(manager === undefined).toBe(signed['signed'] === 1);
    expect((await needsOf('principal-social-worker')).map(({ kind }) => kind)).not.toContain('sign-off-due');
  });

  it('asks a second and a third person about a pack, each at their turn, and whoever drafted it never', async () => {
    const waits = async (role: keyof TestServer['cast']) =>
      (await needsOf(role)).filter(({ kind }) => kind.startsWith('pack-')).map(({ kind, targetId }) => [kind, targetId]);
    const writer = await as(server, 'principal-social-worker');
    const { packId } = (await writer.mutate('impact.draftPack', {})).data;
    expect(await waits('service-manager')).toEqual([['pack-check', packId]]);
    const manager = await as(server, 'service-manager');
    const { contentHash } = (await manager.query('impact.pack', { packId })).data;
    await manager.mutate('impact.checkPack', { packId, contentHash });
    expect(await waits('director')).toEqual([['pack-approve', packId]]);
    expect([await waits('service-manager'), await waits('principal-social-worker')]).toEqual([[], []]);
  });

  it('has one line for each kind, whatever it is about', async () => {
    for (const role of ['principal-social-worker', 'service-manager', 'director', 'team-manager', 'administrator'] as const) {
      const needs = await needsOf(role);
      const each = Map.groupBy(needs, ({ kind }) => kind);
      expect([...each].filter(([, own]) => own.length > 10).map(([kind]) => [role, kind])).toEqual([]);
    }
  });
});
