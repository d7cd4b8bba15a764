import type { FactRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { BecauseInput, FactValuesInput, IdempotencyKey, KindInput, orNull } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { checkSession } from '../supervision/session-values.ts';
import { checkedValues, requireHolder, requireOwnTeam } from './fact-access.ts';
import { factRows } from './fact-rows.ts';
import { requireKnownReferences } from './known-references.ts';
import { requireSoundAuditResult } from './sound-audit-result.ts';
import { requireSoundConfirmation } from './sound-confirmation.ts';
import { requireSoundEvent } from './sound-event.ts';
import { requireSoundLine } from './sound-line.ts';
import { writeFor } from './write.ts';

const RecordFactInput = z.object({
  kind: KindInput,
  values: FactValuesInput,
  because: orNull(BecauseInput),
  idempotencyKey: IdempotencyKey,
});

/** Records something by hand: who said so and when is kept, and the next feed does not take it away. */
export async function recordFact(caller: Caller, input: z.infer<typeof RecordFactInput>): Promise<FactRow> {
  const { kind, because, idempotencyKey } = input;
  const values = await caller.read(async (tx) => {
    const checked = await checkedValues(tx, kind, input.values);
    await requireHolder(tx, caller, kind, [checked]);
    requireOwnTeam(caller, kind, checked);
    requireSoundAuditResult(kind, checked);
    requireSoundEvent(caller, kind, checked);
    await requireKnownReferences(tx, kind, checked);
    await requireSoundLine(tx, kind, checked);
    await requireSoundConfirmation(tx, caller, kind, checked);
    if (kind === 'session') checkSession(checked, [], caller.now);
    return checked;
  });
  const written = await writeFor(caller, {
    action: 'facts.record',
    idempotencyKey,
    asked: [kind, input.values, because],
    changes: [{ op: 'record', kind, values, because }],
  });
  const after = written.facts[0]?.after ?? refuse('not-found');
  return await caller.read(async (tx) => (await factRows(tx, [after]))[0] ?? refuse('not-found'));
}

export const recordFactProcedure = procedure
  .meta({ permission: 'facts:record' })
  .input(RecordFactInput)
  .mutation(({ ctx, input }) => recordFact(ctx.caller, input));
