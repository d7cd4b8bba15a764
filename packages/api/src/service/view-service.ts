import type { ServiceView, TeamFigures } from '@plumbline/analytics/compliance';
import { loadBook, teamManagers, type CouncilTransaction } from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import type { PolicyPack } from '@plumbline/domain/policy';
import { versionOn } from '@plumbline/domain/rules';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { timelineOf } from '../access/policy-of.ts';
import { AsOfInput } from '../inputs.ts';
import { questionOf } from '../lanes/load-stage.ts';
import { teamsFor } from '../team/list-teams.ts';
import { procedure } from '../trpc.ts';
import { countTallies } from './counts.ts';
import { monthCounts } from './months.ts';
import { standingKnownOn, standingNow, type Standing } from './standing.ts';

type TeamOf = { readonly team: string; readonly name: string; readonly service: string };

/** How the teams that the caller may see stand on a day, as known now or on another day. */
export async function viewService(caller: Caller, input: z.infer<typeof AsOfInput>): Promise<ServiceView> {
  return await caller.read(async (tx) => {
    const question = questionOf(caller, input);
    const { asOf, knownOn } = question;
    const timeline = await timelineOf(tx, knownOn);
    const { policy } = versionOn(timeline, asOf.on);
    const teams = await teamsFor(tx, caller, 'service:read');
    const codes = teams.map((team) => team.team);
    const standing =
      knownOn === null
        ? await standingNow(tx, timeline, asOf, codes, asOf.on === caller.today)
        : await standingKnownOn(tx, timeline, question, knownOn, codes);
    const apart = byTeam(standing);
    const managers = await managersOf(tx, codes, formatDay(asOf.on));
    return {
      on: formatDay(asOf.on),
      knownOn: knownOn === null ? null : formatDay(knownOn),
      teams: teams.map((team) => ({
        ...figuresOf(policy.pack, apart, team, asOf.on),
        manager: managers.get(team.team) ?? null,
      })),
      totals: Object.fromEntries(
        policy.pack.series.map(({ id }) => [id, countTallies(standing.tallies.filter((tally) => tally.measure === id))]),
      ),
      months: monthCounts(asOf.on, standing.months),
    };
  });
}

/** What stands of each team, laid apart once: the largest councils have hundreds. */
function byTeam({ members, tallies, alerts, months }: Standing) {
  return {
    members: Map.groupBy(members, ({ team }) => team),
    tallies: Map.groupBy(tallies, ({ team }) => team),
    alerts: Map.groupBy(alerts, ({ team }) => team),
    months: Map.groupBy(months, ({ team }) => team),
  };
}

function figuresOf(
  pack: PolicyPack,
  apart: ReturnType<typeof byTeam>,
  { team, name, service }: TeamOf,
  on: Day,
): Omit<TeamFigures, 'manager'> {
  const members = (kind: 'person' | 'child') => apart.members.get(team)?.find((answer) => answer.kind === kind)?.count ?? 0;
  const of = (subject: 'person' | 'child') => {
    const ids = pack.series.filter((series) => series.subject === subject).map((series) => series.id);
    return countTallies((apart.tallies.get(team) ?? []).filter((tally) => ids.includes(tally.measure)));
  };
  return {
    team: { code: team, name, service },
    people: members('person'),
    children: members('child'),
    own: of('person'),
    cases: of('child'),
    alerts: apart.alerts.get(team)?.length ?? 0,
    months: monthCounts(on, apart.months.get(team) ?? []),
  };
}

/** Who manages each team by their post on a day. */
async function managersOf(
  tx: CouncilTransaction,
  teams: readonly string[],
  on: string,
): Promise<Map<string, TeamFigures['manager']>> {
  const managers = await teamManagers(tx, { on, teams });
  const book = await loadBook(tx, { persons: managers.map(({ person }) => person) });
  return new Map(managers.map(({ team, person, name }) => [team, { id: book.id('person', person), name }]));
}

export const viewServiceProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(AsOfInput)
  .query(({ ctx, input }) => viewService(ctx.caller, input));
