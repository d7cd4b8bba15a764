import { contentHash, canonicalJson, type PolicyPack } from '@plumbline/domain/policy';
import { compilePolicy, type CompiledPolicy } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';

export interface PublishedPolicy {
  readonly pack: PolicyPack;
  readonly contentHash: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
}

/**
 * Publishes a version of a council's policy, ending the one before it on the day before. The same content again changes
 * nothing; other content under a version that is already published is refused. Duties are made again by `rebuildDuties`.
 */
export async function publishPolicy(
  tx: CouncilTransaction,
  pack: PolicyPack,
  publishedBy: string | null,
): Promise<
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly problem: { readonly kind: 'version-is-published' } }
> {
  const hash = contentHash(pack);
  const [same] = await tx.sql<{ hash: string }[]>`
    select content_hash as hash from council_policy where council_id = ${tx.councilId} and (content_hash = ${hash} or (pack_id = ${pack.id} and version = ${pack.version}))`;
  if (same !== undefined)
    return same.hash === hash ? { ok: true, isNew: false } : { ok: false, problem: { kind: 'version-is-published' } };
  await tx.sql`
    update council_policy set valid_to = ${pack.validFrom}::date - 1
     where council_id = ${tx.councilId} and valid_from < ${pack.validFrom} and (valid_to is null or valid_to >= ${pack.validFrom})`;
  await tx.sql`
    insert into council_policy (council_id, content_hash, pack_id, version, pack, valid_from, valid_to, published_by)
    values (${tx.councilId}, ${hash}, ${pack.id}, ${pack.version}, ${canonicalJson(pack)}::text::jsonb, ${pack.validFrom}, ${pack.validTo}, ${publishedBy})`;
  return { ok: true, isNew: true };
}

/** The policy in force today, or the first to come; null before there is one. */
export async function findPolicy(tx: CouncilTransaction): Promise<PublishedPolicy | null> {
  const [found] = await tx.sql<PublishedPolicy[]>`
    select pack, content_hash as "contentHash", published_at as "publishedAt", published_by as "publishedBy"
      from council_policy where council_id = ${tx.councilId} ${inForceFirst(tx)} limit 1`;
  return found ?? null;
}

/** Of policies that have begun the latest comes first; before any has, the next to begin. */
function inForceFirst(tx: CouncilTransaction) {
  return tx.sql`order by valid_from > (now() at time zone 'Europe/London')::date,
    case when valid_from <= (now() at time zone 'Europe/London')::date then valid_from end desc, valid_from, published_at desc`;
}

/** Compiled packs by content: they never change. */
const COMPILED = new Map<string, CompiledPolicy>();

/** The policy in force today, compiled; null before there is one. */
export async function findCompiledPolicy(tx: CouncilTransaction): Promise<CompiledPolicy | null> {
  const [latest] = await tx.sql<{ hash: string }[]>`
    select content_hash as hash from council_policy where council_id = ${tx.councilId} ${inForceFirst(tx)} limit 1`;
  if (latest === undefined) return null;
  let compiled = COMPILED.get(latest.hash);
  if (compiled === undefined) {
    const policy = await findPolicy(tx);
    if (policy === null) return null;
    COMPILED.set(latest.hash, (compiled = compilePolicy(policy.pack)));
  }
  return compiled;
}
