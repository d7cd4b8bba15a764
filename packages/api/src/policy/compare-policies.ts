import { comparePolicies, type ComparablePolicy, type CompareView } from '@plumbline/analytics/prepare';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { orNull } from '../inputs.ts';
import { procedure } from '../trpc.ts';

/** Ids of the policies to compare with; every other one that comes with the product where absent. */
const CompareInput = z.object({ with: orNull(z.array(z.string().max(60)).max(20)) });

/** The policy in force here beside others that come with the product. Policies only: no council's people, no facts. */
export async function compareWith(caller: Caller, input: z.infer<typeof CompareInput>): Promise<CompareView> {
  const { pack: ours } = await caller.read((tx) => policyOf(tx, caller.today));
  const others = (caller.services.policies?.list() ?? []).map(({ pack }) => pack).filter(({ id }) => id !== ours.id);
  const compared = others.filter(({ id }) => input.with === null || input.with.includes(id));
  return {
    ours: nameOf(ours),
    others: others.map(nameOf),
    compared: compared.map(nameOf),
    topics: compared.length === 0 ? [] : comparePolicies(ours, compared),
  };
}

function nameOf({ id, council, title, version }: PolicyPack): ComparablePolicy {
  return { id, council, title, version };
}

export const comparePoliciesProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(CompareInput)
  .query(({ ctx, input }) => compareWith(ctx.caller, input));
