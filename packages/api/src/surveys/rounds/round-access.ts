import { findRound, type CouncilTransaction, type SurveyRound } from '@plumbline/database';
import { minutesFor, nextRoundState, type Instrument, type RoundEvent, type RoundState } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import type { BoxPort, KeySafe } from './ports.ts';

export const RoundInput = z.object({ roundId: IdInput });

/** A step in the life of a round: which version the page saw. */
export const RoundStepInput = z.object({ roundId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });
export type RoundStep = z.infer<typeof RoundStepInput>;

export async function requireRound(tx: CouncilTransaction, id: string): Promise<SurveyRound> {
  return (await findRound(tx, id)) ?? refuse('not-found');
}

/** A round, held for a change, as the page saw it. */
export async function requireAsSeen(
  tx: CouncilTransaction,
  { roundId, baseVersion }: Pick<RoundStep, 'roundId' | 'baseVersion'>,
): Promise<SurveyRound> {
  const round = (await findRound(tx, roundId, 'for-change')) ?? refuse('not-found');
  if (round.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: round.version });
  return round;
}

/** A round, held for a change, as the page saw it and in a state from which the event may happen; and where it leads. */
export async function requireStep(
  tx: CouncilTransaction,
  seen: Pick<RoundStep, 'roundId' | 'baseVersion'>,
  event: RoundEvent,
): Promise<{ readonly round: SurveyRound; readonly next: RoundState }> {
  const round = await requireAsSeen(tx, seen);
  const next = nextRoundState(round.state, event) ?? refuse('wrong-state', { fields: { state: round.state } });
  return { round, next };
}

/** Where answers go; a caller without one (a test without surveys) is a mistake in how the server was put together. */
export function boxOf({ services }: Pick<Caller, 'services'>): BoxPort {
  if (services.box === undefined) throw new Error('This server was put together without a box.');
  return services.box;
}

export function safeOf({ services }: Pick<Caller, 'services'>): KeySafe {
  if (services.safe === undefined) throw new Error('This server was put together without a safe for keys.');
  return services.safe;
}

/** About how long the form takes whoever is asked most of it, in whole minutes. */
export function minutesOf(instrument: Instrument): number {
  return Math.max(1, Math.round(minutesFor(instrument, 'both')));
}
