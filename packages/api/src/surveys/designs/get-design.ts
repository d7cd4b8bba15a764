import { findDesignVersion, listDesigns } from '@plumbline/database';
import { checkDesign, type DesignCheck, type DesignRow, type DesignView, type Instrument } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdInput, VersionInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { designRows, designView, requireDesign } from './design-view.ts';

/** Every survey that was not put aside, the latest changed first. */
export async function listSurveyDesigns(caller: Caller): Promise<{ readonly designs: readonly DesignRow[] }> {
  return await caller.read(async (tx) => ({ designs: await designRows(tx, await listDesigns(tx)) }));
}

export const listDesignsProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .query(({ ctx }) => listSurveyDesigns(ctx.caller));

const GetDesignInput = z.object({ designId: IdInput });

/** One survey with its draft. */
export async function getDesign(caller: Caller, { designId }: z.infer<typeof GetDesignInput>): Promise<DesignView> {
  return await caller.read(async (tx) => designView(tx, caller, await requireDesign(tx, designId)));
}

export const getDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(GetDesignInput)
  .query(({ ctx, input }) => getDesign(ctx.caller, input));

const GetDesignVersionInput = z.object({ designId: IdInput, number: VersionInput });

/** The questions of one published version. */
export async function getDesignVersion(
  caller: Caller,
  { designId, number }: z.infer<typeof GetDesignVersionInput>,
): Promise<{ readonly instrument: Instrument }> {
  const found = await caller.read((tx) => findDesignVersion(tx, designId, number));
  return found === null ? refuse('not-found') : { instrument: found.instrument };
}

export const getDesignVersionProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(GetDesignVersionInput)
  .query(({ ctx, input }) => getDesignVersion(ctx.caller, input));

/** What is to be said of a draft as it was saved last: how long, how hard to read, what to mend. */
export async function checkSurveyDesign(caller: Caller, { designId }: z.infer<typeof GetDesignInput>): Promise<DesignCheck> {
  return checkDesign((await caller.read((tx) => requireDesign(tx, designId))).draft);
}

export const checkDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(GetDesignInput)
  .query(({ ctx, input }) => checkSurveyDesign(ctx.caller, input));
