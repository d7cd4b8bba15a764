import { createHmac } from 'node:crypto';
import type { IdentityDatabase } from '@plumbline/database';
import type { RefusedOfDay } from '@plumbline/api';
import { desc, eq, gte, inArray, max, sql } from 'drizzle-orm';

/** Why a sign-in, or a change of password, was refused. */
export type RefusalReason = 'wrong-password' | 'unknown-name' | 'locked' | 'wrong-present-password';

export interface RefusalBook {
  /** Keeps a refusal under a digest of the name: the name itself may be a password typed into the wrong field. */
  keep(name: string, reason: Exclude<RefusalReason, 'unknown-name'>): Promise<void>;
  /** Refusals of these accounts' names, and of names that nobody has, from a day in London on; the latest first. */
  list(userIds: readonly string[], from: string): Promise<RefusedOfDay[]>;
}

/** Keeps refused sign-ins in a table to which rows are only ever added. The digest is keyed: a list of names does not open it. */
export function makeRefusalBook({ db, schema: { signInFailure, user } }: IdentityDatabase, secret: string): RefusalBook {
  const digestOf = (name: string): string =>
    createHmac('sha256', secret).update(`refused sign-in ${name.toLowerCase()}`).digest('hex');
  return {
    async keep(name, reason) {
      const [known] = await db.select({ id: user.id }).from(user).where(eq(user.username, name.toLowerCase())).limit(1);
      await db
        .insert(signInFailure)
        .values({ nameDigest: digestOf(name), reason: known === undefined ? 'unknown-name' : reason });
    },
    async list(userIds, from) {
      if (userIds.length === 0) return [];
      const accounts = await db
        .select({ id: user.id, username: user.username })
        .from(user)
        .where(inArray(user.id, [...userIds]));
      const accountOf = new Map(accounts.map(({ id, username }) => [digestOf(username ?? ''), id]));
      const { nameDigest, reason, at } = signInFailure;
      const on = sql<string>`(${at} at time zone 'Europe/London')::date::text`;
      const rows = await db
        .select({ nameDigest, reason, on, times: sql<number>`count(*)::int`, lastAt: max(at) })
        .from(signInFailure)
        .where(gte(at, sql`${from}::date::timestamp at time zone 'Europe/London'`))
        .groupBy(nameDigest, reason, on)
        .orderBy(desc(max(at)));
      return gathered(rows, accountOf);
    },
  };
}

interface Counted {
  readonly nameDigest: string;
  readonly reason: string;
  readonly on: string;
  readonly times: number;
  readonly lastAt: Date | null;
}

/** One line for each account, day and reason, and one a day for all names that nobody has. Names of others are left out. */
function gathered(rows: readonly Counted[], accountOf: ReadonlyMap<string, string>): RefusedOfDay[] {
  const lines: RefusedOfDay[] = [];
  const unknown = new Map<string, { times: number; names: number; lastAt: string }>();
  for (const { nameDigest, reason, on, times, lastAt } of rows) {
    const userId = accountOf.get(nameDigest);
    const last = (lastAt ?? new Date(0)).toISOString();
    if (userId !== undefined) lines.push({ userId, reason, on, times, names: 1, lastAt: last });
    if (userId !== undefined || reason !== 'unknown-name') continue;
    const day = unknown.get(on) ?? { times: 0, names: 0, lastAt: last };
    unknown.set(on, { times: day.times + times, names: day.names + 1, lastAt: day.lastAt > last ? day.lastAt : last });
  }
  for (const [on, day] of unknown) lines.push({ userId: null, reason: 'unknown-name', on, ...day });
  return lines.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}
