import type { LocalDate } from '@plumbline/domain/calendar';
import type { Instrument, Manifest, MergedCell, RoundState } from '@plumbline/domain/surveys';
import type { CouncilTransaction } from '../access/database.ts';

/** A survey round as the register keeps it. People are staff numbers. */
export interface SurveyRound {
  readonly id: string;
  readonly version: number;
  readonly state: RoundState;
  readonly designId: string;
  readonly designVersion: number;
  readonly instrument: Instrument;
  readonly title: string;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly reportBy: LocalDate;
  readonly paperBy: readonly string[];
  readonly screeners: readonly string[];
  readonly safeguardingTo: string;
  readonly createdBy: string;
  readonly withoutPost: number;
  readonly merged: readonly MergedCell[];
  readonly manifest: Manifest | null;
  readonly manifestHash: string | null;
  readonly frozenOn: LocalDate | null;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly remindedOn: LocalDate | null;
}

export type NewSurveyRound = Pick<
  SurveyRound,
  | 'id'
  | 'designId'
  | 'designVersion'
  | 'instrument'
  | 'title'
  | 'opensOn'
  | 'closesOn'
  | 'reportBy'
  | 'paperBy'
  | 'screeners'
  | 'safeguardingTo'
  | 'createdBy'
>;

export async function createRound(tx: CouncilTransaction, round: NewSurveyRound): Promise<void> {
  await tx.sql`
    insert into survey_round (council_id, id, design_id, design_version, instrument, title, opens_on, closes_on, report_by, paper_by, screeners, safeguarding_to, created_by)
    values (${tx.councilId}, ${round.id}, ${round.designId}, ${round.designVersion}, ${JSON.stringify(round.instrument)}::text::jsonb, ${round.title},
      ${round.opensOn}, ${round.closesOn}, ${round.reportBy}, ${[...round.paperBy]}::text[], ${[...round.screeners]}::text[], ${round.safeguardingTo}, ${round.createdBy})`;
}

const COLUMNS = `id, version, state, design_id as "designId", design_version as "designVersion", instrument, title, opens_on as "opensOn",
  closes_on as "closesOn", report_by as "reportBy", paper_by as "paperBy", screeners, safeguarding_to as "safeguardingTo", created_by as "createdBy",
  without_post as "withoutPost", merged, manifest, manifest_hash as "manifestHash", frozen_on as "frozenOn", opened_on as "openedOn",
  closed_on as "closedOn", reminded_on as "remindedOn"`;

/** A round, or null. `lock` holds it until the transaction ends: alone for a change, or with others against one. */
export async function findRound(
  tx: CouncilTransaction,
  id: string,
  lock: 'none' | 'against-change' | 'for-change' = 'none',
): Promise<SurveyRound | null> {
  const held = { none: '', 'against-change': 'for share', 'for-change': 'for update' }[lock];
  const [found] = await tx.sql<SurveyRound[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_round where council_id = ${tx.councilId} and id = ${id} ${tx.sql.unsafe(held)}`;
  return found ?? null;
}

/** Every round but those that were discarded, the latest first. */
export async function listRounds(tx: CouncilTransaction): Promise<(SurveyRound & { readonly invited: number })[]> {
  return await tx.sql<(SurveyRound & { invited: number })[]>`
    select ${tx.sql.unsafe(COLUMNS)},
           (select count(*) from survey_invitation i where i.council_id = r.council_id and i.round_id = r.id) as invited
      from survey_round r where council_id = ${tx.councilId} and state <> 'discarded' order by opens_on desc, id`;
}

/** What a step in the life of a round changes, or somebody who names other people in it. */
export type RoundChange = Partial<
  Pick<
    SurveyRound,
    | 'state'
    | 'paperBy'
    | 'screeners'
    | 'safeguardingTo'
    | 'withoutPost'
    | 'merged'
    | 'manifest'
    | 'manifestHash'
    | 'frozenOn'
    | 'openedOn'
    | 'closedOn'
    | 'remindedOn'
  >
>;

/** Changes a round that was found `for-change` and makes its version one higher. */
export async function changeRound(tx: CouncilTransaction, round: SurveyRound, change: RoundChange): Promise<SurveyRound> {
  const next = { ...round, ...change, version: round.version + 1 };
  await tx.sql`
    update survey_round set version = ${next.version}, state = ${next.state}, without_post = ${next.withoutPost},
      merged = ${JSON.stringify(next.merged)}::text::jsonb, manifest = ${jsonOrNull(next.manifest)}::text::jsonb, manifest_hash = ${next.manifestHash},
      paper_by = ${[...next.paperBy]}::text[], screeners = ${[...next.screeners]}::text[], safeguarding_to = ${next.safeguardingTo},
      frozen_on = ${next.frozenOn}, opened_on = ${next.openedOn}, closed_on = ${next.closedOn}, reminded_on = ${next.remindedOn}
     where council_id = ${tx.councilId} and id = ${round.id}`;
  return next;
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Rounds that are closed but not mixed yet, because something broke off on the way, and open ones whose last day is past. */
export async function listUnfinishedRounds(tx: CouncilTransaction, today: LocalDate): Promise<SurveyRound[]> {
  return await tx.sql<SurveyRound[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_round
     where council_id = ${tx.councilId} and (state = 'closed' or (state = 'open' and closes_on < ${today})) order by id`;
}
