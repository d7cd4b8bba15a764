import type { PolicyView } from '@plumbline/analytics/compliance';
import type { PolicyPack } from '@plumbline/domain/policy';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { procedure } from '../trpc.ts';

/** The council's policy in force, as the page reads it. */
export async function viewPolicy(caller: Caller): Promise<PolicyView> {
  return await caller.read(async (tx) => policyView((await policyOf(tx, caller.today)).pack));
}

function policyView(pack: PolicyPack): PolicyView {
  return {
    title: pack.title,
    council: pack.council,
    version: pack.version,
    state: pack.state,
    stateNote: pack.stateNote ?? null,
    conventions: Object.entries(pack.conventions).map(([name, { value, cites }]) => ({ name, value, cites })),
    series: pack.series.map(({ id, title, subject }) => ({ id, title, subject })),
    rules: pack.rules.map(({ id, clause, area, kind, says, appliesTo, strength }) => ({
      id,
      clause,
      area,
      kind,
      says,
      appliesTo,
      strength,
    })),
    interpretations: pack.interpretations.map((reading) => ({ ...reading, alternative: reading.alternative ?? null })),
    silences: pack.silences,
  };
}

export const viewPolicyProcedure = procedure.meta({ permission: 'policy:read' }).query(({ ctx }) => viewPolicy(ctx.caller));
