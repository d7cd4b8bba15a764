import {
  countIssued,
  listCells,
  listInvitations,
  listRounds,
  type CouncilTransaction,
  type SurveyRound,
} from '@plumbline/database';
import type { RoundDetail, RoundReceipts, RoundRow } from '@plumbline/domain/surveys';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { publishedReceived } from '../results/stored-releases.ts';
import { boxOf, minutesOf, requireRound, RoundInput } from './round-access.ts';

/** Every round, the latest first. */
export async function listSurveyRounds(caller: Caller): Promise<{ readonly rounds: RoundRow[] }> {
  return await caller.read(async (tx) => {
    const rounds = await listRounds(tx);
    return { rounds: rounds.map((round) => rowOf(round, round.invited)) };
  });
}

function rowOf({ id, title, state, opensOn, closesOn, reportBy, version }: SurveyRound, invited: number): RoundRow {
  return { id, title, state, opensOn, closesOn, reportBy, invited, version };
}

/** One round with everything that whoever runs it may see: never who answered, and no count finer than fives while it is open. */
export async function getRound(caller: Caller, { roundId }: z.infer<typeof RoundInput>): Promise<RoundDetail> {
  const box = boxOf(caller);
  const [obstacles, answered] = await Promise.all([box.obstacles(), box.count(roundId)]);
  return await caller.read(async (tx) => {
    const round = await requireRound(tx, roundId);
    const [cells, invitations, people, issued] = await Promise.all([
      listCells(tx, roundId),
      listInvitations(tx, roundId),
      peopleOf(tx, round),
      countIssued(tx, roundId),
    ]);
    const invited = invitations.map(({ person }) => person);
    const addresses = await caller.services.mail?.addressesOf(tx, invited);
    const isMixed = round.state === 'mixed';
    const told = publishedReceived(cells);
    const hasBegun = round.openedOn !== null;
    return {
      ...rowOf(round, invited.length),
      ...people,
      ...datesOf(round),
      designId: round.designId,
      designVersion: round.designVersion,
      minutes: minutesOf(round.instrument),
      cells: cells.map(({ id, label, headCount, fingerprint, ...counts }) => ({
        id,
        label,
        headCount,
        fingerprint,
        issued: isMixed ? counts.issued : null,
        received: isMixed ? (told[id] ?? null) : null,
      })),
      merged: round.merged,
      manifest: round.manifest,
      manifestHash: round.manifestHash,
      issuedAbout: hasBegun ? about(issued, isMixed) : null,
      receivedAbout: hasBegun ? about(answered, isMixed) : null,
      withoutAddress: invited.filter((person) => addresses?.has(person) !== true).length,
      withoutPost: round.withoutPost,
      isMailOn: caller.services.mail?.isOn ?? false,
      obstacles,
      boxUrl: box.url(),
    };
  });
}

/** While it is open a count moves in fives: nobody can watch it move when one person has been there. */
function about(count: number, isMixed: boolean): number {
  return isMixed ? count : Math.floor(count / 5) * 5;
}

function datesOf({ frozenOn, openedOn, closedOn, remindedOn }: SurveyRound) {
  return { frozenOn, openedOn, closedOn, remindedOn };
}

async function peopleOf(tx: CouncilTransaction, { paperBy, screeners, safeguardingTo }: SurveyRound) {
  const label = await labelsOf(tx, [...paperBy, ...screeners, safeguardingTo]);
  return { paperBy: paperBy.map(label), screeners: screeners.map(label), safeguardingTo: label(safeguardingTo) };
}

/** What was published when the round closed: every receipt, and issued and received for each group. */
export async function roundReceipts(caller: Caller, { roundId }: z.infer<typeof RoundInput>): Promise<RoundReceipts> {
  const cells = await caller.read(async (tx) => {
    const { state } = await requireRound(tx, roundId);
    return state === 'mixed' ? await listCells(tx, roundId) : refuse('wrong-state', { fields: { state } });
  });
  const { receipts } = await boxOf(caller).receipts(roundId);
  const told = publishedReceived(cells);
  return {
    receipts,
    cells: cells.map(({ id, label, headCount, issued }) => ({
      id,
      label,
      headCount,
      issued: issued ?? 0,
      received: told[id] ?? null,
    })),
  };
}

export const listRoundsProcedure = procedure.meta({ permission: 'surveys:run' }).query(({ ctx }) => listSurveyRounds(ctx.caller));

export const getRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundInput)
  .query(({ ctx, input }) => getRound(ctx.caller, input));

export const roundReceiptsProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(RoundInput)
  .query(({ ctx, input }) => roundReceipts(ctx.caller, input));
