import { policyForMe, type PolicyForMe } from '@plumbline/analytics/prepare';
import { loadFacts } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { indexFacts } from '@plumbline/domain/rules';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { policyOf } from '../access/policy-of.ts';
import { isWithin } from '../lanes/scene.ts';
import { childrenHeldBy } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';
import { heldToday } from './held-today.ts';

/** What the policy asks of the caller today, from their own posts, stage and cases. */
export async function askedOfMe(caller: Caller): Promise<PolicyForMe> {
  const { person, roles } = caller.signedIn;
  const on = formatDay(caller.today);
  return await caller.read(async (tx) => {
    const policy = await policyOf(tx, caller.today);
    const children = await childrenHeldBy(tx, caller.today, [person]);
    const [facts, managed] = await Promise.all([
      loadFacts(tx, { persons: [person], children }),
      factsNaming(tx, 'post', ['lineManager', 'secondLineManager'], [person]),
    ]);
    const asker = {
      person,
      children,
      isLineManager: managed.some(({ from, to }) => isWithin(on, from, to)),
      isPolicyOwner: roles.includes('principal-social-worker'),
    };
    return policyForMe(policy.pack, heldToday(policy, indexFacts(facts), asker, caller.today));
  });
}

export const policyForMeProcedure = procedure.meta({ permission: 'policy:read' }).query(({ ctx }) => askedOfMe(ctx.caller));
