import type { PolicyView } from '@plumbline/analytics/compliance';
import { attachedDocuments, listPolicyVersions } from '@plumbline/database';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';
import { VersionHashInput, versionAsked } from './version-asked.ts';

const ViewPolicyInput = z.object({ contentHash: VersionHashInput }).nullish();

/** The council's policy in force, or another published version of it, as the page reads it. */
export async function viewPolicy(caller: Caller, input?: z.infer<typeof ViewPolicyInput>): Promise<PolicyView> {
  return await caller.read(async (tx) => {
    const { pack, hash, isInForce } = await versionAsked(tx, caller, input?.contentHash ?? null);
    const document = (await attachedDocuments(tx)).get(hash) ?? null;
    const published = (await listPolicyVersions(tx)).find((version) => version.contentHash === hash);
    return { ...policyView(pack), contentHash: hash, isInForce, note: published?.note ?? null, document };
  });
}

function policyView(pack: PolicyPack): Omit<PolicyView, 'contentHash' | 'isInForce' | 'note' | 'document'> {
  return {
    title: pack.title,
    council: pack.council,
    version: pack.version,
    validFrom: pack.validFrom,
    state: pack.state,
    stateNote: pack.stateNote ?? null,
    conventions: Object.entries(pack.conventions).map(([name, { value, cites, switched }]) => ({
      name,
      value,
      cites,
      switched: switched ?? null,
    })),
    series: pack.series.map(({ id, title, subject }) => ({ id, title, subject })),
    rules: pack.rules.map(({ id, clause, area, kind, says, appliesTo, strength, ...rule }) => ({
      id,
      clause,
      area,
      kind,
      says,
      appliesTo,
      strength,
      isLocal: (rule as { isLocal?: boolean }).isLocal === true,
    })),
    interpretations: pack.interpretations.map(({ ifAlternative: _effect, ...reading }) => ({
      ...reading,
      alternative: reading.alternative ?? null,
      because: reading.because ?? null,
    })),
    silences: pack.silences,
  };
}

export const viewPolicyProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(ViewPolicyInput)
  .query(({ ctx, input }) => viewPolicy(ctx.caller, input));
