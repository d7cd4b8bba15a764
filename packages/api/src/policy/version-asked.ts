import { findPolicyVersion, type CouncilTransaction } from '@plumbline/database';
import { contentHash, type PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { orNull } from '../inputs.ts';
import { refuse } from '../problems.ts';

/** A published version by its content; the one in force today where absent. */
export const VersionHashInput = orNull(z.string().regex(/^[0-9a-f]{64}$/, 'Not a version.'));

/** The version that is asked about. */
export async function versionAsked(
  tx: CouncilTransaction,
  caller: Caller,
  asked: string | null,
): Promise<{ readonly pack: PolicyPack; readonly hash: string; readonly isInForce: boolean }> {
  const inForce = await policyOf(tx, caller.today);
  if (asked === null || asked === inForce.hash) return { pack: inForce.pack, hash: inForce.hash, isInForce: true };
  const { pack } = (await findPolicyVersion(tx, asked)) ?? refuse('not-found');
  return { pack, hash: contentHash(pack), isInForce: false };
}
