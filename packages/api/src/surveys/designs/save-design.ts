import { changeDesign, findDesignVersion, type CouncilTransaction, type SurveyDesign } from '@plumbline/database';
import { checkDesign, Instrument, keepLineages, type BrokenLineage, type DesignSaved } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { procedure } from '../../trpc.ts';
import { requireDesign, requireOpenDesign } from './design-view.ts';

/** A form that the database can keep sign by sign. */
const DraftInput = Instrument.refine((instrument) => isKept(instrument), 'This holds a sign that cannot be kept.');

function isKept(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  return value === null || typeof value !== 'object' || Object.values(value).every(isKept);
}

const SaveDesignInput = z.object({
  designId: IdInput,
  baseVersion: VersionInput,
  draft: DraftInput,
  idempotencyKey: IdempotencyKey,
});

/** Saves a draft. Saved upon another version than the page began with, it is refused with both. */
export async function saveDesign(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveDesignInput>,
): Promise<DesignSaved> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'survey.design.save', idempotencyKey, asked }, async () => {
      const design = await requireOpenDesign(tx, asked);
      const { instrument, broken } = await withLineages(tx, design, asked.draft);
      await changeDesign(tx, design, { by: caller.signedIn.person, draft: instrument });
      const { version, updatedAt } = await requireDesign(tx, design.id);
      return { version, updatedAt, check: checkDesign(instrument), broken };
    }),
  );
}

/** The draft with the lineages that it ought to have, reckoned from the version on which it builds. */
export async function withLineages(
  tx: CouncilTransaction,
  design: SurveyDesign,
  draft: Instrument,
): Promise<{ readonly instrument: Instrument; readonly broken: readonly BrokenLineage[] }> {
  const base = design.draftFrom === null ? null : await findDesignVersion(tx, design.id, design.draftFrom);
  return base === null ? { instrument: draft, broken: [] } : keepLineages(base.instrument, draft);
}

export const saveDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(SaveDesignInput)
  .mutation(({ ctx, input }) => saveDesign(ctx.caller, input));
