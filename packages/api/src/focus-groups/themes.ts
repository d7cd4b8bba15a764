import { randomUUID } from 'node:crypto';
import { countThemes, whoWasHeard, type Heard, type ThemeCounts, type ThemedGroup } from '@plumbline/analytics/focus-groups';
import {
  findTheme,
  keepTheme,
  listCodings,
  listExtracts,
  listFocusGroups,
  listThemes,
  withdrawTheme as withdraw,
  writeAudit,
} from '@plumbline/database';
import { FIGURES, isPublic, type FamilyCounts, type Theme } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdempotencyKey, IdInput, orNull, TextInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { mayCode } from './require-group.ts';
import { latestResponseRates } from './response-rates.ts';
import { staffToday } from './staff.ts';
import { codebookNow } from './view-coding.ts';

export interface ThemesView extends ThemeCounts {
  readonly mayCode: boolean;
  /** For whoever works on themes: all of them, with their versions. */
  readonly own: readonly (Theme & { readonly version: number })[];
  readonly groups: readonly { readonly id: string; readonly title: string; readonly heldOn: string | null }[];
  readonly codes: readonly { readonly id: string; readonly name: string }[];
  /** All groups that count, together: who was in no room. */
  readonly heard: Heard;
}

/** Themes over every group whose record was agreed. */
export async function viewThemes(caller: Caller): Promise<ThemesView> {
  return await inWords(caller, async (tx) => {
    const agreed = (await listFocusGroups(tx)).filter(({ state }) => isPublic(state));
    const groups: ThemedGroup[] = agreed
      .toSorted((one, other) => (one.heldOn ?? '').localeCompare(other.heldOn ?? ''))
      .map(({ id, title, heldOn, record }) => ({ id, title, heldOn, record }));
    const themes = await listThemes(tx);
    const { content } = await codebookNow(tx);
    const counts = countThemes(themes, groups, await listExtracts(tx, null), await listCodings(tx, null), content);
    const { headCounts } = await staffToday(tx, caller);
    return {
      ...counts,
      mayCode: mayCode(caller),
      own: mayCode(caller) ? themes : [],
      groups: groups.map(({ id, title, heldOn }) => ({ id, title, heldOn })),
      codes: content.codes.map(({ id, name }) => ({ id, name })),
      heard: whoWasHeard({
        headCounts,
        invited: together(agreed.map(({ record }) => record.invited)),
        present: together(agreed.map(({ record }) => record.present)),
        responsePercents: await latestResponseRates(tx),
      }),
    };
  });
}

function together(all: readonly FamilyCounts[]): FamilyCounts {
  const sums: Record<string, number> = {};
  for (const counts of all) for (const [family, count] of Object.entries(counts)) sums[family] = (sums[family] ?? 0) + count;
  return sums;
}

const SaveThemeInput = z.object({
  /** Null for a new one. */
  themeId: orNull(IdInput),
  baseVersion: z.number().int().nonnegative(),
  title: TextInput.trim().min(1).max(160),
  says: TextInput.trim().min(1).max(2000),
  codes: z.array(z.string().max(12)).min(1).max(40),
  questions: z.array(z.number().int().min(1).max(13)).max(13),
  figures: z.array(z.enum(Object.keys(FIGURES) as [string, ...string[]])).max(20),
  idempotencyKey: IdempotencyKey,
});

export async function saveTheme(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveThemeInput>,
): Promise<{ readonly themeId: string; readonly version: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.theme', idempotencyKey, asked }, async () => {
      const { themeId, baseVersion, ...theme } = asked;
      const before = themeId === null ? null : ((await findTheme(tx, themeId)) ?? refuse('not-found'));
      const currentVersion = before?.version ?? 0;
      if (currentVersion !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion });
      const id = themeId ?? randomUUID();
      const by = caller.signedIn.person;
      const version = await keepTheme(tx, { id, ...theme }, by);
      await writeAudit(tx, { actor: by, action: 'focus-groups.theme' });
      return { themeId: id, version };
    }),
  );
}

const WithdrawThemeInput = z.object({ themeId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

export async function withdrawTheme(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof WithdrawThemeInput>,
): Promise<{ readonly isWithdrawn: true }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.theme.withdraw', idempotencyKey, asked }, async () => {
      const theme = (await findTheme(tx, asked.themeId)) ?? refuse('not-found');
      if (theme.version !== asked.baseVersion)
        refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: theme.version });
      const by = caller.signedIn.person;
      await withdraw(tx, theme.id, by);
      await writeAudit(tx, { actor: by, action: 'focus-groups.theme.withdraw' });
      return { isWithdrawn: true };
    }),
  );
}

export const viewThemesProcedure = procedure.meta({ permission: 'focus-groups:read' }).query(({ ctx }) => viewThemes(ctx.caller));

export const saveThemeProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(SaveThemeInput)
  .mutation(({ ctx, input }) => saveTheme(ctx.caller, input));

export const withdrawThemeProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(WithdrawThemeInput)
  .mutation(({ ctx, input }) => withdrawTheme(ctx.caller, input));
