import type { TeamView } from '@plumbline/analytics/compliance';
import type { CouncilTransaction } from '@plumbline/database';
import { can } from '@plumbline/domain/access';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { allowedOf, requireSubject } from '../access/require-subject.ts';
import { AsOfInput, IdInput, orNull } from '../inputs.ts';
import { loadStage, questionOf, type Question } from '../lanes/load-stage.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { choosePeople, type Choice, type Chosen } from './choose-people.ts';
import { teamView } from './team-view.ts';

const ViewTeamInput = AsOfInput.extend({ team: orNull(z.string().max(60)), supervisorId: orNull(IdInput) });
type Input = z.infer<typeof ViewTeamInput>;

/** The lanes of a team, of somebody's supervisees, or (with neither given) of the caller's own, on any day and as known on any. */
export async function viewTeam(caller: Caller, input: Input): Promise<TeamView> {
  return await caller.read(async (tx) => {
    const question = questionOf(caller, input);
    const choice = await choiceOf(tx, caller, input);
    const everybody = await choosePeople(tx, question, choice);
    const isOwnToday = choice.kind === 'supervisor' && choice.person === caller.signedIn.person && isAboutToday(caller, question);
    const chosen = choice.kind === 'team' || isOwnToday ? everybody : await stillAllowed(tx, caller, everybody);
    const stage = await loadStage(tx, question, chosen);
    return teamView(stage, chosen.persons, chosen.unallocated);
  });
}

function isAboutToday(caller: Caller, { asOf, knownOn }: Question): boolean {
  return asOf.on === caller.today && knownOn === null;
}

/**
 * Whom somebody supervised on another day, or whom somebody else supervises, as far as the caller answers for them today.
 * A team's past belongs to whoever manages it; a person's does not to whoever once supervised them.
 */
async function stillAllowed(tx: CouncilTransaction, caller: Caller, chosen: Chosen): Promise<Chosen> {
  const allowed = async (kind: 'person' | 'child', refs: readonly string[]): Promise<string[]> => {
    const subjects = refs.map((ref) => ({ kind, ref }));
    return (await allowedOf(tx, caller, 'subjects:read', subjects)).map((subject) => subject.ref);
  };
  const children = new Set(await allowed('child', chosen.children));
  return {
    persons: await allowed('person', chosen.persons),
    children: [...children],
    unallocated: chosen.unallocated.filter((child) => children.has(child)),
    answering: chosen.answering,
  };
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
