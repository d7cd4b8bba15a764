import type { BesideOnTime } from '@plumbline/analytics/compliance';
import { inCouncil, listCouncils } from '@plumbline/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as } from './_client.ts';

let server: TestServer;
let beside: BesideOnTime;
beforeAll(async () => {
  server = await startForTests();
  beside = (await (await as(server, 'service-manager')).query<BesideOnTime>('service.beside')).data;
});
afterAll(() => server.stop());

/** Rows of a query of the test's own; `$1` is the council. */
async function rows<Row extends object>(text: string, ...parameters: readonly unknown[]): Promise<Row[]> {
  const { database } = server.running.services;
  const [council] = await listCouncils(database);
  return await inCouncil(
    database,
    council?.id ?? '',
    async (tx) => await tx.sql.unsafe<Row[]>(text, [tx.councilId, ...parameters] as never[]),
  );
}

/** Wirral's rules on length, record, signatures and sharing, read off its specification. */
const IN_FULL = ['WIR-6.1a', 'WIR-5.6', 'WIR-5.7', 'WIR-5.9g', 'WIR-8.12'];

/** Supervisions held in the months, each with the team of the post that the supervisee held on the day. */
const HELD = `
  select s.session, s.supervisee, s.kind, s.minutes, (
      select team from fact_post p where p.council_id = $1 and p.known_to is null and p.person = s.supervisee and p.from_on <= s.day
         and (p.to_on is null or p.to_on >= s.day) order by p.from_on desc limit 1) as team,
    (select count(*)::int from duty d where d.council_id = $1 and d.about_ref = s.supervisee and d.subject_kind in ('session', 'record')
        and (d.subject = s.session or d.subject in (select record from fact_record r where r.council_id = $1 and r.known_to is null and r.session = s.session))
        and d.rule = any($5) and d.judged = 'breached') as breached,
    (select count(*)::int from duty d where d.council_id = $1 and d.about_ref = s.supervisee and d.subject = s.session
        and d.rule = any($5) and d.judged = 'by-date' and (d.met_on > d.due_on or d.met_on is null and d.due_on < $4)) as late
    from (select *, (started_at at time zone 'Europe/London')::date as day from fact_session
           where council_id = $1 and known_to is null and status in ('held', 'interrupted')) s where s.day between $2 and $3`;

interface Held {
  readonly team: string | null;
  readonly kind: string;
  readonly minutes: number | null;
  readonly breached: number;
  readonly late: number;
}

describe('what stands beside “done on time”', () => {
  it('counts of each team what was held, and what of it was in full', async () => {
    const { on: today } = (await (await as(server, 'service-manager')).query<{ on: string }>('service.view', {})).data;
    const held = await rows<Held>(HELD, beside.from, beside.to, today, IN_FULL);
    expect(held.length).toBeGreaterThan(50);
    for (const { team, held: count, inFull } of beside.teams) {
      const own = held.filter((one) => one.team === team);
      expect(count, team).toBe(own.length);
      const full = own.filter(({ breached, late, minutes }) => breached === 0 && late === 0 && minutes !== null);
      expect(inFull, team).toBe(full.length);
    }
    const short = held.filter(({ kind, minutes }) => kind === 'one-to-one' && minutes !== null && minutes < 60);
    expect(short.length).toBeGreaterThan(0);
    expect(
      short.filter(({ breached }) => breached === 0),
      'an hour is too short for Wirral',
    ).toEqual([]);
    const all = beside.teams.reduce((sum, one) => sum + one.inFull, 0);
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThan(held.length);
  });

  it('counts of each team who waits, and who of them has nothing in the diary', async () => {
    const waiting = await rows<{ person: string; team: string; planned: number }>(
      `select distinct d.about_ref as person, p.team, (
           select count(*)::int from fact_session s where s.council_id = $1 and s.known_to is null and s.supervisee = d.about_ref
              and s.status = 'planned' and s.planned_start_at > now()) as planned
         from duty d join fact_post p on p.council_id = $1 and p.known_to is null and p.person = d.about_ref and p.to_on is null
        where d.council_id = $1 and d.about_kind = 'person' and d.series is not null and d.met_on is null and d.ended_on is null
          and d.due_on is not null and d.opened_on <= current_date`,
    );
    expect(waiting.length).toBeGreaterThan(20);
    for (const { team, people, withoutPlan } of beside.teams) {
      const own = waiting.filter((one) => one.team === team);
      expect([people, withoutPlan], team).toEqual([own.length, own.filter(({ planned }) => planned === 0).length]);
    }
  });

  it('is for whoever reads how a service stands, and of their teams alone', async () => {
    const seen = await (await as(server, 'team-manager')).query<BesideOnTime>('service.beside');
    const mayRead = await (await as(server, 'team-manager')).query<{ teams: { team: { code: string } }[] }>('service.view', {});
    expect(seen.data.teams.map(({ team }) => team)).toEqual(mayRead.data.teams.map(({ team }) => team.code));
    expect(seen.data.teams.length).toBeLessThan(beside.teams.length);
    for (const role of ['social-worker', 'administrator'] as const)
      expect((await (await as(server, role)).query('service.beside')).code, role).toBe('FORBIDDEN');
  });
});
