/**
 * Dashboards on whole England's data: 153 councils in the sizes of England, some 73,000 of its 75,000 supervised people and 336,000 of its 400,000
 * open children (whole teams are repeated, and the last share of a council falls on teams with fewer), five years of monthly figures, in a real PostgreSQL with row-level security on as in production.
 *
 * What is real and what is repeated: one invented council under Wirral's policy is assessed rule by rule from its facts. Its assessed rows
 * (people, posts, absences, who answers for whom, requirements, monthly figures) are then repeated under other references until each
 * council has its numbers of people and of children. Requirements, absences and answers that ended more than a month ago are
 * left out: no page measured here reads them. So councils are alike but in size, which shares no pages and no cache between them; there is no
 * supervision log, so the impact page is measured in the first council, which has everything.
 *
 * Measured at the server, through the router with permission, relations and ids, everything but the socket, or by the login that a report
 * has: a director's page of the council, the impact page, and England by month. Beside them stands a plain count from requirements.
 * Answers are checked before they are timed.
 */
import { createCaller, makeImportJobs, type Services } from '@plumbline/api';
import {
  inCouncil,
  makeEnglandLogin,
  newEnglandLogin,
  openDatabase,
  refreshEnglandMonths,
  type Database,
} from '@plumbline/database';
import { ENGLAND, makeCouncil } from '@plumbline/demo';
import { londonInstant, toDay } from '@plumbline/domain/calendar';
import { makeKeySafe } from '@plumbline/server/testing';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { fillEngland, refreshAll, sizeOfEngland, type FilledCouncil } from './fill-england.ts';
import { insist, milliseconds, printLoad, spreadOf } from './measure.ts';

const TODAY = '2026-11-20';
/** Milliseconds, for nineteen of twenty calls. */
const DASHBOARD = 25;
const BY_MONTH = 30;
const ROUNDS = 4;
const IMPACT_CALLS = 60;
const ENGLAND_CALLS = 200;
const PLAIN_CALLS = 5;

/** By rank of size. */
const SIZES = [
  ['the ten largest', 1, 10],
  ['the ten in the middle', 72, 81],
  ['the ten smallest', 144, 153],
] as const;

/** What a page would have to count were there no monthly figures: on time or not, by team and month, and nothing of absences. */
const PLAIN_COUNT = `
  select r.team, date_trunc('month', d.due_on) as month, count(*), count(*) filter (where d.met_on <= d.due_on) as on_time
    from duty d join responsibility r on r.council_id = d.council_id and r.kind = d.about_kind and r.ref = d.about_ref and d.due_on between r.from_on and r.to_on
   where d.council_id = $1 and d.series is not null and d.due_on between $2::date - 365 and $2 group by 1, 2`;

const opened = await openBenchDatabase();
try {
  const began = performance.now();
  const facts = makeCouncil({ seed: 42, packId: 'wirral', size: 'medium', today: TODAY });
  const template = await seedBenchCouncil(opened.db, facts, TODAY);
  const councils = await fillEngland(opened.db, opened.ownerUrl, template);
  await refreshAll(opened.db, councils, refreshEnglandMonths);
  console.log(
    `${councils.length} councils, ${await sizeOfEngland(opened.db)}; made in ${Math.round((performance.now() - began) / 1000)} s`,
  );
  globalThis.gc?.();
  await measureImpact(opened.db, template);
  await measureDashboards(opened.db, councils);
  await measureEngland(opened.db, opened.ownerUrl, councils);
} finally {
  await opened.close();
}

type Caller = ReturnType<typeof createCaller>;

function callerFor(database: Database, councilId: string): Caller {
  const now = londonInstant(toDay(TODAY), 11 * 60) * 60_000;
  const clock = { now: () => now };
  const imports = makeImportJobs({ database, clock, onFailure: (error) => console.error(error) });
  const services: Services = { database, clock, imports, safe: makeKeySafe('q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa') };
  const signedIn = {
    identityId: 'D',
    councilId,
    person: 'DIRECTOR',
    roles: ['director'] as const,
    until: '2026-11-20T20:00Z',
  };
  return createCaller({ services, signedIn });
}

/** The page that says whether the policy changed anything, in the council that is repeated: it has every supervision. */
async function measureImpact(db: Database, template: string): Promise<void> {
  const caller = callerFor(db, template);
  const { constructs } = await caller.impact.view({ version: null });
  insist((constructs[0]?.record.since.due ?? 0) > 100, 'The impact page shows no record.');
  const calls: Timed[] = [];
  for (let i = 0; i < IMPACT_CALLS; i += 1)
    calls.push({ rank: 0, ...(await timed(() => caller.impact.view({ version: null }))) });
  report('impact.view, one council', calls, null);
}

