import type { ServiceView, TeamFigures } from '@plumbline/analytics/compliance';
import { loadBook, type CouncilTransaction } from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { versionOn } from '@plumbline/domain/rules';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { timelineOf } from '../access/policy-of.ts';
import { AsOfInput } from '../inputs.ts';
import { questionOf } from '../lanes/load-stage.ts';
import { isWithin } from '../lanes/scene.ts';
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
    const managers = await managersOf(tx, codes, formatDay(asOf.on));
    return {
      on: formatDay(asOf.on),
      knownOn: knownOn === null ? null : formatDay(knownOn),
      teams: teams.map((team) => ({
        ...figuresOf(policy.pack, standing, team, asOf.on),
        manager: managers.get(team.team) ?? null,
      })),
      totals: Object.fromEntries(
        policy.pack.series.map(({ id }) => [id, countTallies(standing.tallies.filter((tally) => tally.measure === id))]),
      ),
      months: monthCounts(
        asOf.on,
        standing.months,
        [...standing.pending.values()].reduce((sum, count) => sum + count, 0),
      ),
    };
  });
}

function figuresOf(pack: PolicyPack, standing: Standing, { team, name, service }: TeamOf, on: Day): Omit<TeamFigures, 'manager'> {
  const members = standing.answers.filter((answer) => answer.team === team);
  const tallies = standing.tallies.filter((tally) => tally.team === team);
  const of = (subject: 'person' | 'child') => {
    const ids = pack.series.filter((series) => series.subject === subject).map((series) => series.id);
    return countTallies(tallies.filter((tally) => ids.includes(tally.measure)));
  };
  return {
    team: { code: team, name, service },
    people: members.filter((answer) => answer.kind === 'person').length,
    children: members.filter((answer) => answer.kind === 'child').length,
    own: of('person'),
    cases: of('child'),
    alerts: standing.alerts.filter((alert) => alert.team === team).length,
    months: monthCounts(
      on,
      standing.months.filter((tally) => tally.team === team),
      standing.pending.get(team) ?? 0,
    ),
  };
}

/** Who manages each team by their post on a day. */
async function managersOf(
  tx: CouncilTransaction,
  teams: readonly string[],
  on: string,
): Promise<Map<string, TeamFigures['manager']>> {
  const posts = await factsNaming(tx, 'post', ['team'], teams);
  const holders = posts.filter((post) => isManager(post) && isWithin(on, post.from, post.to));
  const persons = holders.map((post) => post.person);
  const [people, book] = await Promise.all([factsNaming(tx, 'person', ['person'], persons), loadBook(tx, { persons })]);
  const names = new Map(people.map((person) => [person.person, person.name]));
  return new Map(
    holders
      .toReversed()
      .map((post) => [post.team, { id: book.id('person', post.person), name: names.get(post.person) ?? post.person }]),
  );
}

function isManager(post: FactOf<'post'>): boolean {
  return post.role === 'team-manager' || post.role === 'registered-manager';
}

export const viewServiceProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(AsOfInput)
  .query(({ ctx, input }) => viewService(ctx.caller, input));
