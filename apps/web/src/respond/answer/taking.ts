import type { BoxRound } from '@plumbline/domain/surveys';
import { askingOf, type Arrival, type Beginning, type Device, type Signed } from '../model/ticket.ts';
import type { Blinded } from '../model/blind-link.ts';
import { getRound } from './box-calls.ts';
import { checkRound, type Distrust } from './verify.ts';

/** What this tab keeps between making its number and having it signed; it is gone as soon as that is done. */
interface Pending extends Blinded {
  readonly roundId: string;
  readonly device: Device;
  readonly manifestHash: string;
  readonly cell: string;
}

const PENDING = 'plumbline-link';

/**
 * Makes a number for one round, blinds it for the key of a group of the published manifest, and goes to the page that knows who
 * somebody is to have it signed. The key comes from the manifest that this page has checked, never from whoever signs. Going
 * again brings the same value: the register signs no other. Null once the browser is on its way; else what is wrong.
 */
export async function beginTaking(beginning: Beginning): Promise<Distrust | null> {
  const { roundId, manifestHash, cell } = beginning;
  const round = await getRound(roundId);
  const why = await checkRound(round, roundId, manifestHash);
  const group = groupOf(round, cell);
  if (why !== null || group === undefined) return why ?? 'other-key';
  const { blindNew } = await import('../model/blind-link.ts');
  const known = pendingOf(roundId);
  const pending = known ?? { ...beginning, ...(await blindNew(group)) };
  sessionStorage.setItem(PENDING, JSON.stringify({ ...pending, device: beginning.device }));
  location.replace(new URL(`link.html${askingOf(roundId, pending.blinded)}`, round.mainUrl).href);
  return null;
}

/** Takes the number out of its signature. Null where this tab made none, or the group's key did not sign it. */
export async function finishTaking({ roundId, signature }: Signed): Promise<Arrival | null> {
  const pending = pendingOf(roundId);
  if (pending === null) return null;
  const round = await getRound(roundId);
  const group = groupOf(round, pending.cell);
  if (group === undefined) return null;
  const { unblind } = await import('../model/blind-link.ts');
  const made = await unblind(group, pending.secret, signature).catch(() => null);
  if (made === null) return null;
  return { ticket: { roundId, ...made }, device: pending.device, manifestHash: pending.manifestHash };
}

/** Forgets the number: it lies in the draft now, or nowhere. */
export function forgetPending(): void {
  sessionStorage.removeItem(PENDING);
}

function groupOf({ manifest }: BoxRound, cell: string): BoxRound['manifest']['cells'][number] | undefined {
  return manifest.cells.find(({ id }) => id === cell);
}

function pendingOf(roundId: string): Pending | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as Pending | null;
    return kept?.roundId === roundId ? kept : null;
  } catch {
    return null;
  }
}
