import { inCouncil, listCouncils } from '@plumbline/database';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as } from './_client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startForTests();
});
afterAll(() => server.stop());

/** What the areas of one part of the policy are, read off the pack by hand: "how often". */
const HOW_OFTEN = ['frequency-staff', 'frequency-case', 'frequency-child', 'deadline'];

interface Sums {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
}

/** The same counts by a query of its own over the requirements: what finally became of each, as far as is known. */
const RECOUNT = `
  with ended as (
    select *, case when due_at is not null and met_at is not null then met_at > due_at else met_on > due_on end as is_late
      from duty where council_id = $1 and due_on between $2 and $3 and coalesce(series, rule) = any($4) and judged = 'by-date'),
  said as (
    select case
      when met_on is not null and not is_late then 'on time'
      when met_on is not null and met_on <= return_due_on then 'excused'
      when met_on is not null then 'late'
      when ended_on <= due_on then 'nothing'
      when absent_from is not null and (absent_to is null or ended_on <= absent_to) and coalesce(ended_on, 'infinity') >= absent_from then 'excused'
      when ended_on is not null and ended_on <= return_due_on then 'excused'
      else 'not done' end as became from ended)
  select count(*) filter (where became <> 'nothing')::int as due, count(*) filter (where became = 'on time')::int as "onTime",
    count(*) filter (where became = 'late')::int as late, count(*) filter (where became = 'excused')::int as excused from said`;

describe('what the sources say side by side', () => {
  it('counts of the record what a query of its own over the requirements counts, at any stretch of months', async () => {
    const { data } = await (await as(server, 'principal-social-worker')).query('impact.view', { version: null });
    const rules = loadPack('wirral').rules.filter(({ area }) => HOW_OFTEN.includes(area.split('/')[0] ?? ''));
    const measures = rules.flatMap((rule) => (rule.kind === 'cadence' ? [rule.id, rule.series] : [rule.id]));
    const getting = data.constructs.find((construct: { id: string }) => construct.id === 'getting');
    const { from, to } = data.since;
    const { database } = server.running.services;
    const [council] = await listCouncils(database);
    const [counted] = await inCouncil(database, council?.id ?? '', async (tx) => {
      return (await tx.sql.unsafe(RECOUNT, [tx.councilId, from, to, measures])) as unknown as Sums[];
    });
    const { due, onTime, late, excused, share } = getting.record.since;
    expect({ due, onTime, late, excused }).toEqual(counted);
    expect(share).toBeCloseTo(onTime / (due - excused), 12);
  });

  it('is for whoever owns the policy or answers for a service, and for nobody else', async () => {
    expect((await (await as(server, 'service-manager')).query('impact.view', { version: null })).code).toBeNull();
    for (const role of ['team-manager', 'social-worker', 'administrator'] as const)
      expect((await (await as(server, role)).query('impact.view', { version: null })).code).toBe('FORBIDDEN');
  });

  it('knows no version that there is not', async () => {
    const answer = await (await as(server, 'principal-social-worker')).query('impact.view', { version: 99 });
    expect([answer.code, answer.problem?.kind]).toEqual(['NOT_FOUND', 'not-found']);
  });
});
