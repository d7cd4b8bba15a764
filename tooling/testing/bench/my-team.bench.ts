/**
 * My team at the server: the call that the page makes (`team.view`, through the router with permission, relations, facts,
 * requirements, ids, lanes, everything but the socket) in the largest demonstration council with five years of history and
 * its supervision log, one call after another, by everybody who supervises anybody today, in turn. Every answer is first
 * checked: it shows exactly the people whom the council's facts give that supervisor, with their open children. Making the
 * council is not timed; the first round warms up. Beside the clock stands the processor time that this process spent on each
 * call: the rest is the database's, and waiting for it. The council's facts are let go before: a server never holds them.
 */
import { createCaller, makeImportJobs, type Services } from '@plumbline/api';
import { makeCouncil } from '@plumbline/demo';
import { londonInstant, toDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { childResponsibilities, indexFacts, personResponsibilities, type Responsibility } from '@plumbline/domain/rules';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, milliseconds, printLoad, spreadOf } from './measure.ts';

const TODAY = '2026-11-20';
const LEAST_CALLS = 600;
const TARGET = 25;

interface Supervisor {
  readonly person: string;
  /** Names of their people. */
  readonly people: readonly string[];
  readonly children: number;
}

type Caller = ReturnType<typeof createCaller>;

interface Timed {
  readonly children: number;
  /** Milliseconds by the clock, and of this process's processor. */
  readonly time: number;
  readonly own: number;
}

const opened = await openBenchDatabase();
try {
  const { council, supervisors } = await makeReady();
  const now = londonInstant(toDay(TODAY), 11 * 60) * 60_000;
  const clock = { now: () => now };
  const imports = makeImportJobs({ database: opened.db, clock, onFailure: (error) => console.error(error) });
  await run({ database: opened.db, clock, imports }, council, supervisors);
} finally {
  await opened.close();
}

async function makeReady(): Promise<{ council: string; supervisors: readonly Supervisor[] }> {
  const facts = makeCouncil({ seed: 42, packId: 'wirral', size: 'large', today: TODAY });
  const supervisors = supervisorsOf(facts);
  const council = await seedBenchCouncil(opened.db, facts, TODAY);
  console.log(
    `${facts.person.length.toLocaleString('en-GB')} people, ${facts.child.length.toLocaleString('en-GB')} cases, ${facts.session.length.toLocaleString('en-GB')} supervisions; ${supervisors.length} supervisors`,
  );
  return { council, supervisors };
}

async function run(services: Services, council: string, supervisors: readonly Supervisor[]): Promise<void> {
  const callers = supervisors.map((supervisor) => ({ supervisor, caller: callerFor(services, council, supervisor.person) }));
  for (const { supervisor, caller } of callers) await check(supervisor, caller);
  console.log(`${callers.length} answers show exactly the people and open children that the facts give`);
  globalThis.gc?.();
  printLoad();
  const calls: Timed[] = [];
  while (calls.length < LEAST_CALLS) {
    for (const { supervisor, caller } of callers) calls.push({ children: supervisor.children, ...(await timed(caller)) });
  }
  report('all supervisors', calls);
  const largest = calls.toSorted((a, b) => b.children - a.children).slice(0, Math.ceil(calls.length / 10));
  report(`the tenth with most children (${largest.at(-1)?.children} or more)`, largest);
  printLoad();
}

async function timed(caller: Caller): Promise<Pick<Timed, 'time' | 'own'>> {
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  await caller.team.view({});
  const time = performance.now() - start;
  const { user, system } = process.threadCpuUsage(cpu);
  return { time, own: (user + system) / 1000 };
}

function callerFor(services: Services, councilId: string, person: string): Caller {
  const signedIn = { identityId: person, councilId, person, roles: ['team-manager'] as const, until: '2026-11-20T20:00Z' };
  return createCaller({ services, signedIn });
}

/** Names are unique enough in a team to compare by: the answer holds random ids, not staff numbers. */
async function check({ person, people, children }: Supervisor, caller: Caller): Promise<void> {
  const view = await caller.team.view({});
  const shown = view.people.map((lanes) => lanes.person.label).toSorted();
  insist(
    JSON.stringify(shown) === JSON.stringify(people.toSorted()),
    `${person}: shows ${shown.length} people instead of ${people.length}.`,
  );
  const open = new Set(view.people.flatMap((lanes) => lanes.children.map((lane) => lane.subject.id)));
  insist(open.size === children, `${person}: shows ${open.size} children instead of ${children}.`);
}

/** Everybody who supervises or, where nobody does, line-manages somebody today, by the facts alone. */
function supervisorsOf(council: Facts): Supervisor[] {
  const on = toDay(TODAY);
  const index = indexFacts(council);
  const nameOf = new Map(council.person.map(({ person, name }) => [person, name]));
  const isToday = (held: Responsibility): boolean => held.from <= on && (held.to === null || held.to >= on);
  const people = council.person.flatMap(({ person }) => personResponsibilities(index, person)).filter(isToday);
  const refs = new Set(council.child.map(({ child }) => child));
  const children = [...refs].flatMap((child) => childResponsibilities(index, child)).filter(isToday);
  const heldBy = Map.groupBy(children, (held) => held.worker);
  return [...Map.groupBy(people, (held) => held.supervisor ?? held.lineManager)].flatMap(([person, held]) => {
    if (person === null) return [];
    const supervisees = [...new Set(held.map(({ ref }) => ref))];
    const children = supervisees.reduce((sum, ref) => sum + (heldBy.get(ref)?.length ?? 0), 0);
    return [{ person, people: supervisees.map((ref) => nameOf.get(ref) ?? ref), children }];
  });
}

function report(who: string, calls: readonly Timed[]): void {
  const { min, median, p95, max } = spreadOf(calls.map((call) => call.time));
  const own = spreadOf(calls.map((call) => call.own));
  console.log(
    `team.view, ${who}: ${calls.length} calls  min ${milliseconds(min)}  p50 ${milliseconds(median)}  p95 ${milliseconds(p95)}  max ${milliseconds(max)}  target p95 ${TARGET} ms, ratio ${(TARGET / p95).toFixed(2)}; of it this process's own processor time p50 ${milliseconds(own.median)}  p95 ${milliseconds(own.p95)}`,
  );
}
