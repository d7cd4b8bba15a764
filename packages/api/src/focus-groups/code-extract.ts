import { findExtract, keepCoding, listCodings } from '@plumbline/database';
import { DIRECTIONS, EVIDENCE_GRADES, isGiven } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdempotencyKey, IdInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { codebookNow } from './view-coding.ts';

const CodeExtractInput = z.object({
  extractId: IdInput,
  /** 0 where the caller has not coded it before. */
  baseVersion: z.number().int().nonnegative(),
  codes: z.array(z.string().max(12)).max(12),
  direction: z.enum(DIRECTIONS),
  evidence: z.enum(EVIDENCE_GRADES),
  idempotencyKey: IdempotencyKey,
});

/**
 * Keeps what the caller makes of an extract. Whoever codes it first is its first coder; the next person its second, who has
 * not seen the first's coding; there is no third. Once both stand they stay, until the codebook has changed.
 */
export async function codeExtract(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof CodeExtractInput>,
): Promise<{ readonly version: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.code', idempotencyKey, asked }, async () => {
      const extract = (await findExtract(tx, asked.extractId)) ?? refuse('not-found');
      const { number, content } = await codebookNow(tx);
      const unknown = asked.codes.filter((id) => !content.codes.some((code) => code.id === id && isGiven(code)));
      if (unknown.length > 0) refuse('not-valid', { fields: { codes: `Not in the codebook: ${unknown.join(', ')}.` } });
      const coder = caller.signedIn.person;
      const of = (await listCodings(tx, extract.groupId)).filter(({ extractId }) => extractId === extract.id);
      const mine = of.find((coding) => coding.coder === coder);
      if ((mine?.version ?? 0) !== asked.baseVersion)
        refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: mine?.version ?? 0 });
      // Once both stand each has seen the other's: changed now, they would no longer be made without one another, and their agreement
      // would mean nothing. A codebook that says something else is a new beginning for both.
      if (of.length > 1 && number <= (mine?.codebookNumber ?? number)) refuse('wrong-state');
      const version = await keepCoding(tx, {
        extractId: extract.id,
        coder,
        isSecond: mine?.isSecond ?? of.length === 1,
        codes: [...new Set(asked.codes)],
        direction: asked.direction,
        evidence: asked.evidence,
        codebookNumber: number,
      });
      return { version };
    }),
  );
}

export const codeExtractProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(CodeExtractInput)
  .mutation(({ ctx, input }) => codeExtract(ctx.caller, input));
