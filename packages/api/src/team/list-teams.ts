import type { TeamLabel } from '@plumbline/analytics/compliance';
import { answersOn, type CouncilTransaction } from '@plumbline/database';
import { can, type Permission } from '@plumbline/domain/access';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { procedure } from '../trpc.ts';

/** The teams that the caller may see, with how many people each has today. */
export async function listTeams(caller: Caller): Promise<readonly TeamLabel[]> {
  return await caller.read(async (tx) => {
    const teams = await teamsFor(tx, caller, 'teams:read');
    const answers = await answersOn(tx, { on: formatDay(caller.today), teams: teams.map((team) => team.team) });
    return teams.map(({ team, name, service }) => ({
      code: team,
      name,
      service,
      people: answers.filter((answer) => answer.kind === 'person' && answer.team === team).length,
    }));
  });
}

/** The teams that a permission of the caller reaches, by service and name. */
export async function teamsFor(
  tx: CouncilTransaction,
  caller: Caller,
  action: Permission,
): Promise<{ team: string; name: string; service: string }[]> {
  const teams = await factsNaming(tx, 'team');
  const seen = teams.filter((team) => can(caller.actor, action, { kind: 'team', ref: team.team }, caller.today));
  return seen.toSorted((a, b) => a.service.localeCompare(b.service) || a.name.localeCompare(b.name));
}

export const listTeamsProcedure = procedure.meta({ permission: 'teams:read' }).query(({ ctx }) => listTeams(ctx.caller));
