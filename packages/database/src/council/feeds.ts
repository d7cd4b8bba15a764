import type { LocalDate } from '@plumbline/domain/calendar';
import type { FactColumnName, FactKindName } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { makingOf } from '../duties/making.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { replaceEverybody } from '../duties/replace-everybody.ts';
import { writeAudit } from './audit.ts';
import { claimKey, keepResponse, type IdempotencyKey } from './once.ts';
import { publishPolicy, type Publication, type Published } from './policies.ts';

/**
 * Says from when a kind or a column is recorded, from now on; what was said before is kept, for asking how things were known.
 * Undefined: nothing is said of it any more.
 */
async function setFeed(tx: CouncilTransaction, name: string, fromOn: LocalDate | null | undefined): Promise<void> {
  await tx.sql`
    update feed set known_to = now() where council_id = ${tx.councilId} and kind = ${name} and known_to is null
       and (${fromOn === undefined} or from_on is distinct from ${fromOn ?? null})`;
  if (fromOn === undefined) return;
  await tx.sql`
    insert into feed (council_id, kind, from_on, known_from) values (${tx.councilId}, ${name}, ${fromOn}, now())
    on conflict (council_id, kind) where known_to is null do nothing`;
}

export interface FeedWrite {
  readonly actor: string;
  /** Null takes a feed away: nobody records that kind. */
  readonly feeds: Readonly<Partial<Record<FactKindName, LocalDate | null>>>;
  /** Single columns: recorded from a day, by nobody, or as long as their kind. */
  readonly columns?: Readonly<Partial<Record<FactColumnName, LocalDate | 'nobody' | 'as-kind'>>>;
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
    const { feeds, columns = {} } = write;
    for (const [kind, fromOn] of Object.entries(feeds)) await setFeed(tx, kind, fromOn ?? undefined);
    for (const [column, kept] of Object.entries(columns))
      await setFeed(tx, column, kept === 'as-kind' ? undefined : kept === 'nobody' ? null : kept);
    const making = await makingOf(tx);
    const duties = making === null ? 0 : (await replaceEverybody(tx, making)).differences;
    await writeAudit(tx, {
      actor: write.actor,
      action: 'feeds.set',
      counts: { feeds: Object.keys({ ...feeds, ...columns }).length, duties },
    });
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
