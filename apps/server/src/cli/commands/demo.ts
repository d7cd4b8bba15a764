import { listCouncils } from '@plumbline/database';
import type { Environment } from '../../env.ts';
import { loadDemonstration, wantedCouncils } from '../../first-run/load-demonstration.ts';
import { makeKeySafe } from '../../database/key-safe.ts';
import { makeLog } from '../../log.ts';
import { DEMO_PASSWORD, DEMO_SEED } from '../../first-run/first-run.ts';
import { authOf, todayOf } from '../../server.ts';
import { CommandError, say, takeApart, withStore } from '../command.ts';

const SIZES = ['small', 'medium', 'large'] as const;

/** `plumbline demo load`: makes the demonstration councils in an empty database. */
export async function loadDemo(words: readonly string[], environment: Environment): Promise<number> {
  const { named } = takeApart(words, { options: ['size'] });
  const size = SIZES.find((known) => known === (named.get('size') ?? environment.demoSize));
  if (size === undefined) throw new CommandError(`The size is one of ${SIZES.join(', ')}.`);
  if (environment.mode === 'production') throw new CommandError('Production holds no demonstration councils.', 1);
  return await withStore(environment, async (store) => {
    if ((await listCouncils(store.database)).length > 0)
      throw new CommandError('There are councils already. The demonstration goes into an empty database.', 1);
    const auth = authOf({ environment, log: makeLog(environment.logLevel) }, store);
    const password = environment.demoPassword ?? DEMO_PASSWORD;
    const safe = makeKeySafe(environment.surveySecret ?? store.secrets.surveys);
    const today = todayOf({ now: Date.now });
    const options = { database: store.database, auth, today, size, seed: DEMO_SEED, password, safe, say };
    for (const council of wantedCouncils(undefined)) await loadDemonstration(options, council);
    say('The demonstration councils are ready.');
    return 0;
  });
}
