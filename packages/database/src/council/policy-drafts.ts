import type { CouncilTransaction } from '../access/database.ts';

/** What a draft was begun with. */
export type DraftOrigin = 'blank' | 'in-force' | 'shelf' | 'file';
/** Being worked on, offered to a second person, published, or put aside. */
export type DraftState = 'open' | 'offered' | 'published' | 'discarded';

/** What is offered for publishing with the content of a draft. */
export interface DraftOffer {
  readonly version: string;
  readonly validFrom: string;
  readonly note: string;
  /** Why it holds from a day in the past; null for today or later. */
  readonly because: string | null;
  /** Staff number and ISO instant. */
  readonly by: string;
  readonly at: string;
}

/** A version in the making, without its content. */
export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly origin: DraftOrigin;
  /** Content hash of the published version that it began with. */
  readonly baseHash: string | null;
  readonly version: number;
  readonly state: DraftState;
  /** Staff numbers of everybody who changed it. */
  readonly editors: readonly string[];
  readonly documentId: string | null;
  readonly offer: DraftOffer | null;
  readonly publishedHash: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface PolicyDraft extends DraftHead {
  /** Plain data of the format's shape as far as it has come; it may still be wrong. */
  readonly pack: unknown;
  /** Its text as somebody typed it, where it was written as text last. */
  readonly sourceText: string | null;
}

function headColumns(tx: CouncilTransaction) {
  return tx.sql`id, title, origin, base_hash as "baseHash", version, state, editors, document_id as "documentId", offer,
    published_hash as "publishedHash", created_at as "createdAt", updated_at as "updatedAt", updated_by as "updatedBy"`;
}

export interface NewDraft {
  readonly id: string;
  readonly title: string;
  readonly origin: DraftOrigin;
  readonly baseHash: string | null;
  readonly pack: unknown;
  readonly sourceText: string | null;
  readonly documentId: string | null;
  readonly by: string;
}

export async function createDraft(tx: CouncilTransaction, draft: NewDraft): Promise<void> {
  await tx.sql`
    insert into policy_draft (council_id, id, title, origin, base_hash, pack, source_text, document_id, editors, updated_by)
    values (${tx.councilId}, ${draft.id}, ${draft.title}, ${draft.origin}, ${draft.baseHash}, ${JSON.stringify(draft.pack ?? null)}::text::jsonb,
      ${draft.sourceText}, ${draft.documentId}, ${[draft.by]}::text[], ${draft.by})`;
}

/** Drafts that are worked on or offered, the latest changed first. */
export async function listDrafts(tx: CouncilTransaction): Promise<DraftHead[]> {
  return await tx.sql<DraftHead[]>`
    select ${headColumns(tx)} from policy_draft where council_id = ${tx.councilId} and state in ('open', 'offered') order by updated_at desc`;
}

/** One draft; with `isLocked` nobody else changes it until the transaction ends. */
export async function findDraft(tx: CouncilTransaction, id: string, isLocked = false): Promise<PolicyDraft | null> {
  const [found] = await tx.sql<PolicyDraft[]>`
    select ${headColumns(tx)}, pack, source_text as "sourceText" from policy_draft
     where council_id = ${tx.councilId} and id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found ?? null;
}

/** What changes of a draft; what is absent stays. */
export interface DraftChange {
  readonly by: string;
  readonly title?: string;
  readonly pack?: unknown;
  readonly sourceText?: string | null;
  readonly state?: DraftState;
  readonly offer?: DraftOffer | null;
  readonly documentId?: string | null;
  readonly publishedHash?: string;
  /** Whether this is work on its content, which makes whoever does it one of its authors. */
  readonly isWork: boolean;
}

/** Changes a draft that the caller holds locked, and counts its version up. */
export async function changeDraft(tx: CouncilTransaction, draft: PolicyDraft, change: DraftChange): Promise<void> {
  const next = { ...draft, ...change };
  const editors = change.isWork ? [...new Set([...draft.editors, change.by])] : draft.editors;
  await tx.sql`
    update policy_draft set title = ${next.title}, pack = ${JSON.stringify(next.pack ?? null)}::text::jsonb, source_text = ${next.sourceText},
      state = ${next.state}, offer = ${next.offer === null ? null : JSON.stringify(next.offer)}::text::jsonb, document_id = ${next.documentId},
      published_hash = ${next.publishedHash}, editors = ${[...editors]}::text[], version = version + 1, updated_at = now(), updated_by = ${change.by}
     where council_id = ${tx.councilId} and id = ${draft.id}`;
}
