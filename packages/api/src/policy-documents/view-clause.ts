import { attachedDocuments, findDocument } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { VersionHashInput, versionAsked } from '../policy/version-asked.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { findClause, type FoundClause } from './find-clause.ts';

const ViewClauseInput = z.object({ ruleId: z.string().max(60), contentHash: VersionHashInput });

/** The council's own words for the clause of a rule. */
export interface ClauseView {
  readonly document: { readonly id: string; readonly fileName: string; readonly mediaType: string };
  /** Null where the document is a PDF, which the browser shows, or where the clause was not found in it. */
  readonly found: FoundClause | null;
}

/** The clause of a rule in the council's own document; null where no document stands beside the version. */
export async function viewClause(
  caller: Caller,
  { ruleId, contentHash }: z.infer<typeof ViewClauseInput>,
): Promise<ClauseView | null> {
  return await caller.read(async (tx) => {
    const { pack, hash } = await versionAsked(tx, caller, contentHash);
    const rule = pack.rules.find(({ id }) => id === ruleId) ?? refuse('not-found');
    const attached = (await attachedDocuments(tx)).get(hash);
    const document = attached === undefined ? null : await findDocument(tx, attached.id);
    if (document === null) return null;
    const { id, fileName, mediaType, text } = document;
    return { document: { id, fileName, mediaType }, found: text === null ? null : findClause(text, rule.clause) };
  });
}

export const viewClauseProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(ViewClauseInput)
  .query(({ ctx, input }) => viewClause(ctx.caller, input));
