import { preparationSql } from '@plumbline/database';
import { secretsOf } from '../../database/secrets.ts';
import type { Environment } from '../../env.ts';
import { say, takeApart, withStore } from '../command.ts';

/** `plumbline database prepare`: makes the login roles, or prints the SQL for whoever may. */
export async function prepareRoles(words: readonly string[], environment: Environment): Promise<number> {
  const { named } = takeApart(words, { flags: ['print'] });
  if (named.has('print')) {
    say(preparationSql(secretsOf(environment.dataFolder).passwords));
    return 0;
  }
  return await withStore(environment, async () => {
    say('The login roles are ready.');
    return 0;
  });
}

/** `plumbline database migrate`: opening the database brings it to the present schema. */
export async function migrateSchema(words: readonly string[], environment: Environment): Promise<number> {
  takeApart(words, {});
  return await withStore(environment, async () => {
    say('The database has the present schema.');
    return 0;
  });
}