async function measureDashboards(db: Database, councils: readonly FilledCouncil[]): Promise<void> {
  const callers = councils.map((council) => ({ council, caller: callerFor(db, council.id) }));
  let [people, children] = [0, 0];
  for (const { council, caller } of callers) {
    const { teams } = await caller.service.view({ on: null, knownOn: null });
    const own = teams.reduce((sum, team) => sum + team.people, 0);
    insist(
      Math.abs(own - council.supervisees) < 20 + council.supervisees / 20,
      `Council ${council.rank} shows ${own} people instead of ${council.supervisees}.`,
    );
    people += own;
    children += teams.reduce((sum, team) => sum + team.children, 0);
  }
  console.log(
    `${people.toLocaleString('en-GB')} people of ${ENGLAND.supervisees.toLocaleString('en-GB')}, ${children.toLocaleString('en-GB')} open children`,
  );
  printLoad();
  const calls: Timed[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { council, caller } of callers)
      calls.push({ rank: council.rank, ...(await timed(() => caller.service.view({ on: null, knownOn: null }))) });
  report('service.view, every council', calls, DASHBOARD);
  for (const [what, from, to] of SIZES)
    report(
      `service.view, ${what}`,
      calls.filter(({ rank }) => rank >= from && rank <= to),
      null,
    );
  const plain: Timed[] = [];
  for (const { rank, id } of councils)
    plain.push({ rank, ...(await timed(() => inCouncil(db, id, (tx) => tx.sql.unsafe(PLAIN_COUNT, [id, TODAY])))) });
  report('a plain count of twelve months from requirements', plain, null);
}

async function measureEngland(db: Database, ownerUrl: string, councils: readonly FilledCouncil[]): Promise<void> {
  const login = newEnglandLogin();
  await makeEnglandLogin(ownerUrl, login);
  const url = new URL(ownerUrl);
  url.username = login.name;
  url.password = login.password;
  const reader = openDatabase(url.href, { connections: 1 });
  const owner = openDatabase(ownerUrl, { connections: 1 });
  try {
    await checkEngland(db, reader, councils);
    printLoad();
    const reads = {
      'England by month': () => reader.sql`select * from england.month`,
      'every council by month': () => reader.sql`select * from england.requirement_month`,
      'one council by month': () => reader.sql`select * from england.requirement_month where council = 'england-77'`,
    };
    for (const [name, read] of Object.entries(reads)) {
      const { length } = await read();
      const calls: Timed[] = [];
      for (let i = 0; i < ENGLAND_CALLS; i += 1) calls.push({ rank: 0, ...(await timed(read)) });
      report(`${name}, ${length.toLocaleString('en-GB')} rows`, calls, name.startsWith('England') ? BY_MONTH : null);
    }
    // Hidden from everybody in the product: only here the owner may look at all councils at once.
    await owner.sql.unsafe('create policy bench on figure_month for select to current_user using (true)');
    const plain: Timed[] = [];
    for (let i = 0; i < PLAIN_CALLS; i += 1)
      plain.push({
        rank: 0,
        ...(await timed(() => owner.sql`select month, measure, sum(due), sum(on_time) from figure_month group by 1, 2`)),
      });
    report("the same from teams' monthly figures", plain, null);
  } finally {
    await Promise.all([owner.close(), reader.close()]);
  }
}

/** England is what the councils' own reports add up to. */
async function checkEngland(db: Database, reader: Database, councils: readonly FilledCouncil[]): Promise<void> {
  const [found] = await reader.sql<{ months: number; councils: number; due: number }[]>`
    select count(distinct month)::int as months, max(councils) as councils, sum(due)::int8 as due from england.month`;
  if (found === undefined || found.councils !== councils.length || found.months < 56)
    throw new Error(`${found?.councils} councils, ${found?.months} months.`);
  let due = 0;
  for (const { id } of councils)
    due += await inCouncil(db, id, async (tx) => {
      const [own] = await tx.sql<{ due: number }[]>`
        select sum(due)::int8 as due from reporting.requirement_month where measure in (select s ->> 'id' from council_policy p, jsonb_array_elements(p.pack -> 'series') s where p.council_id = ${id})`;
      return own?.due ?? 0;
    });
  insist(due === found.due, `England shows ${found.due} requirements, the councils' reports ${due}.`);
  console.log(
    `${found.months} months, ${due.toLocaleString('en-GB')} requirements of clocks that fell due, as the councils' own reports add up`,
  );
}

interface Timed {
  readonly rank: number;
  /** Milliseconds by the clock, and of this process's processor. */
  readonly time: number;
  readonly own: number;
}

async function timed(work: () => Promise<unknown>): Promise<Omit<Timed, 'rank'>> {
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  await work();
  const time = performance.now() - start;
  const { user, system } = process.threadCpuUsage(cpu);
  return { time, own: (user + system) / 1000 };
}

function report(what: string, calls: readonly Timed[], target: number | null): void {
  const { median, p95, max } = spreadOf(calls.map(({ time }) => time));
  const own = spreadOf(calls.map((call) => call.own));
  const aim = target === null ? '' : `  target p95 ${target} ms, ratio ${(target / p95).toFixed(2)}`;
  console.log(
    `${`${what}: ${calls.length} calls`.padEnd(72)} p50 ${milliseconds(median)}  p95 ${milliseconds(p95)}  max ${milliseconds(max)}  own processor p50 ${milliseconds(own.median)}${aim}`,
  );
}
