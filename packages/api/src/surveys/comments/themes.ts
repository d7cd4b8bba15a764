import { randomUUID } from 'node:crypto';
import { keepCommentTheme, listCommentThemes, listScreening, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, orNull, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireScreened } from './screening-access.ts';

const SaveThemeInput = z.object({
  roundId: IdInput,
  /** Null for a new one. */
  themeId: orNull(IdInput),
  item: z.string().min(1).max(80),
  label: TextInput.trim().min(2).max(80),
  idempotencyKey: IdempotencyKey,
});

/** More of them on one question are no themes any more. */
const MOST_THEMES = 30;

/** Makes a theme of a question or, while nothing stands under any, calls one otherwise. */
export async function saveTheme(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveThemeInput>,
): Promise<{ readonly themeId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.themes.save', idempotencyKey, asked }, async () => {
      const { roundId, item, label } = asked;
      const round = await requireScreened(tx, caller, roundId);
      if (!round.instrument.items.some(({ id, kind }) => id === item && kind === 'text')) refuse('not-found');
      const themes = (await listCommentThemes(tx, roundId)).filter((theme) => theme.item === item);
      if (asked.themeId !== null && !themes.some(({ id }) => id === asked.themeId)) refuse('not-found');
      // A theme's name is published with what two people put under it: from then on nobody changes it alone.
      const hasBegun = (await listScreening(tx, roundId)).some(({ state }) => state === 'proposed' || state === 'released');
      if (asked.themeId !== null && hasBegun) refuse('wrong-state');
      const isTaken = themes.some((theme) => theme.id !== asked.themeId && theme.label.toLowerCase() === label.toLowerCase());
      if (isTaken) refuse('already-recorded');
      if (asked.themeId === null && themes.length >= MOST_THEMES) refuse('too-large');
      const themeId = asked.themeId ?? randomUUID();
      await keepCommentTheme(tx, roundId, { id: themeId, item, label });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.themes.save' });
      return { themeId };
    }),
  );
}

export const saveCommentThemeProcedure = procedure
  .meta({ permission: 'surveys:screen' })
  .input(SaveThemeInput)
  .mutation(({ ctx, input }) => saveTheme(ctx.caller, input));
