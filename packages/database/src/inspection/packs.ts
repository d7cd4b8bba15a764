import type { CouncilTransaction } from '../access/database.ts';

export type PackStep = 'checked' | 'approved';

/** A drafted pack without what stands in it. */
export interface PackHead {
  readonly id: string;
  /** The code of the children's home whose pack it is; null for the whole council's. */
  readonly home: string | null;
  readonly asOf: string;
  /** ISO instant: what was recorded by then is what its figures were made of. */
  readonly knownAt: string;
  readonly policyVersion: string;
  readonly contentHash: string;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

/** What stands in a pack is for the caller; here it is only kept. */
export interface StoredPack extends PackHead {
  readonly content: unknown;
}

const HEAD = `p.id, p.home, p.as_of as "asOf", p.known_at as "knownAt", p.policy_version as "policyVersion", p.content_hash as "contentHash",
  p.drafted_by as "draftedBy", p.drafted_at as "draftedAt", c.done_by as "checkedBy", c.done_at as "checkedAt",
  a.done_by as "approvedBy", a.done_at as "approvedAt"`;
const FROM = `inspection_pack p
  left join inspection_pack_step c on c.council_id = p.council_id and c.pack_id = p.id and c.step = 'checked'
  left join inspection_pack_step a on a.council_id = p.council_id and a.pack_id = p.id and a.step = 'approved'`;

const MOST_PACKS = 200;

/** Keeps a draft. It can be neither changed nor removed afterwards, by anybody. */
export async function addPack(
  tx: CouncilTransaction,
  pack: Pick<StoredPack, 'id' | 'home' | 'asOf' | 'knownAt' | 'policyVersion' | 'content' | 'contentHash' | 'draftedBy'>,
): Promise<void> {
  await tx.sql`
    insert into inspection_pack (council_id, id, home, as_of, known_at, policy_version, content, content_hash, drafted_by)
    values (${tx.councilId}, ${pack.id}, ${pack.home}, ${pack.asOf}, ${pack.knownAt}, ${pack.policyVersion}, ${JSON.stringify(pack.content)}::text::jsonb,
      ${pack.contentHash}, ${pack.draftedBy})`;
}

/** One pack at a time: of two steps at the same moment the second sees the first. */
export async function lockPack(tx: CouncilTransaction, id: string): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`inspection pack ${tx.councilId} ${id}`}, 0))`;
}

/** Notes who took a step with a pack. False where it was taken already. */
export async function addPackStep(
  tx: CouncilTransaction,
  step: { readonly packId: string; readonly step: PackStep; readonly contentHash: string; readonly by: string },
): Promise<boolean> {
  const added = await tx.sql`
    insert into inspection_pack_step (council_id, pack_id, step, content_hash, done_by)
    values (${tx.councilId}, ${step.packId}, ${step.step}, ${step.contentHash}, ${step.by}) on conflict do nothing`;
  return added.count === 1;
}

/** Packs, the latest drafted first: all of them, or those of some homes by the codes of their teams. */
export async function listPacks(tx: CouncilTransaction, homes: readonly string[] | null = null): Promise<PackHead[]> {
  const whose = homes === null ? tx.sql`` : tx.sql`and p.home = any(${[...homes]})`;
  return await tx.sql<PackHead[]>`
    select ${tx.sql.unsafe(HEAD)} from ${tx.sql.unsafe(FROM)} where p.council_id = ${tx.councilId} ${whose} order by p.drafted_at desc limit ${MOST_PACKS}`;
}

export async function findPack(tx: CouncilTransaction, id: string): Promise<StoredPack | null> {
  const [found] = await tx.sql<StoredPack[]>`
    select ${tx.sql.unsafe(HEAD)}, p.content from ${tx.sql.unsafe(FROM)} where p.council_id = ${tx.councilId} and p.id = ${id}`;
  return found ?? null;
}
