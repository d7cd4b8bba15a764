import type { Floors, Release } from '@plumbline/analytics/disclosure';
import { planOf } from '@plumbline/analytics/survey-results';
import { addRelease, findRound, listCells, noteComments, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, orNull } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf } from '../rounds/round-access.ts';
import { PlanChoiceInput } from './plan.ts';
import { DESK_ON_THE_SPOT, type ReleaseDesk, type ReleaseOrder, type RoundEvidence } from './release-desk.ts';
import { choiceFor, plainCells, publishedReceived, rowOf, storedReleases } from './stored-releases.ts';

const PublishInput = z.object({
  roundId: IdInput,
  /** How many sets of results the page saw: somebody else may have published meanwhile. */
  baseSequence: z.number().int().nonnegative(),
  /** For a further view of a round that is published already; the first always goes by the plan. */
  choice: orNull(PlanChoiceInput),
  idempotencyKey: IdempotencyKey,
});
type Asked = Omit<z.infer<typeof PublishInput>, 'idempotencyKey'>;

export function deskOf({ services }: Pick<Caller, 'services'>): ReleaseDesk {
  return services.results ?? DESK_ON_THE_SPOT;
}

/**
 * Publishes a mixed round: makes the tables from the plan, lets the second routine prove them, keeps them, and proves once more
 * what was kept. Anything that does not hold takes all of it back. What was published can never be changed; a further view is
 * added and checked together with everything before it.
 */
export async function publishResults(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PublishInput>,
): Promise<{ readonly sequence: number; readonly contentHash: string }> {
  const intention = { action: 'surveys.results.publish', idempotencyKey, asked };
  const order = await prepare(caller, asked);
  const made = order === null ? null : await deskOf(caller).make(order);
  if (made !== null && !made.ok) refuse('not-valid', { fields: { results: made.problems.map(({ kind }) => kind).join(', ') } });
  const comments = await boxOf(caller).comments(asked.roundId);
  return await caller.read((tx) =>
    once(tx, caller, intention, async () => {
      const round = (await findRound(tx, asked.roundId, 'for-change')) ?? refuse('not-found');
      const earlier = await storedReleases(tx, round.id);
      if (made === null || order === null || earlier.length !== asked.baseSequence) return refuseSecond(asked, earlier);
      const by = caller.signedIn.person;
      await addRelease(tx, { ...rowOf(made.release), publishedBy: by });
      await requireProof(caller, order, await storedReleases(tx, round.id));
      await noteComments(tx, round.id, comments);
      const counts = { sequence: made.release.sequence, tables: made.release.tables.length };
      await writeAudit(tx, { actor: by, action: 'surveys.results.publish', counts });
      return { sequence: made.release.sequence, contentHash: made.release.contentHash };
    }),
  );
}

function refuseSecond({ baseSequence }: Asked, earlier: readonly Release[]): never {
  return refuse('out-of-date', { yourVersion: baseSequence, currentVersion: earlier.length });
}

/** What is needed to make results; null where the caller's page is behind, which the transaction then says. */
async function prepare(caller: Caller, asked: Asked): Promise<ReleaseOrder | null> {
  const found = await caller.read(async (tx) => {
    const round = (await findRound(tx, asked.roundId)) ?? refuse('not-found');
    if (round.state !== 'mixed') refuse('wrong-state', { fields: { state: round.state } });
    const earlier = await storedReleases(tx, round.id);
    if (earlier.length !== asked.baseSequence) return null;
    if (earlier.length > 0 && asked.choice === null) refuse('already-recorded');
    const cells = await plainCells(tx, round.id);
    const received = publishedReceived(await listCells(tx, round.id));
    const { choice } = await choiceFor(tx, round.id);
    const plan = planOf(round.id, cells, earlier.length === 0 ? choice : (asked.choice ?? choice));
    const last = earlier.at(-1);
    if (last !== undefined && isLower(plan.floors, last.plan.floors))
      refuse('not-valid', { fields: { floors: 'No floor is lowered once results are published.' } });
    return { instrument: round.instrument, cells, plan, earlier, received };
  });
  return found === null ? null : { ...found, ballots: await boxOf(caller).ballots(asked.roundId) };
}

function isLower(floors: Floors, than: Floors): boolean {
  return floors.scores < than.scores || floors.managed < than.managed || floors.crosses < than.crosses;
}

/** Proves what the database gives back, not what was about to be put there. */
async function requireProof(caller: Caller, evidence: RoundEvidence, stored: readonly Release[]): Promise<void> {
  const { instrument, cells, ballots, received } = evidence;
  const found = await deskOf(caller).check({ instrument, cells, ballots, received }, stored);
  if (found.length === 0 || found.some((one) => !one.isUnaltered || !one.isChained || !one.isProved))
    throw new Error('What was stored of the results does not pass its proof; nothing was published.');
}

export const publishResultsProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(PublishInput)
  .mutation(({ ctx, input }) => publishResults(ctx.caller, input));
