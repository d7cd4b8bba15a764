import { type CodebookOffer, type CodebookView, offerCodes, presentCodes } from '@plumbline/analytics/focus-groups';
import { addCodebookVersion, listCodebookVersions, listCodings, writeAudit, type WordsTransaction } from '@plumbline/database';
import { CodebookSchema, isTaken, type Codebook } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { labelsOf } from '../access/labels.ts';
import { BecauseInput, IdempotencyKey, TextInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { readCodebookFile } from './read-codebook-file.ts';
import { mayCode } from './require-group.ts';
import { codebookNow } from './view-coding.ts';

/** The codebook that holds now, its versions, and for whoever codes how often each code was given. */
export async function viewCodebook(caller: Caller): Promise<CodebookView> {
  return await inWords(caller, async (tx) => {
    const { number, content } = await codebookNow(tx);
    const versions = await listCodebookVersions(tx);
    const label = await labelsOf(
      tx,
      versions.map(({ savedBy }) => savedBy),
    );
    return {
      codebook: content,
      number,
      mayChange: mayCode(caller),
      history: versions.map((one) => ({ ...one, savedBy: label(one.savedBy).name })),
      uses: mayCode(caller) ? await usesOf(tx, content) : null,
    };
  });
}

/** By the first coder's coding. */
async function usesOf(tx: WordsTransaction, codebook: Codebook): Promise<Record<string, number>> {
  const uses: Record<string, number> = {};
  for (const coding of await listCodings(tx, null))
    if (!coding.isSecond) for (const code of presentCodes(coding, codebook)) uses[code] = (uses[code] ?? 0) + 1;
  return uses;
}

const SaveCodebookInput = z.object({
  baseNumber: z.number().int().nonnegative(),
  codebook: CodebookSchema,
  note: BecauseInput,
  idempotencyKey: IdempotencyKey,
});

/** Keeps the next version of the codebook. No code may vanish: it stays, retired, or as an alias of another. */
export async function saveCodebook(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveCodebookInput>,
): Promise<{ readonly number: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.codebook', idempotencyKey, asked }, async () => {
      const { number, content } = await codebookNow(tx);
      if (number !== asked.baseNumber) refuse('out-of-date', { yourVersion: asked.baseNumber, currentVersion: number });
      const gone = content.codes.flatMap(({ id, aliases }) => [id, ...aliases]).filter((id) => !isTaken(asked.codebook, id));
      if (gone.length > 0)
        refuse('not-valid', { fields: { codebook: `Trends would break off: ${gone.join(', ')} must stay, retired or merged.` } });
      const by = caller.signedIn.person;
      const next = { number: number + 1, content: asked.codebook, note: asked.note, by };
      if (!(await addCodebookVersion(tx, next)))
        refuse('out-of-date', { yourVersion: asked.baseNumber, currentVersion: number + 1 });
      await writeAudit(tx, { actor: by, action: 'focus-groups.codebook', counts: { number: number + 1 } });
      return { number: number + 1 };
    }),
  );
}

const ReadCodebookInput = z.object({ fileName: TextInput.max(255), text: TextInput.min(1).max(900_000) });

/** What the codes of a file, CSV or REFI-QDA, would change. Nothing is kept. */
export async function readCodebook(
  caller: Caller,
  { fileName, text }: z.infer<typeof ReadCodebookInput>,
): Promise<CodebookOffer> {
  const found = readCodebookFile(fileName, text);
  if (found === null)
    refuse('not-valid', { fields: { file: 'This is no codebook as CSV or REFI-QDA (.qdc) that can be read.' } });
  return await inWords(caller, async (tx) => offerCodes((await codebookNow(tx)).content, found));
}

export const viewCodebookProcedure = procedure
  .meta({ permission: 'focus-groups:read' })
  .query(({ ctx }) => viewCodebook(ctx.caller));

export const saveCodebookProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(SaveCodebookInput)
  .mutation(({ ctx, input }) => saveCodebook(ctx.caller, input));

export const readCodebookProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(ReadCodebookInput)
  .mutation(({ ctx, input }) => readCodebook(ctx.caller, input));
