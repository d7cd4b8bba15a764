import { comparePolicies, type ComparablePolicy, type CompareView } from '@plumbline/analytics/prepare';
import { findPolicyVersion, listPolicyVersions, type CouncilTransaction } from '@plumbline/database';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { orNull } from '../inputs.ts';
import { procedure } from '../trpc.ts';

/** Ids of the policies or versions to compare with; every other council's that comes with the product where absent. */
const CompareInput = z.object({ with: orNull(z.array(z.string().max(60)).max(20)) });

/** The policy in force here beside others that come with the product, and other versions of it. Policies only: no council's people, no facts. */
export async function compareWith(caller: Caller, input: z.infer<typeof CompareInput>): Promise<CompareView> {
  const { ours, versions } = await caller.read(async (tx) => ({
    ours: (await policyOf(tx, caller.today)).pack,
    versions: await otherVersions(tx, caller),
  }));
  const councils = (caller.services.policies?.list() ?? []).map(({ pack }) => pack).filter(({ id }) => id !== ours.id);
  const others = [...councils, ...versions];
  const compared = input.with === null ? councils : others.filter(({ id }) => input.with?.includes(id));
  return {
    ours: nameOf(ours),
    others: others.map(nameOf),
    compared: compared.map(nameOf),
    topics: compared.length === 0 ? [] : comparePolicies(ours, compared),
  };
}

/** Other published versions of our own policy, each by the name of its version in place of the council's. */
async function otherVersions(tx: CouncilTransaction, caller: Caller): Promise<PolicyPack[]> {
  const inForce = await policyOf(tx, caller.today);
  const published = (await listPolicyVersions(tx)).filter(({ contentHash }) => contentHash !== inForce.hash);
  const packs: PolicyPack[] = [];
  for (const { contentHash, number } of published) {
    const found = await findPolicyVersion(tx, contentHash);
    if (found !== null) packs.push({ ...found.pack, id: `version-${number}`, council: `Our version ${found.pack.version}` });
  }
  return packs;
}

function nameOf({ id, council, title, version }: PolicyPack): ComparablePolicy {
  return { id, council, title, version };
}

export const comparePoliciesProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(CompareInput)
  .query(({ ctx, input }) => compareWith(ctx.caller, input));
