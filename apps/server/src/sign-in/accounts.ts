import { inCouncil, keepMembership, type Database } from '@plumbline/database';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { Auth } from './auth.ts';

/** Somebody who is to sign in. */
export interface NewAccount {
  readonly username: string;
  readonly name: string;
  /** Null for staff without an address. */
  readonly email: string | null;
  readonly councilId: string;
  readonly person: string;
  readonly roles: readonly string[];
  readonly fromOn: LocalDate;
}

/** Makes an account and its place at a council. With `passwordHash` many accounts share the work of one hash. */
export async function addAccount(auth: Auth, database: Database, account: NewAccount, passwordHash: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const email = account.email ?? `${account.username}@no-address.invalid`;
  const user = await internalAdapter.createUser(
    { name: account.name, email, emailVerified: true, username: account.username },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: passwordHash });
  const { councilId, person, roles, fromOn } = account;
  await inCouncil(database, councilId, (tx) => keepMembership(tx, { userId: user.id, person, roles, fromOn, toOn: null }));
}

/** The slow digest under which a password is kept. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  const { password: passwords } = await auth.$context;
  return await passwords.hash(password);
}
