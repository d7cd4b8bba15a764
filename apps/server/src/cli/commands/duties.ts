import { checkDuties, listCouncils, rebuildDuties, type Council } from '@plumbline/database';
import type { Environment } from '../../env.ts';
import type { Store } from '../../database/open-store.ts';
import { chooseCouncil, say, takeApart, withStore } from '../command.ts';

/** `plumbline duties rebuild`: works out everything due again, for one council or all. */
export async function rebuild(words: readonly string[], environment: Environment): Promise<number> {
  return await withStore(environment, async (store) => {
    for (const council of await councilsFor(store, words)) {
      const { subjects, differences } = await rebuildDuties(store.database, council.id);
      say(`${council.name}: ${subjects} people and children, ${differences} ${differences === 1 ? 'change' : 'changes'}.`);
    }
    return 0;
  });
}

/** `plumbline duties check`: anything but no difference is a fault, and the exit code says so. */
export async function check(words: readonly string[], environment: Environment): Promise<number> {
  return await withStore(environment, async (store) => {
    let total = 0;
    for (const council of await councilsFor(store, words)) {
      const { subjects, differences, examples } = await checkDuties(store.database, council.id);
      total += differences;
      say(
        `${council.name}: ${subjects} people and children, ${differences} ${differences === 1 ? 'difference' : 'differences'}.`,
      );
      for (const example of examples) say(`  ${example}`);
    }
    return total === 0 ? 0 : 1;
  });
}

async function councilsFor(store: Store, words: readonly string[]): Promise<Council[]> {
  const name = takeApart(words, { options: ['council'] }).named.get('council');
  return name === undefined ? await listCouncils(store.database) : [await chooseCouncil(store, name)];
}
