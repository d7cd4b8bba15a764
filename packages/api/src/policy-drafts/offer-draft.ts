import type { PolicyDraftRow } from '@plumbline/analytics/compliance';
import { changeDraft, writeAudit } from '@plumbline/database';
import { formatInstant } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput, LocalDateInput, orNull, TextInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { draftRows, requireDraft, requireOpenDraft } from './draft-view.ts';

const OfferDraftInput = z.object({
  draftId: IdInput,
  baseVersion: VersionInput,
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'A version has three numbers, such as 1.2.0.'),
  validFrom: LocalDateInput,
  /** What changes and why, for everybody who will read that there is a new version. */
  note: TextInput.trim().min(3).max(2000),
  because: orNull(TextInput.trim().min(3).max(500)),
  idempotencyKey: IdempotencyKey,
});

/** Offers a draft to a second person for publishing; until they decide or it is taken back, nobody changes it. */
export async function offerDraft(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof OfferDraftInput>,
): Promise<PolicyDraftRow> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.draft.offer', idempotencyKey, asked }, async () => {
      const draft = await requireOpenDraft(tx, caller, asked);
      const { version, validFrom, note, because } = asked;
      const by = caller.signedIn.person;
      const offer = { version, validFrom, note, because, by, at: formatInstant(caller.now) };
      await changeDraft(tx, draft, { by, isWork: false, state: 'offered', offer });
      await writeAudit(tx, { actor: by, action: 'policy.draft.offer' });
      const [row] = await draftRows(tx, [await requireDraft(tx, caller, draft.id)]);
      return row ?? refuse('not-found');
    }),
  );
}

export const offerDraftProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(OfferDraftInput)
  .mutation(({ ctx, input }) => offerDraft(ctx.caller, input));
