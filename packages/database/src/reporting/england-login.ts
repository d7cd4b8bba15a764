import { randomBytes } from 'node:crypto';
import { readerRoleSql } from './reader-role.ts';
import { runAsOwner } from './report-login.ts';

/** The group whose members may read the figures of every council by month and nothing else; it cannot log in itself. */
export const ENGLAND_GROUP = 'plumbline_reporting__england';

/** A login that reads England by month. The password is kept nowhere. */
export interface EnglandLogin {
  readonly name: string;
  readonly password: string;
}

/** The one login for England, with a new password. */
export function newEnglandLogin(): EnglandLogin {
  return { name: `${ENGLAND_GROUP}_reader`, password: randomBytes(24).toString('base64url') };
}

/** Lets the login read England by month, or gives one that is there already its new password. */
export async function makeEnglandLogin(ownerUrl: string, login: EnglandLogin): Promise<void> {
  await runAsOwner(ownerUrl, englandLoginSql(login));
}

/** The statements that {@link makeEnglandLogin} runs in the migrated database, to be run by somebody else. */
export function englandLoginSql({ name, password }: EnglandLogin): string {
  return [
    readerRoleSql({ name, password, group: ENGLAND_GROUP, schema: 'england' }),
    `insert into england.reader (login) values ('${name}') on conflict (login) do nothing;`,
  ].join('\n');
}
