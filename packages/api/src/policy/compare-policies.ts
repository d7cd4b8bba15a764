import { comparePolicies, type ComparablePolicy, type CompareView } from '@plumbline/analytics/prepare';
import { findPolicyVersion, listPolicyVersions, type CouncilTransaction } from '@plumbline/database';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { orNull } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const CompareInput = z.object({
  /** Ids of the policies or versions to compare with; where absent, everything that comes with the product but our own. */
  with: orNull(z.array(z.string().max(60)).max(20)),
  /** Id of the one that the others are told against; ours where absent. */
  against: orNull(z.string().max(60)),
});

interface Candidate {
  readonly kind: ComparablePolicy['kind'];
  readonly pack: PolicyPack;
}

/**
 * The policy in force here beside others that come with the product, the national employer standard, and other versions of it. Policies
 * only: no council's people, no facts.
 */
export async function compareWith(caller: Caller, input: z.infer<typeof CompareInput>): Promise<CompareView> {
  const { ours, versions } = await caller.read(async (tx) => ({
    ours: { kind: 'ours' as const, pack: (await policyOf(tx, caller.today)).pack },
    versions: await otherVersions(tx, caller),
  }));
  const shelved = (caller.services.policies?.list() ?? []).filter(({ pack }) => pack.id !== ours.pack.id);
  const others: Candidate[] = [...shelved, ...versions];
  const compared: Candidate[] = input.with === null ? shelved : others.filter(({ pack }) => input.with?.includes(pack.id));
  const base = compared.find(({ pack }) => pack.id === input.against) ?? ours;
  const beside = [ours, ...compared].filter((one) => one !== base);
  return {
    ours: nameOf(ours),
    others: others.map(nameOf),
    compared: compared.map(nameOf),
    base: nameOf(base),
    topics:
      compared.length === 0
        ? []
        : comparePolicies(
            base.pack,
            beside.map(({ pack }) => pack),
          ),
  };
}

/** Other published versions of our own policy, each by the name of its version in place of the council's. */
async function otherVersions(tx: CouncilTransaction, caller: Caller): Promise<Candidate[]> {
  const inForce = await policyOf(tx, caller.today);
  const published = (await listPolicyVersions(tx)).filter(({ contentHash }) => contentHash !== inForce.hash);
  const versions: Candidate[] = [];
  for (const { contentHash, number } of published) {
    const found = await findPolicyVersion(tx, contentHash);
    if (found === null) continue;
    versions.push({
      kind: 'version',
      pack: { ...found.pack, id: `version-${number}`, council: `Our version ${found.pack.version}` },
    });
  }
  return versions;
}

function nameOf({ kind, pack: { id, council, title, version } }: Candidate): ComparablePolicy {
  return { id, kind, council, title, version };
}

export const comparePoliciesProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(CompareInput)
  .query(({ ctx, input }) => compareWith(ctx.caller, input));
