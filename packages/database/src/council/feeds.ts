import type { LocalDate } from '@plumbline/domain/calendar';
import type { FactKindName } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { makingOf } from '../duties/making.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { replaceEverybody } from '../duties/replace-everybody.ts';
import { writeAudit } from './audit.ts';
import { claimKey, keepResponse, type IdempotencyKey } from './once.ts';
import { publishPolicy } from './policies.ts';

/** The first day from which each kind of fact is recorded here. */
export async function listFeeds(tx: CouncilTransaction): Promise<Partial<Record<FactKindName, LocalDate>>> {
  const rows = await tx.sql<
    { kind: FactKindName; fromOn: string }[]
  >`select kind, from_on as "fromOn" from feed where council_id = ${tx.councilId}`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.fromOn]));
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
      if (fromOn === null) await tx.sql`delete from feed where council_id = ${councilId} and kind = ${kind}`;
      else
        await tx.sql`insert into feed (council_id, kind, from_on) values (${councilId}, ${kind}, ${fromOn}) on conflict (council_id, kind) do update set from_on = excluded.from_on`;
    }
    const making = await makingOf(tx);
    const duties = making === null ? 0 : (await replaceEverybody(tx, making)).differences;
    await writeAudit(tx, { actor: write.actor, action: 'feeds.set', counts: { feeds: Object.keys(write.feeds).length, duties } });
    if (write.idempotency !== undefined) await keepResponse(tx, write.idempotency, null);
    return { ok: true, isReplay: false };
  });
}

/** Publishes a policy and brings everything due up to date, in one transaction. */
export async function setPolicy(
  db: Database,
  councilId: string,
  pack: PolicyPack,
  actor: string,
): Promise<Awaited<ReturnType<typeof publishPolicy>>> {
  return await inCouncil(db, councilId, async (tx) => {
    await lockCouncil(tx);
    const published = await publishPolicy(tx, pack, actor);
    const making = published.ok && published.isNew ? await makingOf(tx) : null;
    if (making === null) return published;
    const { differences } = await replaceEverybody(tx, making);
    await writeAudit(tx, { actor, action: 'policy.publish', counts: { duties: differences } });
    return published;
  });
}
