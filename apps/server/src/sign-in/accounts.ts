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
  /** Where the password is one that somebody else gave them: until when they may exchange it for one of their own. */
  readonly firstPasswordUntil?: Date;
}

/** How long a given password is good for. */
export const FIRST_PASSWORD_DAYS = 7;

/** When a password that is given now is no longer good. */
export function firstPasswordUntil(now: number): Date {
  return new Date(now + FIRST_PASSWORD_DAYS * 86_400_000);
}

/** Makes an account and its place at a council. With `passwordHash` many accounts share the work of one hash. */
export async function addAccount(auth: Auth, database: Database, account: NewAccount, passwordHash: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const email = account.email ?? `${account.username}@no-address.invalid`;
  const user = await internalAdapter.createUser(
    {
      name: account.name,
      email,
      emailVerified: true,
      username: account.username,
      firstPasswordUntil: account.firstPasswordUntil ?? null,
    },
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

/**
 * Gives somebody a password in place of one that they forgot or never used: good for some days, and only to choose one of
 * their own. Ends every sign-in of theirs. False where nobody has this sign-in name.
 */
export async function givePassword(auth: Auth, username: string, passwordHash: string, until: Date): Promise<boolean> {
  const { internalAdapter, adapter } = await auth.$context;
  const user = await adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: username.toLowerCase() }],
  });
  if (user === null) return false;
  await internalAdapter.updatePassword(user.id, passwordHash);
  await internalAdapter.updateUser(user.id, { firstPasswordUntil: until });
  await internalAdapter.deleteUserSessions(user.id);
  return true;
}
