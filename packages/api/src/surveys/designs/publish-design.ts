import { addDesignVersion, changeDesign, listDesignVersions, writeAudit } from '@plumbline/database';
import { checkDesign, instrumentHash } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireOpenDesign } from './design-view.ts';
import { withLineages } from './save-design.ts';

const PublishDesignInput = z.object({ designId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

export interface DesignPublished {
  readonly number: number;
  readonly contentHash: string;
}

/**
 * Makes the draft a version on which rounds can be run, and which never changes. A form that has something to mend, or is the same
 * as the version before, is refused.
 */
export async function publishDesign(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PublishDesignInput>,
): Promise<DesignPublished> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'survey.design.publish', idempotencyKey, asked }, async () => {
      const design = await requireOpenDesign(tx, asked);
      const { instrument } = await withLineages(tx, design, design.draft);
      if (!checkDesign(instrument).canPublish) refuse('not-valid', { fields: { draft: 'mend' } });
      const [last] = (await listDesignVersions(tx, design.id)).toSorted((a, b) => b.number - a.number);
      const contentHash = instrumentHash(instrument);
      if (last?.contentHash === contentHash) refuse('already-recorded');
      const by = caller.signedIn.person;
      const number = (last?.number ?? 0) + 1;
      await addDesignVersion(tx, design, { number, instrument, contentHash, by });
      await changeDesign(tx, design, { by, draft: instrument, draftFrom: number });
      await writeAudit(tx, { actor: by, action: 'survey.design.publish' });
      return { number, contentHash };
    }),
  );
}

export const publishDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(PublishDesignInput)
  .mutation(({ ctx, input }) => publishDesign(ctx.caller, input));
