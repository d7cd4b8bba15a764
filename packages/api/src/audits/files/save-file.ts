import { findItem, saveReturn } from '@plumbline/database';
import { AuditReturnSchema, fitsQuestion, isAtWork, type AuditReturn, type AuditTool } from '@plumbline/domain/audits';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { ItemEditInput, requireAuditOf } from '../require.ts';

const SaveFileInput = ItemEditInput.extend({ made: AuditReturnSchema });

/**
 * Saves what the auditor has written so far: one statement, upon the version with which the page began. The same try sent again is
 * answered and not done again; saved by somebody else meanwhile, it is refused with both versions and nothing is overwritten.
 */
export async function saveFile(
  caller: Caller,
  { itemId, baseVersion, idempotencyKey, made }: z.infer<typeof SaveFileInput>,
): Promise<{ readonly version: number; readonly updatedAt: string }> {
  return await inWords(caller, async (tx) => {
    const by = caller.signedIn.person;
    const item = (await findItem(tx, itemId)) ?? refuse('not-found');
    if (item.auditor !== by) refuse('not-found');
    const { audit, tool } = await requireAuditOf(tx, item);
    if (audit.state !== 'open') refuse('wrong-state', { currentVersion: item.version });
    requireFitting(tool, made);
    const saved = await saveReturn(tx, { itemId, baseVersion, key: idempotencyKey, made, by });
    if (saved !== null) return saved;
    const now = (await findItem(tx, itemId)) ?? refuse('not-found');
    if (now.savedKey === idempotencyKey) return { version: now.version, updatedAt: now.updatedAt };
    if (!isAtWork(now.state)) refuse('wrong-state', { currentVersion: now.version });
    return refuse('out-of-date', { yourVersion: baseVersion, currentVersion: now.version });
  });
}

/** Answers to questions of the tool, each of its own kind; anything else is a mistake of the page. */
function requireFitting(tool: AuditTool, made: AuditReturn): void {
  const questions = new Map(tool.questions.map((question) => [question.id, question]));
  for (const [id, { value }] of Object.entries(made.answers)) {
    const question = questions.get(id);
    if (question === undefined || !fitsQuestion(question, value))
      refuse('not-valid', { fields: { [id]: 'This is no answer to it.' } });
  }
}

export const saveFileProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(SaveFileInput)
  .mutation(({ ctx, input }) => saveFile(ctx.caller, input));
