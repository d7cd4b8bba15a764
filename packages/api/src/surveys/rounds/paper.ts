import {
  findSubjects,
  listCells,
  listInvitations,
  listRounds,
  writeAudit,
  type CouncilTransaction,
  type SurveyRound,
} from '@plumbline/database';
import type { PaperPerson, PaperRound } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { BlindedInput, issueTo, requireOpenRound } from './issue-link.ts';
import { boxOf, requireRound, RoundInput } from './round-access.ts';

/** The open rounds that name the caller to hand out paper. */
export async function listPaperRounds(caller: Caller): Promise<{ readonly rounds: PaperRound[] }> {
  return await caller.read(async (tx) => {
    const rounds = (await listRounds(tx)).filter((round) => round.state === 'open' && isNamed(caller, round));
    return { rounds: rounds.map((round) => paperRoundOf(caller, round)) };
  });
}

function paperRoundOf(caller: Caller, { id, title, closesOn, manifestHash }: SurveyRound): PaperRound {
  return { id, title, closesOn, manifestHash: manifestHash ?? '', boxUrl: boxOf(caller).url() };
}

/** Who may have answers on paper, for whom the round names to hand them out. */
export async function listPaperPeople(
  caller: Caller,
  { roundId }: z.infer<typeof RoundInput>,
): Promise<{ readonly round: PaperRound; readonly people: PaperPerson[] }> {
  return await caller.read(async (tx) => {
    const round = await requireRound(tx, roundId);
    requireNamed(caller, round);
    const invitations = await listInvitations(tx, roundId);
    const refs = invitations.map(({ person }) => person);
    const [label, cells, teams, addresses] = await Promise.all([
      labelsOf(tx, refs),
      listCells(tx, roundId),
      factsNaming(tx, 'team'),
      caller.services.mail?.addressesOf(tx, refs),
    ]);
    const teamName = new Map(teams.map(({ team, name }) => [team, name]));
    const people = invitations.flatMap((invitation): PaperPerson[] => {
      const cell = cells.find(({ id }) => id === invitation.cell);
      if (cell === undefined) return [];
      return [
        {
          ...label(invitation.person),
          team: teamName.get(invitation.team) ?? invitation.team,
          hasAddress: addresses?.has(invitation.person) ?? false,
          isIssued: invitation.issuedOn !== null,
          isOnPaper: invitation.how === 'paper',
          cell: { id: cell.id, publicKey: cell.publicKey, fingerprint: cell.fingerprint },
        },
      ];
    });
    return { round: paperRoundOf(caller, round), people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
  });
}

const IssuePaperInput = z.object({
  roundId: IdInput,
  people: z
    .array(z.object({ subjectId: IdInput, blinded: BlindedInput }))
    .min(1)
    .max(200),
});

/**
 * Signs for people who answer on paper, all of them or none. As with one's own link, the blinded values stand for the
 * idempotency key. The record history says that paper was made out and for how many, not for whom.
 */
export async function issuePaper(
  caller: Caller,
  { roundId, people }: z.infer<typeof IssuePaperInput>,
): Promise<{ readonly signatures: readonly { readonly subjectId: string; readonly signature: string }[] }> {
  return await caller.read(async (tx) => {
    const { round, cells } = await requireOpenRound(tx, caller, roundId);
    requireNamed(caller, round);
    const persons = await personsOf(tx, people);
    const signatures: { subjectId: string; signature: string }[] = [];
    // In the order of staff numbers, so that two who print at once wait for each other instead of blocking each other.
    for (const { subjectId, blinded, person } of persons)
      signatures.push({ subjectId, signature: await issueTo(tx, caller, { round, cells, person, how: 'paper', blinded }) });
    await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.paper.issue', counts: { people: people.length } });
    return { signatures };
  });
}

async function personsOf(tx: CouncilTransaction, people: z.infer<typeof IssuePaperInput>['people']) {
  if (new Set(people.map(({ subjectId }) => subjectId)).size < people.length)
    refuse('not-valid', { fields: { people: 'Somebody stands in the list twice.' } });
  const subjects = await findSubjects(
    tx,
    people.map(({ subjectId }) => subjectId),
  );
  return people
    .map((one) => {
      const subject = subjects.get(one.subjectId);
      return { ...one, person: subject?.kind === 'person' ? subject.ref : refuse('not-found') };
    })
    .toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

/** The permission lets somebody be named for it; the round says who is. */
function requireNamed(caller: Caller, round: SurveyRound): void {
  if (!isNamed(caller, round)) refuse('not-found');
}

function isNamed(caller: Caller, { paperBy }: SurveyRound): boolean {
  return paperBy.includes(caller.signedIn.person);
}

export const listPaperRoundsProcedure = procedure
  .meta({ permission: 'surveys:paper' })
  .query(({ ctx }) => listPaperRounds(ctx.caller));

export const listPaperPeopleProcedure = procedure
  .meta({ permission: 'surveys:paper' })
  .input(RoundInput)
  .query(({ ctx, input }) => listPaperPeople(ctx.caller, input));

export const issuePaperProcedure = procedure
  .meta({ permission: 'surveys:paper' })
  .input(IssuePaperInput)
  .mutation(({ ctx, input }) => issuePaper(ctx.caller, input));
