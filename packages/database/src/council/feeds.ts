import type { LocalDate } from '@plumbline/domain/calendar';
import type { FactKindName } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { makingOf } from '../duties/making.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { replaceEverybody } from '../duties/replace-everybody.ts';
import { writeAudit } from './audit.ts';
import { claimKey, keepResponse, type IdempotencyKey } from './once.ts';
import { publishPolicy, type Publication, type Published } from './policies.ts';

/** Says from when a kind is recorded, from now on; what was said before is kept, for asking how things were known. */
async function setFeed(tx: CouncilTransaction, kind: string, fromOn: LocalDate | null): Promise<void> {
  await tx.sql`
    update feed set known_to = now() where council_id = ${tx.councilId} and kind = ${kind} and known_to is null and from_on is distinct from ${fromOn}`;
  if (fromOn === null) return;
  await tx.sql`
    insert into feed (council_id, kind, from_on, known_from) values (${tx.councilId}, ${kind}, ${fromOn}, now())
    on conflict (council_id, kind) where known_to is null do nothing`;
}

export interface FeedWrite {
  readonly actor: string;
  /** Null takes a feed away: nobody records that kind. */
  readonly feeds: Readonly<Partial<Record<FactKindName, LocalDate | null>>>;
  readonly idempotency?: IdempotencyKey;
}

/** Says from which day kinds of fact are recorded here, and brings everything due up to date. */
export async function setFeeds(
  db: Database,
  councilId: string,
  write: FeedWrite,
): Promise<{ readonly ok: boolean; readonly isReplay: boolean }> {
  return await inCouncil(db, councilId, async (tx) => {
    if (write.idempotency !== undefined) {
      const earlier = await claimKey(tx, write.idempotency);
      if (earlier !== null) return { ok: !earlier.isOther, isReplay: true };
    }
    await lockCouncil(tx);
    for (const [kind, fromOn] of Object.entries(write.feeds)) {
      await setFeed(tx, kind, fromOn);
    }
    const making = await makingOf(tx);
    const duties = making === null ? 0 : (await replaceEverybody(tx, making)).differences;
    await writeAudit(tx, { actor: write.actor, action: 'feeds.set', counts: { feeds: Object.keys(write.feeds).length, duties } });
    if (write.idempotency !== undefined) await keepResponse(tx, write.idempotency, null);
    return { ok: true, isReplay: false };
  });
}

/** Publishes a policy and brings everything due up to date, in one transaction. */
export async function setPolicy(db: Database, councilId: string, pack: PolicyPack, actor: string): Promise<Published> {
  return await inCouncil(db, councilId, async (tx) => {
    await lockCouncil(tx);
    return await publishAndFollow(tx, { pack, publishedBy: actor }, actor);
  });
}

/** Publishes a version inside a transaction that holds the council's locks, and makes everything due by it. */
export async function publishAndFollow(tx: CouncilTransaction, publication: Publication, actor: string): Promise<Published> {
  const published = await publishPolicy(tx, publication);
  const making = published.ok && published.isNew ? await makingOf(tx) : null;
  if (making === null) return published;
  const { differences } = await replaceEverybody(tx, making);
  await writeAudit(tx, { actor, action: 'policy.publish', counts: { duties: differences } });
  return published;
}
