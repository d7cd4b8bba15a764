import type { FactRow } from '@plumbline/analytics/compliance';
import { findKind, listVersions } from '@plumbline/database';
import type { AnyFact } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { BecauseInput, FactValuesInput, IdempotencyKey, IdInput, VersionInput, orNull } from '../inputs.ts';
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

const CorrectFactInput = z.object({
  factId: IdInput,
  baseVersion: VersionInput,
  values: FactValuesInput,
  because: orNull(BecauseInput),
  idempotencyKey: IdempotencyKey,
});

/** Corrects something that was recorded: a new version, beside which the old one stays. */
export async function correctFact(caller: Caller, input: z.infer<typeof CorrectFactInput>): Promise<FactRow> {
  const { factId, baseVersion, because, idempotencyKey } = input;
  const { kind, values } = await caller.read(async (tx) => {
    const found = (await findKind(tx, factId)) ?? refuse('not-found');
    const [latest] = await listVersions(tx, found, factId);
    if (latest === undefined) refuse('not-found');
    await requireHolder(tx, caller, found, [latest.values]);
    const checked = await checkedValues(tx, found, input.values);
    await requireHolder(tx, caller, found, [checked]);
    requireSoundAuditResult(found, checked);
    requireSoundEvent(caller, found, checked);
    await requireKnownReferences(tx, found, checked, latest.values);
    await requireSoundLine(tx, found, checked);
    await requireSoundConfirmation(tx, caller, found, checked);
    if (found === 'session') checkSession(checked, [], caller.now);
    if (placesAnew(latest.values, checked)) requireOwnTeam(caller, found, checked);
    return { kind: found, values: checked };
  });
  const written = await writeFor(caller, {
    action: 'facts.correct',
    idempotencyKey,
    asked: [factId, baseVersion, input.values, because],
    changes: [{ op: 'correct', kind, factId, baseVersion, values, because }],
  });
  const after = written.facts[0]?.after ?? refuse('not-found');
  return await caller.read(async (tx) => (await factRows(tx, [after]))[0] ?? refuse('not-found'));
}

/** Whether a post puts somebody into a team in which the version before it did not have them, or for longer. */
function placesAnew(before: AnyFact, after: AnyFact): boolean {
  const lastDay = ({ to }: AnyFact): string => String(to ?? '9999-12-31');
  return after['team'] !== before['team'] || String(after['from']) < String(before['from']) || lastDay(after) > lastDay(before);
}

export const correctFactProcedure = procedure
  .meta({ permission: 'facts:correct' })
  .input(CorrectFactInput)
  .mutation(({ ctx, input }) => correctFact(ctx.caller, input));
