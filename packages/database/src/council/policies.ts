import { canonicalJson, contentHash, type PolicyPack } from '@plumbline/domain/policy';
import { toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { compilePolicy, timelineFrom, versionOn, type CompiledPolicy, type PolicyTimeline } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';

/** A published version of a council's policy, without its content. */
export interface PolicyVersion {
  /** Counts the versions of the council, from 1. */
  readonly number: number;
  readonly contentHash: string;
  readonly packId: string;
  readonly title: string;
  readonly version: string;
  /** From this day it is in force, until the next one begins. */
  readonly validFrom: LocalDate;
  /** ISO instant. */
  readonly publishedAt: string;
  /** Staff number; `system` for what the product came with. */
  readonly publishedBy: string | null;
  /** Staff numbers of everybody who worked on it. */
  readonly draftedBy: readonly string[];
  readonly note: string | null;
  /** Why it holds from a day before it was published. */
  readonly because: string | null;
}

export interface PublishedPolicy extends PolicyVersion {
  readonly pack: PolicyPack;
}

export interface Publication {
  readonly pack: PolicyPack;
  readonly publishedBy: string | null;
  readonly draftedBy?: readonly string[];
  readonly note?: string | null;
  readonly because?: string | null;
}

export type Published =
  | { readonly ok: true; readonly isNew: boolean; readonly contentHash: string }
  | { readonly ok: false; readonly problem: { readonly kind: 'version-is-published' } };

/**
 * Publishes a version of a council's policy: it holds from its own first day until the next one begins, and is never changed
 * again. The same content once more changes nothing; other content under a version that is already published is refused.
 * Duties are made again by whoever calls. The caller holds the council's locks, so that versions are counted one by one.
 */
export async function publishPolicy(tx: CouncilTransaction, publication: Publication): Promise<Published> {
  const { pack, publishedBy, draftedBy = [], note = null, because = null } = publication;
  const hash = contentHash(pack);
  const same = await tx.sql<{ hash: string }[]>`
    select content_hash as hash from council_policy where council_id = ${tx.councilId} and (content_hash = ${hash} or (pack_id = ${pack.id} and version = ${pack.version}))`;
  if (same.some((row) => row.hash === hash)) return { ok: true, isNew: false, contentHash: hash };
  if (same.length > 0) return { ok: false, problem: { kind: 'version-is-published' } };
  await tx.sql`
    insert into council_policy (council_id, content_hash, number, pack_id, version, pack, valid_from, published_by, drafted_by, note, because)
    select ${tx.councilId}, ${hash}, coalesce(max(number), 0) + 1, ${pack.id}, ${pack.version}, ${canonicalJson(pack)}::text::jsonb, ${pack.validFrom}, ${publishedBy}, ${[...draftedBy]}::text[], ${note}, ${because}
      from council_policy where council_id = ${tx.councilId}`;
  return { ok: true, isNew: true, contentHash: hash };
}

function columns(tx: CouncilTransaction) {
  return tx.sql`number, content_hash as "contentHash", pack_id as "packId", pack ->> 'title' as title, version, valid_from as "validFrom",
    published_at as "publishedAt", published_by as "publishedBy", drafted_by as "draftedBy", note, because`;
}

/** Every published version, the latest published first. */
export async function listPolicyVersions(tx: CouncilTransaction): Promise<PolicyVersion[]> {
  return await tx.sql<PolicyVersion[]>`
    select ${columns(tx)} from council_policy where council_id = ${tx.councilId} order by number desc`;
}

/** One published version with its content. */
export async function findPolicyVersion(tx: CouncilTransaction, hash: string): Promise<PublishedPolicy | null> {
  const [found] = await tx.sql<PublishedPolicy[]>`
    select ${columns(tx)}, pack from council_policy where council_id = ${tx.councilId} and content_hash = ${hash}`;
  return found ?? null;
}

/** Compiled packs by content: they never change. */
const COMPILED = new Map<string, CompiledPolicy>();

async function compiled(tx: CouncilTransaction, hash: string): Promise<CompiledPolicy> {
  let policy = COMPILED.get(hash);
  if (policy === undefined) {
    const found = await findPolicyVersion(tx, hash);
    if (found === null) throw new Error(`The policy ${hash} is gone.`);
    COMPILED.set(hash, (policy = compilePolicy(found.pack)));
  }
  return policy;
}

/**
 * The versions of the council's policy one after the other, as known at an instant or now; null before there is one. What
 * was asked before the first was published is answered by the first.
 */
export async function findTimeline(tx: CouncilTransaction, knownAt?: string): Promise<PolicyTimeline | null> {
  const rows = await tx.sql<{ number: number; hash: string; validFrom: string; isKnown: boolean }[]>`
    select number, content_hash as hash, valid_from as "validFrom", ${knownAt ?? null}::timestamptz is null or published_at <= ${knownAt ?? null}::timestamptz as "isKnown"
      from council_policy where council_id = ${tx.councilId} order by number`;
  const known = rows.filter((row) => row.isKnown);
  const told = known.length > 0 ? known : rows.slice(0, 1);
  const published = [];
  for (const { number, hash, validFrom } of told) published.push({ number, validFrom, policy: await compiled(tx, hash) });
  return timelineFrom(published);
}

/** The version in force on a day, compiled; today in London where no day is given. Null before there is a policy. */
export async function findCompiledPolicy(tx: CouncilTransaction, on?: Day): Promise<CompiledPolicy | null> {
  const timeline = await findTimeline(tx);
  return timeline === null ? null : versionOn(timeline, on ?? (await todayOf(tx))).policy;
}

/** Whether any version of the policy asks that no case is left out of a session: then duties depend on workers' sessions. */
export async function looksForCasesLeftOut(tx: CouncilTransaction): Promise<boolean> {
  const timeline = (await findTimeline(tx)) ?? [];
  return timeline.some(({ policy }) => policy.rules.some((rule) => rule.kind === 'coverage' && rule.covers === 'due-cases'));
}

async function todayOf(tx: CouncilTransaction): Promise<Day> {
  const [now] = await tx.sql<{ today: string }[]>`select (now() at time zone 'Europe/London')::date as today`;
  return toDay(now?.today ?? '');
}
