import { factsNaming, membersOf, type CouncilTransaction, type IdentityDatabase } from '@plumbline/database';
import type { Day } from '@plumbline/domain/calendar';
import { formatDay } from '@plumbline/domain/calendar';
import { inArray } from 'drizzle-orm';

/** Whoever has none gets one that leads nowhere, because sign-in wants something in its place. */
const NOWHERE = /\.invalid$/i;
const ADDRESS = /^[^\s@<>,;:"\\]+@[^\s@<>,;:"\\]+\.[^\s@<>,;:"\\]+$/;

/** Addresses by staff number: the one of somebody's sign-in, else the work address that is recorded of them. */
export function makeAddressBook(identity: IdentityDatabase, today: () => Day) {
  return async (tx: CouncilTransaction, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const wanted = new Set(people);
    const found = new Map<string, string>();
    const [members, persons] = await Promise.all([
      membersOf(tx, formatDay(today())),
      factsNaming(tx, 'person', ['person'], [...wanted]),
    ]);
    for (const { person, email } of persons as unknown as { person: string; email: string | null }[])
      keepIn(found, person, email);
    const theirs = members.filter(({ person }) => wanted.has(person));
    const accounts = await emailsOf(
      identity,
      theirs.map(({ userId }) => userId),
    );
    for (const { userId, person } of theirs) keepIn(found, person, accounts.get(userId) ?? null);
    return found;
  };
}

function keepIn(found: Map<string, string>, person: string, email: string | null): void {
  if (email !== null && ADDRESS.test(email) && !NOWHERE.test(email)) found.set(person, email);
}

async function emailsOf({ db, schema }: IdentityDatabase, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ id: schema.user.id, email: schema.user.email })
    .from(schema.user)
    .where(inArray(schema.user.id, [...userIds]));
  return new Map(rows.map(({ id, email }) => [id, email]));
}
