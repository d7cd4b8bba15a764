import type { PolicyChangesByRule, PolicyChangesView } from '@plumbline/analytics/compliance';
import type { PolicyDraft } from '@plumbline/database';
import { formatDay, formatInstant } from '@plumbline/domain/calendar';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { IdInput } from '../inputs.ts';
import { readDraft, shelfOf } from '../policy-drafts/draft-content.ts';
import { requireDraft } from '../policy-drafts/draft-view.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import type { RuleChanges } from './work-out-changes.ts';

const GetChangesInput = z.object({ draftId: IdInput, again: z.boolean().default(false) });

/** What a draft would change for the council's real people. It is worked out aside; ask again until it is done. */
export async function getChanges(
  caller: Caller,
  { draftId, again }: z.infer<typeof GetChangesInput>,
): Promise<PolicyChangesView> {
  const desk = caller.services.changes ?? refuse('not-found');
  const { draft, before } = await caller.read(async (tx) => ({
    draft: await requireDraft(tx, caller, draftId),
    before: (await policyOf(tx, caller.today)).pack,
  }));
  const { pack } = readDraft(draft, shelfOf(caller));
  if (pack === null) return { state: 'not-readable' };
  const key = changesKey(caller, draft);
  if (again) desk.forget(key);
  const on = formatDay(caller.today);
  const known = desk.ask(key, { councilId: caller.signedIn.councilId, pack, from: draft.offer?.validFrom ?? on, on });
  if (known.state !== 'done') return known;
  const { answer: changes, at } = known;
  const { people, children, unchanged, totals, firstDay } = changes;
  return {
    state: 'done',
    at: formatInstant(Math.floor(at / 60_000)),
    on,
    people,
    children,
    unchanged,
    totals,
    firstDay,
    byRule: changes.byRule.map((one) => described(one, before, pack)),
  };
}

/** One answer for each state of a draft on each day. */
export function changesKey(caller: Caller, draft: Pick<PolicyDraft, 'id' | 'version'>): string {
  return `${caller.signedIn.councilId} ${draft.id} ${draft.version} ${formatDay(caller.today)}`;
}

function described({ ruleBefore, ruleAfter, counts }: RuleChanges, before: PolicyPack, after: PolicyPack): PolicyChangesByRule {
  const rule = after.rules.find(({ id }) => id === ruleAfter) ?? before.rules.find(({ id }) => id === ruleBefore);
  return { ruleBefore, ruleAfter, clause: rule?.clause ?? '', says: rule?.says ?? '', counts };
}

export const getChangesProcedure = procedure
  .meta({ permission: 'policy:publish' })
  .input(GetChangesInput)
  .query(({ ctx, input }) => getChanges(ctx.caller, input));
