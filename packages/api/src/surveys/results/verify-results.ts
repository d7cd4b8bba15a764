import type { VerifiedRelease } from '@plumbline/analytics/survey-results';
import type { Proof } from '@plumbline/analytics/disclosure';
import { inCouncil, listCells } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import type { Services } from '../../context.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf, requireRound, RoundInput } from '../rounds/round-access.ts';
import { DESK_ON_THE_SPOT } from './release-desk.ts';
import { plainCells, publishedReceived, storedReleases } from './stored-releases.ts';

/** Works out again, from the answers, whether everything published of a round is unaltered and protects everybody. */
export async function verifyResults(
  services: Pick<Services, 'database' | 'box' | 'results'>,
  councilId: string,
  roundId: string,
): Promise<VerifiedRelease[]> {
  const { round, cells, releases, received } = await inCouncil(services.database, councilId, async (tx) => ({
    round: await requireRound(tx, roundId),
    cells: await plainCells(tx, roundId),
    received: publishedReceived(await listCells(tx, roundId)),
    releases: await storedReleases(tx, roundId),
  }));
  if (releases.length === 0) return [];
  const ballots = await boxOf({ services: services as Services }).ballots(roundId);
  const desk = services.results ?? DESK_ON_THE_SPOT;
  const found = await desk.check({ instrument: round.instrument, cells, ballots, received }, releases);
  return releases.flatMap(({ sequence, contentHash }, i) => {
    const one = found[i];
    return one === undefined ? [] : [{ sequence, contentHash, ...one }];
  });
}

const ProofInput = z.object({ roundId: IdInput, sequence: z.number().int().positive() });

/**
 * Together with which sets a set of published results was proved. Its bounds stay in the database: they begin or end at the hidden
 * numbers themselves, since the second routine looks no further than it must, and what they are about says which groups lie under
 * the floor.
 */
export async function getProof(
  caller: Caller,
  { roundId, sequence }: z.infer<typeof ProofInput>,
): Promise<{ readonly contentHash: string; readonly proof: Pick<Proof, 'format' | 'over'> }> {
  return await caller.read(async (tx) => {
    const release = (await storedReleases(tx, roundId)).find((one) => one.sequence === sequence);
    if (release === undefined) return refuse('not-found');
    const { format, over } = release.proof;
    return { contentHash: release.contentHash, proof: { format, over } };
  });
}

export const verifyResultsProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(RoundInput)
  .query(async ({ ctx, input }) => ({
    releases: await verifyResults(ctx.services, ctx.caller.signedIn.councilId, input.roundId),
  }));

export const getProofProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(ProofInput)
  .query(({ ctx, input }) => getProof(ctx.caller, input));
