import { findPack, type CouncilTransaction, type PackHead, type StoredPack } from '@plumbline/database';
import { can, reachOf } from '@plumbline/domain/access';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { refuse } from '../../problems.ts';

/** A children's home whose pack somebody may draft and read. */
export interface Home {
  /** The code of its team. */
  readonly team: string;
  readonly name: string;
}

/** Whether packs of the whole council are the caller's to draft and read; else only those of the homes that they manage. */
export function seesCouncil(caller: Caller): boolean {
  return reachOf('impact:pack', caller.actor.roles, false) === 'council';
}

/** The children's homes of the council that the caller may see packs of, by name. */
export async function homesOf(tx: CouncilTransaction, caller: Caller): Promise<Home[]> {
  const teams = (await factsNaming(tx, 'team')).filter(({ kind, team }) => kind === 'residential' && maySeeHome(caller, team));
  return teams.map(({ team, name }) => ({ team, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function maySeeHome(caller: Caller, team: string): boolean {
  return can(caller.actor, 'impact:pack', { kind: 'team', ref: team }, caller.today);
}

/** Whether the caller may read a pack. One manages a home by the record of today: whoever has left it reads its packs no more. */
export function maySee(caller: Caller, { home }: Pick<PackHead, 'home'>): boolean {
  return home === null ? seesCouncil(caller) : maySeeHome(caller, home);
}

/** A pack that the caller may read; absent and forbidden are refused alike. */
export async function requirePack(tx: CouncilTransaction, caller: Caller, packId: string): Promise<StoredPack> {
  const found = await findPack(tx, packId);
  return found !== null && maySee(caller, found) ? found : refuse('not-found');
}
