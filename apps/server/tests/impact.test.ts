import { constructOf } from '@plumbline/analytics/impact';
import { inCouncil, listCouncils } from '@plumbline/database';
import { CONTEXT_MEASURE_NAMES } from '@plumbline/domain/facts';
import { listShippedIds, loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { WHAT_BECAME } from './_became.ts';
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
  ${WHAT_BECAME}
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

  it('names every measure of context, and says of which nobody holds anything', async () => {
    const { data } = await (await as(server, 'principal-social-worker')).query('impact.view', { version: null });
    const { database } = server.running.services;
    const [council] = await listCouncils(database);
    const means = await inCouncil(
      database,
      council?.id ?? '',
      (tx) =>
        tx.sql<{ measure: string; mean: number; months: number }[]>`
        select measure, avg(value)::float8 as mean, count(*)::int as months from fact_context_figure
         where council_id = ${tx.councilId} and known_to is null and team is null and month between ${data.since.from} and ${data.since.to}
         group by 1`,
    );
    const context: { measure: string; held: string; since: { mean: number; months: number } | null }[] = data.context;
    expect(context.map(({ measure }) => measure)).toEqual(CONTEXT_MEASURE_NAMES);
    expect(means.length).toBeGreaterThan(0);
    const known = (measure: string) => means.find((one) => one.measure === measure);
    expect(context.map(({ measure, held, since }) => [measure, held, since?.months])).toEqual(
      CONTEXT_MEASURE_NAMES.map((measure) => [
        measure,
        known(measure) === undefined ? 'nobody' : 'council',
        known(measure)?.months,
      ]),
    );
    for (const { measure, mean } of means)
      expect(context.find((one) => one.measure === measure)?.since?.mean, measure).toBeCloseTo(mean, 9);
  });

  it('draws no new limits for the whole council where something was new for one team', async () => {
    const writer = await as(server, 'principal-social-worker');
    const view = async () => (await writer.query('impact.view', { version: null })).data;
    const before = await view();
    const [found] = before.constructs.filter(({ series }: { series: unknown }) => series !== null);
    const month = found.series.points.at(-4).month;
    const record = async (event: string, team: string | null) => {
      const values = {
        event,
        title: `A change of system (${event})`,
        kind: 'system',
        on: month,
        to: null,
        team,
        isNewStart: true,
      };
      const { code } = await writer.mutate('facts.record', { kind: 'rival-event', values });
      expect(code).toBeNull();
    };
    const segmentsOf = (of: Awaited<ReturnType<typeof view>>) =>
      of.constructs.find(({ id }: { id: string }) => id === found.id).series.segments.length;
    const team = (await writer.query('impact.context', { from: null, to: null, teams: null })).data.teams[0].code;
    await record('ONE-TEAM', team);
    const after = await view();
    expect(after.rivals.map(({ event }: { event: string }) => event)).toContain('ONE-TEAM');
    expect(segmentsOf(after)).toBe(segmentsOf(before));
    await record('ALL-TEAMS', null);
    expect(segmentsOf(await view())).toBe(segmentsOf(before) + 1);
  });
});

it('has a part of the policy for every area of every rule that is shipped', () => {
  const packs = listShippedIds().map((id) => loadPack(id));
  expect(packs.length).toBeGreaterThan(4);
  const areas = new Set(packs.flatMap(({ rules }) => rules.map(({ area }) => area)));
  expect([...areas].filter((area) => constructOf(area) === null)).toEqual([]);
});
