import { randomBytes } from 'node:crypto';
import { isRole, ROLE_NAMES } from '@plumbline/domain/access';
import { formatDay } from '@plumbline/domain/calendar';
import type { Environment } from '../../env.ts';
import { addAccount, FIRST_PASSWORD_DAYS, firstPasswordUntil, givePassword, hashPassword } from '../../sign-in/accounts.ts';
import { makeLog } from '../../log.ts';
import { authOf, todayOf } from '../../server.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';

/** `plumbline user add`: makes an account with a first password, which is printed once and kept nowhere. */
export async function addUser(words: readonly string[], environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { options: ['roles', 'council', 'name', 'email'] });
  const [username, person] = plain;
  const roles = (named.get('roles') ?? '').split(',').filter((role) => role !== '');
  if (username === undefined || person === undefined) throw new CommandError('Say the user name and the staff number.');
  const unknown = roles.filter((role) => !isRole(role));
  if (roles.length === 0 || unknown.length > 0)
    throw new CommandError(`Say the roles with --roles; there are ${ROLE_NAMES.join(', ')}.`);
  return await withStore(environment, async (store) => {
    const council = await chooseCouncil(store, named.get('council'));
    const auth = authOf({ environment, log: makeLog(environment.logLevel) }, store);
    const password = newPassword();
    const account = {
      username: username.toLowerCase(),
      name: named.get('name') ?? username,
      email: named.get('email') ?? null,
      councilId: council.id,
      person,
      roles,
      fromOn: formatDay(todayOf({ now: Date.now })),
      firstPasswordUntil: firstPasswordUntil(Date.now()),
    };
    await addAccount(auth, store.database, account, await hashPassword(auth, password));
    say(`${username} may sign in to ${council.name}. ${firstPasswordWords(password)}`);
    return 0;
  });
}

/** `plumbline user password`: a new first password for somebody who forgot theirs, or let the first one lapse. */
export async function givePasswordTo(words: readonly string[], environment: Environment): Promise<number> {
  const [username] = takeApart(words, { options: [] }).plain;
  if (username === undefined) throw new CommandError('Say the user name.');
  return await withStore(environment, async (store) => {
    const auth = authOf({ environment, log: makeLog(environment.logLevel) }, store);
    const password = newPassword();
    const isGiven = await givePassword(auth, username, await hashPassword(auth, password), firstPasswordUntil(Date.now()));
    if (!isGiven) throw new CommandError(`Nobody signs in as ${username}. Look at the spelling; "user add" makes an account.`);
    say(`${username} is signed out everywhere. ${firstPasswordWords(password)}`);
    return 0;
  });
}

function newPassword(): string {
  return randomBytes(15).toString('base64url');
}

function firstPasswordWords(password: string): string {
  return `First password, shown this once: ${password}\nIt is good for ${FIRST_PASSWORD_DAYS} days, to sign in with and choose a password of their own.`;
}
