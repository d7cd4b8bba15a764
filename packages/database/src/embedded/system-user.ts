import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** The account under which the server runs; null where it can be our own. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly name: string } | null;

const OUR_USER = 'plumbline';

/**
 * PostgreSQL refuses to run as root. Anybody else runs it themselves; root gets an unprivileged system user: whoever already
 * owns the cluster, else one of our own, created where it does not exist, else one that servers usually bring.
 */
export function chooseSystemUser(clusterFolder: string): SystemUser {
  if (process.getuid?.() !== 0) return null;
  const users = readUsers();
  if (existsSync(clusterFolder)) {
    const owner = statSync(clusterFolder).uid;
    const found = users.find((user) => user.uid === owner && owner !== 0);
    if (found !== undefined) return found;
  }
  const existing = users.find((user) => user.name === OUR_USER);
  if (existing !== undefined) return existing;
  createUser();
  const afterwards = readUsers();
  for (const name of [OUR_USER, 'postgres', 'nobody']) {
    const found = afterwards.find((user) => user.name === name);
    if (found !== undefined) return found;
  }
  throw new Error(
    `PostgreSQL does not run as root and no system user "${OUR_USER}" could be made. Run Plumbline as an ordinary user, or make that user first (useradd --system ${OUR_USER}).`,
  );
}

function readUsers(): NonNullable<SystemUser>[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length > 3)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

/** `useradd` on most systems, BusyBox's `adduser` on Alpine; whether it worked is seen from the list of users. */
function createUser(): void {
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', OUR_USER], { stdio: 'ignore' });
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/bin/false', OUR_USER], { stdio: 'ignore' });
}
