import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction, Database } from '../access/database.ts';

/** Which person of which council somebody is after signing in, and what they may do there. */
export interface Membership {
  readonly id: string;
  readonly councilId: string;
  readonly userId: string;
  /** Staff number. */
  readonly person: string;
  readonly roles: readonly string[];
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
}

/** The memberships of whoever signed in, in all councils, that hold on a day. No council has to be chosen for it. */
export async function membershipsOf(db: Database, userId: string, on: LocalDate): Promise<Membership[]> {
  const found = await db.sql.begin(async (sql) => {
    await sql`select set_config('plumbline.council', '', true), set_config('plumbline.identity', ${userId}, true)`;
    return await sql<Membership[]>`
      select id, council_id as "councilId", user_id as "userId", person, roles, from_on as "fromOn", to_on as "toOn"
        from membership where user_id = ${userId} and from_on <= ${on} and (to_on is null or to_on >= ${on}) order by from_on, id`;
  });
  return [...found];
}

/** Joins a sign-in to a person of the council. The same membership again changes its roles. */
export async function keepMembership(tx: CouncilTransaction, membership: Omit<Membership, 'id' | 'councilId'>): Promise<void> {
  await tx.sql`
    insert into membership (council_id, id, user_id, person, roles, from_on, to_on)
    values (${tx.councilId}, ${randomUUID()}, ${membership.userId}, ${membership.person}, ${[...membership.roles]}::text[], ${membership.fromOn}, ${membership.toOn})
    on conflict (council_id, user_id, person, from_on) do update set roles = excluded.roles, to_on = excluded.to_on`;
}

/** Whoever may sign in to the council on a day: which sign-in and which person. */
export async function membersOf(tx: CouncilTransaction, on: LocalDate): Promise<Pick<Membership, 'userId' | 'person'>[]> {
  return await tx.sql<Pick<Membership, 'userId' | 'person'>[]>`
    select distinct user_id as "userId", person from membership
     where council_id = ${tx.councilId} and from_on <= ${on} and (to_on is null or to_on >= ${on}) order by person, 1`;
}

/** The roles of people, by staff number, from every sign-in of theirs that holds on a day; whoever has none is left out. */
export async function rolesOn(
  tx: CouncilTransaction,
  persons: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await tx.sql<{ person: string; roles: string[] }[]>`
    select person, roles from membership
     where council_id = ${tx.councilId} and person = any(${[...persons]}::text[]) and from_on <= ${on} and (to_on is null or to_on >= ${on})`;
  const held = new Map<string, Set<string>>();
  for (const { person, roles } of found) held.set(person, new Set([...(held.get(person) ?? []), ...roles]));
  return held;
}
