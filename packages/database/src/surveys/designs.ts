import type { Instrument } from '@plumbline/domain/surveys';
import type { CouncilTransaction } from '../access/database.ts';

/** What a design was begun with. */
export type DesignOrigin = 'full' | 'pulse' | 'blank' | 'copy' | 'version' | 'limesurvey' | 'surveyjs';

/** A survey in the making or made, without its questions. */
export interface DesignHead {
  readonly id: string;
  readonly title: string;
  readonly origin: DesignOrigin;
  readonly state: 'open' | 'discarded';
  /** Counts up with every save. */
  readonly version: number;
  /** The published version on which the draft builds; null before the first. */
  readonly draftFrom: number | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export interface SurveyDesign extends DesignHead {
  readonly draft: Instrument;
}

/** A published version, without its questions. */
export interface DesignVersionHead {
  readonly designId: string;
  readonly number: number;
  readonly title: string;
  readonly contentHash: string;
  readonly basedOn: number | null;
  readonly publishedBy: string;
  readonly publishedAt: string;
}

export interface DesignVersion extends DesignVersionHead {
  readonly instrument: Instrument;
}

function headColumns(tx: CouncilTransaction) {
  return tx.sql`id, title, origin, state, version, draft_from as "draftFrom", created_by as "createdBy", created_at as "createdAt",
    updated_by as "updatedBy", updated_at as "updatedAt"`;
}

function versionColumns(tx: CouncilTransaction) {
  return tx.sql`design_id as "designId", number, instrument ->> 'title' as title, content_hash as "contentHash", based_on as "basedOn",
    published_by as "publishedBy", published_at as "publishedAt"`;
}

export interface NewDesign {
  readonly id: string;
  readonly origin: DesignOrigin;
  readonly draft: Instrument;
  readonly by: string;
}

export async function createDesign(tx: CouncilTransaction, design: NewDesign): Promise<void> {
  await tx.sql`
    insert into survey_design (council_id, id, title, origin, draft, created_by, updated_by)
    values (${tx.councilId}, ${design.id}, ${design.draft.title}, ${design.origin}, ${JSON.stringify(design.draft)}::text::jsonb,
      ${design.by}, ${design.by})`;
}

/** Designs that were not put aside, the latest changed first. */
export async function listDesigns(tx: CouncilTransaction): Promise<DesignHead[]> {
  return await tx.sql<DesignHead[]>`
    select ${headColumns(tx)} from survey_design where council_id = ${tx.councilId} and state = 'open' order by updated_at desc, id`;
}

/** One design with its draft; with `isLocked` nobody else changes it until the transaction ends. */
export async function findDesign(tx: CouncilTransaction, id: string, isLocked = false): Promise<SurveyDesign | null> {
  const [found] = await tx.sql<SurveyDesign[]>`
    select ${headColumns(tx)}, draft from survey_design
     where council_id = ${tx.councilId} and id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found ?? null;
}

/** What changes of a design; what is absent stays. */
export interface DesignChange {
  readonly by: string;
  readonly draft?: Instrument;
  readonly draftFrom?: number | null;
  readonly state?: 'open' | 'discarded';
}

/** Changes a design that the caller holds locked, and counts its version up. */
export async function changeDesign(tx: CouncilTransaction, design: SurveyDesign, change: DesignChange): Promise<void> {
  const next = { ...design, ...change };
  await tx.sql`
    update survey_design set title = ${next.draft.title}, draft = ${JSON.stringify(next.draft)}::text::jsonb, draft_from = ${next.draftFrom},
      state = ${next.state}, version = version + 1, updated_at = now(), updated_by = ${change.by}
     where council_id = ${tx.councilId} and id = ${design.id}`;
}

/** Published versions of one design, or of all where null, the latest first. */
export async function listDesignVersions(tx: CouncilTransaction, designId: string | null): Promise<DesignVersionHead[]> {
  return await tx.sql<DesignVersionHead[]>`
    select ${versionColumns(tx)} from survey_design_version
     where council_id = ${tx.councilId} ${designId === null ? tx.sql`` : tx.sql`and design_id = ${designId}`}
     order by published_at desc, number desc`;
}

/** One published version with its questions: what a round is run on. */
export async function findDesignVersion(tx: CouncilTransaction, designId: string, number: number): Promise<DesignVersion | null> {
  const [found] = await tx.sql<DesignVersion[]>`
    select ${versionColumns(tx)}, instrument from survey_design_version
     where council_id = ${tx.councilId} and design_id = ${designId} and number = ${number}`;
  return found ?? null;
}

export interface NewDesignVersion {
  readonly number: number;
  readonly instrument: Instrument;
  readonly contentHash: string;
  readonly by: string;
}

/** Adds a version to a design that the caller holds locked. */
export async function addDesignVersion(tx: CouncilTransaction, design: SurveyDesign, version: NewDesignVersion): Promise<void> {
  await tx.sql`
    insert into survey_design_version (council_id, design_id, number, instrument, content_hash, based_on, published_by)
    values (${tx.councilId}, ${design.id}, ${version.number}, ${JSON.stringify(version.instrument)}::text::jsonb, ${version.contentHash},
      ${design.draftFrom}, ${version.by})`;
}
