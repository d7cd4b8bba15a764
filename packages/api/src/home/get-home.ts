import type { HomeView, NeedRow, PersonLanes } from '@plumbline/analytics/compliance';
import {
  kindsHeld,
  listAlerts,
  listFeeds,
  listImports,
  loadBook,
  reportFailedOn,
  type CouncilTransaction,
} from '@plumbline/database';
import { can, isSupervisorOn, reachOf, type Permission } from '@plumbline/domain/access';
import { formatDay } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { auditNeeds } from '../audits/audit-needs.ts';
import { checkNeeds } from '../focus-groups/check-needs.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { byNeed, personLanes } from '../lanes/person-lanes.ts';
import { aboutKey, type Stage } from '../lanes/scene.ts';
import { childrenHeldBy, choosePeople } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';
import { inOrder } from './in-order.ts';
import { logNeeds } from './log-needs.ts';
import { ownSupervision, owedBy, toConfirm } from './needs.ts';
import { policyNeeds } from './policy-needs.ts';
import { commentNeeds, surveyNeeds } from './survey-needs.ts';
import { waitingNeeds } from './waiting-needs.ts';
import { NOW } from '../inputs.ts';

/** More than this of one kind is said as a number. */
const MOST_ALERTS = 5;

/** Whoever has one of these is told of what waits in their teams. */
const LOOKS_AFTER_TEAMS: readonly Permission[] = ['service:read', 'teams:read', 'audits:sign-off'];

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
  const people = mine === null ? team : [...team, mine];
  const teams = LOOKS_AFTER_TEAMS.some((permission) => caller.permissions.includes(permission))
    ? await factsNaming(tx, 'team')
    : [];
  const [alerts, comments, log, ...further] = await Promise.all([
    alertsFor(tx, caller, teams),
    commentNeeds(tx, caller),
    logNeeds(tx, caller),
    administration(tx, caller),
    policyNeeds(tx, caller),
    surveyNeeds(tx, caller),
    checkNeeds(tx, caller),
    auditNeeds(tx, caller),
    waitingNeeds(tx, caller, teams),
  ]);
  const found: NeedRow[] = [
    ...alerts,
    ...comments,
    ...owedBy(people, myId, caller.today).filter((need) => need.duty?.subject.id !== myId),
    ...ownSupervision(mine, caller.today),
    ...log,
    ...further.flat(),
    ...toConfirm(team),
  ];
  return inOrder(found, caller.today);
}

/** Open children of the caller's teams for whom somebody must act before dates matter. */
async function alertsFor(
  tx: CouncilTransaction,
  caller: Caller,
  all: readonly { readonly team: string; readonly name: string }[],
): Promise<NeedRow[]> {
  if (!caller.permissions.includes('service:read')) return [];
  const teams = all.filter(({ team }) => can(caller.actor, 'service:read', { kind: 'team', ref: team }, caller.today));
  const alerts = await listAlerts(tx, { on: formatDay(caller.today), teams: teams.map((team) => team.team) });
  const nothing = { duty: null, sessionId: null, on: null };
  if (alerts.length === 0) return [];
  if (alerts.length > MOST_ALERTS || !opensRows(caller))
    return [{ ...nothing, kind: 'alert', subject: null, count: alerts.length }];
  const book = await loadBook(tx, { children: alerts.map((alert) => alert.child) });
  const nameOf = (code: string | null) => teams.find((team) => team.team === code)?.name ?? null;
  return alerts.map(({ child, team }) => {
    const subject = { id: book.id('child', child), kind: 'child' as const, label: child, descriptors: [], team: nameOf(team) };
    return { ...nothing, kind: 'alert', subject, count: 1 };
  });
}

/** Whether somebody may open the page of whoever is in their figures: a director reads figures of children whom others look after. */
function opensRows({ actor, today }: Caller): boolean {
  const reach = (permission: Permission) => reachOf(permission, actor.roles, isSupervisorOn(actor, today));
  return reach('subjects:read') === reach('service:read');
}

/** For administrators: files that wait for somebody, and kinds of fact that nobody records. */
async function administration(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('imports:apply')) return [];
  const nothing = { duty: null, subject: null, sessionId: null, on: null };
  const waiting = (await listImports(tx)).filter((run) =>
    ['needs-mapping', 'has-problems', 'ready', 'failed'].includes(run.state),
  );
  const [feeds, failedOn] = await Promise.all([listFeeds(tx), caller.services.reports === undefined ? null : reportFailedOn(tx)]);
  const unfed = await kindsHeld(
    tx,
    FACT_KIND_NAMES.filter((kind) => feeds[kind] === undefined),
  );
  return [
    ...(waiting.length === 0 ? [] : [{ ...nothing, kind: 'import-problem' as const, count: waiting.length }]),
    ...(failedOn === null ? [] : [{ ...nothing, kind: 'report-failed' as const, count: 1, on: failedOn }]),
    ...(unfed.size === 0 ? [] : [{ ...nothing, kind: 'feed-missing' as const, count: unfed.size }]),
  ];
}

export const getHomeProcedure = procedure.meta({ permission: 'me:read' }).query(({ ctx }) => getHome(ctx.caller));
