import type { TeamView } from '@plumbline/analytics/compliance';
import type { CouncilTransaction } from '@plumbline/database';
import { can } from '@plumbline/domain/access';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { requireSubject } from '../access/require-subject.ts';
import { AsOfInput, IdInput, orNull } from '../inputs.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { choosePeople, type Choice } from './choose-people.ts';
import { teamView } from './team-view.ts';

const ViewTeamInput = AsOfInput.extend({ team: orNull(z.string().max(60)), supervisorId: orNull(IdInput) });
type Input = z.infer<typeof ViewTeamInput>;

/** The lanes of a team, of somebody's supervisees, or (with neither given) of the caller's own, on any day and as known on any. */
export async function viewTeam(caller: Caller, input: Input): Promise<TeamView> {
  return await caller.read(async (tx) => {
    const question = questionOf(caller, input);
    const chosen = await choosePeople(tx, question, await choiceOf(tx, caller, input));
    const stage = await loadStage(tx, question, chosen);
    return teamView(stage, chosen.persons, chosen.unallocated);
  });
}

async function choiceOf(tx: CouncilTransaction, caller: Caller, { team, supervisorId }: Input): Promise<Choice> {
  if (team !== null) {
    if (!can(caller.actor, 'teams:read', { kind: 'team', ref: team }, caller.today)) refuse('not-found');
    return { kind: 'team', team };
  }
  if (supervisorId === null) return { kind: 'supervisor', person: caller.signedIn.person };
  const supervisor = await requireSubject(tx, caller, supervisorId);
  return supervisor.kind === 'person' ? { kind: 'supervisor', person: supervisor.ref } : refuse('not-found');
}

export const viewTeamProcedure = procedure
  .meta({ permission: 'teams:read' })
  .input(ViewTeamInput)
  .query(({ ctx, input }) => viewTeam(ctx.caller, input));
