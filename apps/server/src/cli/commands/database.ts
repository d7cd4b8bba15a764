import { inCouncil, makeReportLogin, newReportLogin, preparationSql, reportLoginSql, writeAudit } from '@plumbline/database';
import type { Store } from '../../database/open-store.ts';
import { secretsOf } from '../../database/secrets.ts';
import type { Environment } from '../../env.ts';
import { chooseCouncil, say, takeApart, withStore } from '../command.ts';

/** `plumbline database prepare`: makes the login roles, or prints the SQL for whoever may; with `--reporting` one for reports. */
export async function prepareRoles(words: readonly string[], environment: Environment): Promise<number> {
  const { named } = takeApart(words, { flags: ['print'], options: ['reporting'] });
  const council = named.get('reporting');
  if (council !== undefined) return await withStore(environment, (store) => prepareReports(store, council, named.has('print')));
  if (named.has('print')) {
    say(preparationSql(secretsOf(environment.dataFolder).passwords));
    return 0;
  }
  return await withStore(environment, async () => {
    say('The login roles are ready.');
    return 0;
  });
}

/** A login that reads the reports of one council; its password is told here and kept nowhere. */
async function prepareReports(store: Store, name: string, isPrinted: boolean): Promise<number> {
  const council = await chooseCouncil(store, name);
  const login = newReportLogin(council);
  if (isPrinted) {
    say(reportLoginSql(login));
    return 0;
  }
  await makeReportLogin(store.ownerUrl, login);
  await inCouncil(store.database, council.id, (tx) => writeAudit(tx, { actor: 'system', action: 'make-report-login' }));
  const { hostname, port, pathname } = new URL(store.ownerUrl);
  say(`This login reads the reports of ${council.name} and nothing else. A password that it had before no longer works.`);
  say(`  Server    ${hostname}${port === '' ? '' : `:${port}`}`);
  say(`  Database  ${pathname.slice(1)}`);
  say(`  User      ${login.name}`);
  say(`  Password  ${login.password}`);
  say('The password is shown this once. How to connect: docs/operations/reporting.md.');
  return 0;
}

/** `plumbline database migrate`: opening the database brings it to the present schema. */
export async function migrateSchema(words: readonly string[], environment: Environment): Promise<number> {
  takeApart(words, {});
  return await withStore(environment, async () => {
    say('The database has the present schema.');
    return 0;
  });
}
