import type { HomeView, NeedRow, PersonLanes } from '@plumbline/analytics/compliance';
import { countFacts, listAlerts, listFeeds, listImports, loadBook, type CouncilTransaction } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { auditNeeds } from '../audits/audit-needs.ts';
import { checkNeeds } from '../focus-groups/check-needs.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { byNeed, personLanes } from '../lanes/person-lanes.ts';
import { aboutKey, type Stage } from '../lanes/scene.ts';
import { listSessionRows, sessionsAllowed } from '../supervision/session-rows.ts';
import { childrenHeldBy, choosePeople } from '../team/choose-people.ts';
import { teamsFor } from '../team/list-teams.ts';
import { procedure } from '../trpc.ts';
import { fromLog, ownSupervision, owedBy, toConfirm } from './needs.ts';
import { policyNeeds } from './policy-needs.ts';
import { commentNeeds, surveyNeeds } from './survey-needs.ts';
import { NOW } from '../inputs.ts';

/** More than this of one kind is said as a number. */
const MOST_ALERTS = 5;

/** Home: what needs the caller today, each with one thing to do, then their own lanes and their people's. */
export async function getHome(caller: Caller): Promise<HomeView> {
  const me = caller.signedIn.person;
  return await caller.read(async (tx) => {
    const question = questionOf(caller, NOW);
    const isSupervisor = caller.permissions.includes('supervisions:log');
    const chosen = isSupervisor
      ? await choosePeople(tx, question, { kind: 'supervisor', person: me })
      : { persons: [], children: [], unallocated: [] };
    const own = await childrenHeldBy(tx, question.asOf.on, [me]);
    const stage = await loadStage(tx, question, {
      persons: [...new Set([me, ...chosen.persons])],
      children: [...new Set([...own, ...chosen.children])],
    });
    const mine = stage.answering.has(aboutKey('person', me)) ? personLanes(stage, me) : null;
    const team = chosen.persons
      .filter((person) => person !== me)
      .map((person) => personLanes(stage, person))
      .sort(byNeed);
    return { needs: await needsOf(tx, caller, stage, mine, team), mine, team };
  });
}

async function needsOf(
  tx: CouncilTransaction,
  caller: Caller,
  stage: Stage,
  mine: PersonLanes | null,
  team: readonly PersonLanes[],
): Promise<NeedRow[]> {
  const myId = stage.book.id('person', caller.signedIn.person);
  const sessions = caller.permissions.includes('supervisions:log')
    ? await listSessionRows(tx, { column: 'supervisor', refs: [caller.signedIn.person] })
    : [];
  const mayLog = await sessionsAllowed(tx, caller, 'supervisions:log', sessions);
  const people = mine === null ? team : [...team, mine];
  return [
    ...(await commentNeeds(tx, caller)),
    ...(await alertsFor(tx, caller)),
    ...owedBy(people, myId, caller.today).filter((need) => need.duty?.subject.id !== myId),
    ...ownSupervision(mine, caller.today),
    ...fromLog(stage, [...mayLog]),
    ...(await administration(tx, caller)),
    ...(await policyNeeds(tx, caller)),
    ...(await surveyNeeds(tx, caller)),
    ...(await checkNeeds(tx, caller)),
    ...(await auditNeeds(tx, caller)),
    // Last: it is asked once a year, and nothing hangs on the day.
    ...toConfirm(team),
  ];
}

/** Open children of the caller's teams for whom somebody must act before dates matter. */
async function alertsFor(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('service:read')) return [];
  const teams = await teamsFor(tx, caller, 'service:read');
  const alerts = await listAlerts(tx, { on: formatDay(caller.today), teams: teams.map((team) => team.team) });
  const nothing = { duty: null, sessionId: null, on: null };
  if (alerts.length > MOST_ALERTS) return [{ ...nothing, kind: 'alert', subject: null, count: alerts.length }];
  const book = await loadBook(tx, { children: alerts.map((alert) => alert.child) });
  const nameOf = (code: string | null) => teams.find((team) => team.team === code)?.name ?? null;
  return alerts.map(({ child, team }) => {
    const subject = { id: book.id('child', child), kind: 'child' as const, label: child, descriptors: [], team: nameOf(team) };
    return { ...nothing, kind: 'alert', subject, count: 1 };
  });
}

/** For administrators: files that wait for somebody, and kinds of fact that nobody records. */
async function administration(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('imports:apply')) return [];
  const nothing = { duty: null, subject: null, sessionId: null, on: null };
  const waiting = (await listImports(tx)).filter((run) =>
    ['needs-mapping', 'has-problems', 'ready', 'failed'].includes(run.state),
  );
  const [feeds, counts] = await Promise.all([listFeeds(tx), countFacts(tx)]);
  const unfed = FACT_KIND_NAMES.filter((kind) => feeds[kind] === undefined && counts[kind] > 0);
  return [
    ...(waiting.length === 0 ? [] : [{ ...nothing, kind: 'import-problem' as const, count: waiting.length }]),
    ...(unfed.length === 0 ? [] : [{ ...nothing, kind: 'feed-missing' as const, count: unfed.length }]),
  ];
}

export const getHomeProcedure = procedure.meta({ permission: 'me:read' }).query(({ ctx }) => getHome(ctx.caller));
