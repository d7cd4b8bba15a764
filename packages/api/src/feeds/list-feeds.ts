import type { FeedColumnRow, FeedRow } from '@plumbline/analytics/compliance';
import { countFacts, countFilled, findTimeline, listFeeds as storedFeeds, type CouncilTransaction } from '@plumbline/database';
import type { Day } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, type FactKindName, type Feeds } from '@plumbline/domain/facts';
import { columnsToKeep, type ReadColumn } from '@plumbline/domain/rules';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

/** From when each kind of fact, and each of its columns that the policy reads, is recorded here, and how many there are. */
export async function listFeeds(caller: Caller): Promise<readonly FeedRow[]> {
  return await caller.read(async (tx) => {
    const [feeds, counts, read] = await Promise.all([storedFeeds(tx), countFacts(tx), columnsRead(tx, caller.today)]);
    return await Promise.all(
      FACT_KIND_NAMES.map(async (kind) => ({
        kind,
        from: feeds[kind] ?? null,
        current: counts[kind],
        columns: await columnRows(tx, kind, read.get(kind) ?? [], feeds),
      })),
    );
  });
}

/** The columns that rules read of the version in force today and of any still to come, by kind. */
export async function columnsRead(tx: CouncilTransaction, today: Day): Promise<Map<FactKindName, ReadColumn[]>> {
  const found = new Map<string, ReadColumn>();
  for (const { policy, to } of (await findTimeline(tx)) ?? []) {
    if (to < today) continue;
    for (const { kind, column, rules } of columnsToKeep(policy)) {
      const known = found.get(`${kind}.${column}`)?.rules ?? [];
      const more = rules.filter((rule) => !known.some(({ id }) => id === rule.id));
      found.set(`${kind}.${column}`, { kind, column, rules: [...known, ...more] });
    }
  }
  return Map.groupBy(found.values(), ({ kind }) => kind);
}

async function columnRows(
  tx: CouncilTransaction,
  kind: FactKindName,
  read: readonly ReadColumn[],
  feeds: Feeds,
): Promise<FeedColumnRow[]> {
  const filled = await countFilled(
    tx,
    kind,
    read.map(({ column }) => column),
  );
  return read.map(({ column, rules }) => {
    const from = feeds[`${kind}.${column}`];
    return {
      column,
      kept: from === undefined ? 'as-kind' : (from ?? 'nobody'),
      filled: filled[column] ?? 0,
      rules: rules.map(({ id, clause, says }) => ({ id, clause, says })),
    };
  });
}

export const listFeedsProcedure = procedure.meta({ permission: 'feeds:read' }).query(({ ctx }) => listFeeds(ctx.caller));
