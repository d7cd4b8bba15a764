import type { BoxRound, ListedRounds } from '@plumbline/domain/surveys';
import type { Arrival, Device } from '../model/ticket.ts';
import { fromBase64Url } from '../model/base64url.ts';
import { placeOf, type Place } from '../sealed/code.ts';
import { listKept } from '../sealed/keep.ts';
import { unseal } from '../sealed/padded.ts';
import { BoxError, findCarriedOver, getRound, listRounds, type BoxRefusal } from './box-calls.ts';
import { cellOf, checkRound, type Distrust } from './verify.ts';
import { isDraft, newDraft, type Draft, type Work } from './work.ts';

/** How an attempt to begin ended: with something to work on, or with what is wrong. */
export type Start =
  | { readonly kind: 'work'; readonly work: Work; readonly isResumed: boolean }
  | { readonly kind: 'closed'; readonly round: BoxRound; readonly draft: Draft | null }
  | { readonly kind: 'distrust'; readonly why: Distrust | 'not-signed' }
  | { readonly kind: 'refused'; readonly why: BoxRefusal | Distrust | 'link-lost' };

/** The round, where it is known and takes no answers any more; null where it does, or is not known here. */
export async function findClosedRound(roundId: string): Promise<BoxRound | null> {
  const round = await getRound(roundId).catch(() => null);
  return round === null || round.isOpen ? null : round;
}

/** The round that somebody without a link means: the one that they named, or the only one there is; else those to choose from. */
export async function listMeant(
  roundId: string | null,
): Promise<{ readonly roundId: string | null; readonly rounds: ListedRounds['rounds'] }> {
  const rounds = roundId === null ? await listRounds().catch(() => []) : [];
  const [only, ...others] = rounds;
  return { roundId: roundId ?? (only !== undefined && others.length === 0 ? only.id : null), rounds };
}

/** The drafts that lie on this device. */
export async function listDrafts(): Promise<readonly Draft[]> {
  return (await listKept()).filter(isDraft);
}

/** Begins with a link just taken, or goes on where the same link was used on this device before. */
export async function startWithLink({ ticket, device, manifestHash }: Arrival, now: number): Promise<Start> {
  const kept = (await listDrafts()).find((draft) => draft.ticket.token === ticket.token) ?? null;
  return await open(ticket.roundId, manifestHash, (round) => kept ?? newDraft(round, ticket, device === null ? null : now), {
    device: kept === null ? device : 'own',
    isResumed: kept !== null,
  });
}

/** Goes on with what lies on this device. */
export async function startWithKept(draft: Draft): Promise<Start> {
  return await open(draft.ticket.roundId, draft.manifestHash ?? null, () => draft, { device: 'own', isResumed: true });
}

/** Goes on with what was put aside under a code, on whatever device. Null: nothing lies under it. */
export async function startWithCode(roundId: string, code: string): Promise<{ start: Start; place: Place } | null> {
  const place = await placeOf(code);
  let ciphertext: string | null;
  try {
    ciphertext = await findCarriedOver(roundId, place.address);
  } catch (error) {
    return { start: refusal(error), place };
  }
  const sealed = ciphertext === null ? null : fromBase64Url(ciphertext);
  const text = sealed === null ? null : await unseal(place.key, sealed);
  const draft: unknown = text === null ? null : JSON.parse(text);
  if (!isDraft(draft)) return null;
  return { start: await open(roundId, draft.manifestHash ?? null, () => draft, { device: 'shared', isResumed: true }), place };
}

async function open(
  roundId: string,
  promised: string | null,
  draftFor: (round: BoxRound) => Draft,
  how: { readonly device: Device | null; readonly isResumed: boolean },
): Promise<Start> {
  try {
    const round = await getRound(roundId);
    const why = await checkRound(round, roundId, promised);
    if (why !== null) return { kind: 'distrust', why };
    const draft = draftFor(round);
    if (!round.isOpen) return { kind: 'closed', round, draft };
    const cell = await cellOf(round.manifest, draft.ticket);
    if (cell === null) return { kind: 'distrust', why: 'not-signed' };
    return { kind: 'work', work: { round, cell, device: how.device, draft }, isResumed: how.isResumed };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Start {
  if (error instanceof BoxError) return { kind: 'refused', why: error.kind };
  throw error;
}
