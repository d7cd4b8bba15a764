import { verifyResults } from '@plumbline/api';
import { dateInWords } from '@plumbline/analytics/wording';
import { inCouncil, listRounds, publishedRounds } from '@plumbline/database';
import { makeBoxPort } from '../../box/box-port.ts';
import type { Environment } from '../../env.ts';
import { chooseCouncil, say, takeApart, withStore } from '../command.ts';

/**
 * `plumbline survey verify`: works out again, from the answers, whether everything published of every survey round is unaltered
 * and protects everybody. Ends with 1 where anything does not hold.
 */
export async function verifySurveys(words: readonly string[], environment: Environment): Promise<number> {
  const { named } = takeApart(words, { options: ['council'] });
  return await withStore(environment, async (store) => {
    const council = await chooseCouncil(store, named.get('council'));
    const box = makeBoxPort({ database: store.box, ownerUrl: store.ownerUrl, url: () => '' });
    const rounds = await inCouncil(store.database, council.id, async (tx) => {
      const published = await publishedRounds(tx);
      return (await listRounds(tx)).filter(({ id }) => published.has(id));
    });
    if (rounds.length === 0) say(`${council.name} has published no survey results.`);
    let failures = 0;
    for (const { id, title, closesOn } of rounds) {
      say(`${title}, closed ${dateInWords(closesOn)}`);
      for (const found of await verifyResults({ database: store.database, box }, council.id, id)) {
        const holds = found.isUnaltered && found.isChained && found.isProved;
        if (!holds) failures += 1;
        say(`  ${holds ? 'holds       ' : 'DOES NOT HOLD'} set ${found.sequence}  ${found.contentHash}`);
        if (!found.isUnaltered) say('    What is stored is not what was published.');
        if (!found.isChained) say('    It does not follow on the set before it.');
        if (!found.isProved) say('    Somebody in a small group could be found, or a figure is not what the answers give.');
      }
    }
    return failures === 0 ? 0 : 1;
  });
}
