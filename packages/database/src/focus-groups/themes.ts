import type { Theme } from '@plumbline/domain/focus-groups';
import type { CouncilTransaction } from '../access/database.ts';

export interface StoredTheme extends Theme {
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

/** Themes that stand, in the order of their titles. */
export async function listThemes(tx: CouncilTransaction): Promise<StoredTheme[]> {
  return await tx.sql<StoredTheme[]>`
    select id, title, says, codes, questions, figures, version, updated_by as "updatedBy", updated_at as "updatedAt" from theme
     where council_id = ${tx.councilId} and withdrawn_at is null order by title`;
}

export async function findTheme(tx: CouncilTransaction, id: string): Promise<StoredTheme | null> {
  const [found] = await tx.sql<StoredTheme[]>`
    select id, title, says, codes, questions, figures, version, updated_by as "updatedBy", updated_at as "updatedAt" from theme
     where council_id = ${tx.councilId} and id = ${id} and withdrawn_at is null for update`;
  return found ?? null;
}

/** Adds a theme, or changes one that the caller holds locked; its version counts up. */
export async function keepTheme(tx: CouncilTransaction, theme: Theme, by: string): Promise<number> {
  const [kept] = await tx.sql<{ version: number }[]>`
    insert into theme (council_id, id, title, says, codes, questions, figures, updated_by)
    values (${tx.councilId}, ${theme.id}, ${theme.title}, ${theme.says}, ${[...theme.codes]}::text[], ${[...theme.questions]}::int[],
      ${[...theme.figures]}::text[], ${by})
    on conflict (council_id, id) do update set title = excluded.title, says = excluded.says, codes = excluded.codes,
      questions = excluded.questions, figures = excluded.figures, version = theme.version + 1, updated_by = excluded.updated_by, updated_at = now()
    returning version`;
  return kept?.version ?? 1;
}

export async function withdrawTheme(tx: CouncilTransaction, id: string, by: string): Promise<void> {
  await tx.sql`
    update theme set withdrawn_at = now(), updated_by = ${by}, updated_at = now() where council_id = ${tx.councilId} and id = ${id}`;
}
