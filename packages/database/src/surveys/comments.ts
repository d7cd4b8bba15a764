import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

export type CommentState = 'waiting' | 'proposed' | 'released' | 'withheld' | 'referred';

/** How far the screening of a comment has come. Its own words stay in the box until it is settled. */
export interface SurveyComment {
  readonly key: string;
  readonly item: string;
  readonly mayQuote: boolean;
  readonly state: CommentState;
  readonly version: number;
  /** What the first person proposes, sealed. */
  readonly proposal: Uint8Array | null;
  readonly themeId: string | null;
  /** Once released. */
  readonly text: string | null;
  readonly isParaphrase: boolean;
  /** Staff numbers and days, and never anything finer. */
  readonly screenedBy: string | null;
  readonly screenedOn: LocalDate | null;
  readonly settledBy: string | null;
  readonly settledOn: LocalDate | null;
}

const COLUMNS = `key, item, may_quote as "mayQuote", state, version, proposal, theme_id as "themeId", text, is_paraphrase as "isParaphrase",
  screened_by as "screenedBy", screened_on as "screenedOn", settled_by as "settledBy", settled_on as "settledOn"`;

/** Puts comments of a round on the list of those to screen; those on it already stay as they are. */
export async function noteComments(
  tx: CouncilTransaction,
  roundId: string,
  comments: readonly Pick<SurveyComment, 'key' | 'item' | 'mayQuote'>[],
): Promise<void> {
  const rows = JSON.stringify(comments.map(({ key, item, mayQuote }) => ({ key, item, may_quote: mayQuote })));
  await tx.sql`
    insert into survey_comment (council_id, round_id, key, item, may_quote, state)
    select ${tx.councilId}, ${roundId}, key, item, may_quote, 'waiting'
      from jsonb_to_recordset(${rows}::text::jsonb) as one(key uuid, item text, may_quote boolean)
    on conflict do nothing`;
}

/** A round's comments in the order of their random keys. */
export async function listScreening(tx: CouncilTransaction, roundId: string): Promise<SurveyComment[]> {
  return await tx.sql<SurveyComment[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_comment where council_id = ${tx.councilId} and round_id = ${roundId} order by item, key`;
}

/** One comment, held until the transaction ends; or null. */
export async function lockComment(tx: CouncilTransaction, roundId: string, key: string): Promise<SurveyComment | null> {
  const [found] = await tx.sql<SurveyComment[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_comment where council_id = ${tx.councilId} and round_id = ${roundId} and key = ${key} for update`;
  return found ?? null;
}

export type CommentChange = Partial<Omit<SurveyComment, 'key' | 'item' | 'mayQuote' | 'version'>>;

/** Changes a comment that the caller holds locked, and counts its version up. */
export async function changeComment(
  tx: CouncilTransaction,
  roundId: string,
  comment: SurveyComment,
  change: CommentChange,
): Promise<void> {
  const next = { ...comment, ...change };
  await tx.sql`
    update survey_comment set state = ${next.state}, version = version + 1, proposal = ${next.proposal === null ? null : Buffer.from(next.proposal)},
      theme_id = ${next.themeId}, text = ${next.text}, is_paraphrase = ${next.isParaphrase}, screened_by = ${next.screenedBy},
      screened_on = ${next.screenedOn}, settled_by = ${next.settledBy}, settled_on = ${next.settledOn}
     where council_id = ${tx.councilId} and round_id = ${roundId} and key = ${comment.key}`;
}

/** How many comments of a round are in each state. */
export async function countScreening(tx: CouncilTransaction, roundId: string): Promise<Partial<Record<CommentState, number>>> {
  const rows = await tx.sql<{ state: CommentState; count: number }[]>`
    select state, count(*) as count from survey_comment where council_id = ${tx.councilId} and round_id = ${roundId} group by state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What comments on one question are about. */
export interface CommentTheme {
  readonly id: string;
  readonly item: string;
  readonly label: string;
}

export async function listCommentThemes(tx: CouncilTransaction, roundId: string): Promise<CommentTheme[]> {
  return await tx.sql<CommentTheme[]>`
    select id, item, label from survey_theme where council_id = ${tx.councilId} and round_id = ${roundId} order by item, label, id`;
}

export async function keepCommentTheme(
  tx: CouncilTransaction,
  roundId: string,
  { id, item, label }: CommentTheme,
): Promise<void> {
  await tx.sql`
    insert into survey_theme (council_id, round_id, id, item, label) values (${tx.councilId}, ${roundId}, ${id}, ${item}, ${label})
    on conflict (council_id, round_id, id) do update set label = excluded.label`;
}
