import type { CouncilTransaction } from '../access/database.ts';
import type { Reach } from './touched.ts';

/**
 * Subjects share this many locks a council, so that even a whole-council write holds a bounded number. Two subjects in one
 * bucket merely wait for one another.
 */
const BUCKETS = 512;

/** What a transaction holds: bucket → whether for itself alone. */
export type Held = ReadonlyMap<number, boolean>;

/** The locks that a write needs: its own subjects alone, those on whom they depend together with other readers. */
export function locksFor(reach: Reach): Held {
  if (reach.isEverybody) return new Map(Array.from({ length: BUCKETS }, (_, bucket) => [bucket, true]));
  const held = new Map<number, boolean>();
  for (const name of reach.context) held.set(bucketOf(name), false);
  for (const ref of reach.persons) held.set(bucketOf(`person:${ref}`), true);
  for (const ref of reach.children) held.set(bucketOf(`child:${ref}`), true);
  for (const ref of reach.sessions) held.set(bucketOf(`session:${ref}`), true);
  return held;
}

/** Both sets together. */
export function union(a: Held, b: Held): Held {
  const both = new Map(a);
  for (const [bucket, isAlone] of b) both.set(bucket, isAlone || both.get(bucket) === true);
  return both;
}

/** Whether everything needed is held, in the way in which it is needed. */
export function covers(held: Held, needed: Held): boolean {
  for (const [bucket, isAlone] of needed) {
    const has = held.get(bucket);
    if (has === undefined || (isAlone && !has)) return false;
  }
  return true;
}

/** Takes locks until the end of the transaction, always in the same order, so that no two writers wait for one another. */
export async function takeLocks(tx: CouncilTransaction, needed: Held): Promise<void> {
  const inOrder = [...needed].sort(([a], [b]) => a - b);
  await tx.sql`
    select case when alone = 1 then pg_advisory_xact_lock(hashtext(${tx.councilId}), bucket) else pg_advisory_xact_lock_shared(hashtext(${tx.councilId}), bucket) end
      from unnest(${inOrder.map(([bucket]) => bucket)}::int[], ${inOrder.map(([, isAlone]) => (isAlone ? 1 : 0))}::int[]) as l(bucket, alone)`;
}

/** FNV-1a. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}
