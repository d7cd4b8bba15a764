import type { ServiceView, TeamFigures } from '@plumbline/analytics/compliance';
import { formatDay, type LocalDate } from '@plumbline/domain/calendar';
import type { PolicyPack } from '@plumbline/domain/policy';
import { versionOn } from '@plumbline/domain/rules';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { timelineOf } from '../access/policy-of.ts';
import { AsOfInput } from '../inputs.ts';
import { questionOf, type Question } from '../lanes/load-stage.ts';
import { teamsFor } from '../team/list-teams.ts';
import { procedure } from '../trpc.ts';
import { countTallies } from './counts.ts';
import { monthCounts, monthsUpTo } from './months.ts';
import { standingKnownOn, standingNow, type Asked, type Standing } from './standing.ts';

type TeamOf = { readonly team: string; readonly name: string; readonly service: string };

/** How the teams that the caller may see stand on a day, as known now or on another day. */
export async function viewService(caller: Caller, input: z.infer<typeof AsOfInput>): Promise<ServiceView> {
  const question = questionOf(caller, input);
  const { asOf, knownOn } = question;
  const asking = caller.read(async (tx) => {
    const [timeline, teams] = await Promise.all([timelineOf(tx, knownOn), teamsFor(tx, caller, 'service:read')]);
    return { timeline, labels: teams, teams: teams.map((team) => team.team) };
  });
  const [{ timeline, labels }, standing] = await Promise.all([asking, standingOf(caller, question, asking)]);
  const { pack } = versionOn(timeline, asOf.on).policy;
  const months = monthsUpTo(asOf.on).map(formatDay);
  const show = figuresOf(pack, standing, months);
  return {
    on: formatDay(asOf.on),
    knownOn: knownOn === null ? null : formatDay(knownOn),
    teams: labels.map(show),
    totals: Object.fromEntries(
      pack.series.map(({ id }) => [id, countTallies(standing.tallies.filter((tally) => tally.measure === id))]),
    ),
    months: monthCounts(months, standing.months),
  };
}

async function standingOf(caller: Caller, question: Question, asking: Promise<Asked>): Promise<Standing> {
  const { asOf, knownOn } = question;
  if (knownOn === null) return await standingNow(caller.read, asking, asOf, asOf.on === caller.today);
  const { timeline, teams } = await asking;
  return await caller.read((tx) => standingKnownOn(tx, timeline, question, knownOn, teams));
}

/** The figures of any one team. What stands is laid apart once: the largest councils have hundreds of teams. */
function figuresOf(pack: PolicyPack, standing: Standing, shown: readonly LocalDate[]): (team: TeamOf) => TeamFigures {
  const members = Map.groupBy(standing.members, ({ team }) => team);
  const tallies = Map.groupBy(standing.tallies, ({ team }) => team);
  const months = Map.groupBy(standing.months, ({ team }) => team);
  const seriesOf = (subject: 'person' | 'child') =>
    new Set(pack.series.filter((series) => series.subject === subject).map((series) => series.id));
  const [own, cases] = [seriesOf('person'), seriesOf('child')];
  return ({ team, name, service }) => {
    const count = (of: ReadonlySet<string>) => countTallies((tallies.get(team) ?? []).filter(({ measure }) => of.has(measure)));
    const answers = (kind: 'person' | 'child') => members.get(team)?.find((answer) => answer.kind === kind);
    return {
      team: { code: team, name, service },
      people: answers('person')?.count ?? 0,
      children: answers('child')?.count ?? 0,
      own: count(own),
      cases: count(cases),
      alerts: answers('child')?.alerts ?? 0,
      months: monthCounts(shown, months.get(team) ?? []),
      manager: standing.managers.get(team) ?? null,
    };
  };
}

export const viewServiceProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(AsOfInput)
  .query(({ ctx, input }) => viewService(ctx.caller, input));
