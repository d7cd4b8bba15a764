import {
  changeRound,
  dropList,
  findCouncil,
  keepList,
  writeAudit,
  type CouncilTransaction,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import {
  cellsOf,
  instrumentHash,
  invitedOn,
  manifestHash,
  SMALLEST_CELL,
  type Cells,
  type InvitedList,
  type Manifest,
  type RoundDetail,
} from '@plumbline/domain/surveys';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { makeCellKeys, type CellKeys } from './cell-keys.ts';
import { requireRound, requireStep, RoundStepInput, safeOf, type RoundStep } from './round-access.ts';
import { getRound } from './round-detail.ts';

/** What a manifest says made it: who checks one can look at the code of this version. */
export const CODE_VERSION = 'plumbline 0.1.0';

/**
 * Draws the list from today's staff, divides it into groups and gives each a pair of keys. From then on neither moves of staff nor
 * changes of the design touch the round; thawing takes all of it back.
 */
export async function freezeRound(caller: Caller, { idempotencyKey, ...asked }: RoundStep): Promise<RoundDetail> {
  const { list, cells, council } = await caller.read(async (tx) => {
    await requireRound(tx, asked.roundId);
    const found = await findCouncil(caller.services.database, caller.signedIn.councilId);
    return { ...(await drawList(tx, caller)), council: found?.name ?? '' };
  });
  // Some tenths of a second for each group: made before the round is held.
  const keys = await Promise.all(cells.cells.map(() => makeCellKeys(safeOf(caller), asked.roundId)));
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.freeze', idempotencyKey, asked }, async () => {
      const { round, next } = await requireStep(tx, asked, 'freeze');
      await keepFrozen(tx, round, { list, cells, keys });
      const manifest = manifestOf(round, council, cells, keys);
      await changeRound(tx, round, {
        state: next,
        withoutPost: list.withoutPost.length,
        merged: cells.merged,
        manifest,
        manifestHash: manifestHash(manifest),
        frozenOn: formatDay(caller.today),
      });
      const counts = { invited: list.invited.length, cells: cells.cells.length };
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.round.freeze', counts });
      return {};
    }),
  );
  return await getRound(caller, asked);
}

async function drawList(tx: CouncilTransaction, caller: Caller): Promise<{ list: InvitedList; cells: Cells }> {
  const [person, post, team] = await Promise.all([factsNaming(tx, 'person'), factsNaming(tx, 'post'), factsNaming(tx, 'team')]);
  const list = invitedOn({ person, post, team }, formatDay(caller.today));
  const cells = cellsOf(list.invited);
  if (cells !== null) return { list, cells };
  const sentence = `A round needs at least ${SMALLEST_CELL} people; ${list.invited.length} are in post today.`;
  return refuse('not-valid', { fields: { invited: sentence } });
}

interface Frozen {
  readonly list: InvitedList;
  readonly cells: Cells;
  readonly keys: readonly CellKeys[];
}

async function keepFrozen(tx: CouncilTransaction, round: SurveyRound, { list, cells, keys }: Frozen): Promise<void> {
  const withKeys = cells.cells.map((cell, at) => ({ ...cell, ...keyAt(keys, at) }));
  const invited = list.invited.map((one) => ({ ...one, cell: cells.cellOf.get(one.person) ?? '' }));
  await keepList(tx, round.id, withKeys, invited);
}

function manifestOf(round: SurveyRound, council: string, { cells }: Cells, keys: readonly CellKeys[]): Manifest {
  return {
    format: 1,
    council,
    roundId: round.id,
    title: round.title,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    instrumentHash: instrumentHash(round.instrument),
    codeVersion: CODE_VERSION,
    cells: cells.map(({ id, label, roleFamilies, headCount }, at) => {
      const { publicKey, fingerprint } = keyAt(keys, at);
      return { id, label, roleFamilies, headCount, publicKey, fingerprint };
    }),
  };
}

function keyAt(keys: readonly CellKeys[], at: number): CellKeys {
  const key = keys[at];
  if (key === undefined) throw new RangeError('There are fewer keys than groups.');
  return key;
}

/** Takes the list and its keys back: nobody had one of them yet. */
export async function thawRound(caller: Caller, { idempotencyKey, ...asked }: RoundStep): Promise<RoundDetail> {
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.thaw', idempotencyKey, asked }, async () => {
      const { round, next } = await requireStep(tx, asked, 'thaw');
      await dropList(tx, round.id);
      await changeRound(tx, round, {
        state: next,
        withoutPost: 0,
        merged: [],
        manifest: null,
        manifestHash: null,
        frozenOn: null,
      });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.round.thaw' });
      return {};
    }),
  );
  return await getRound(caller, asked);
}

export const freezeRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundStepInput)
  .mutation(({ ctx, input }) => freezeRound(ctx.caller, input));

export const thawRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundStepInput)
  .mutation(({ ctx, input }) => thawRound(ctx.caller, input));
