import { randomUUID } from 'node:crypto';
import { createCouncil, findCouncil, setPolicy } from '@plumbline/database';
import { listPackIds, loadPack } from '@plumbline/policies';
import type { Environment } from '../../env.ts';
import { CommandError, say, takeApart, withStore } from '../command.ts';

/** `plumbline council add`: makes an empty council that runs one of the policies. */
export async function addCouncil(words: readonly string[], environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { options: ['policy'] });
  const [slug, name] = plain;
  const policy = named.get('policy');
  if (slug === undefined || name === undefined || !/^[a-z][a-z0-9-]*$/.test(slug))
    throw new CommandError('Say a short name (small letters, digits, hyphens) and the name of the council.');
  if (policy === undefined || !listPackIds().includes(policy))
    throw new CommandError(`Say the policy with --policy; there are ${listPackIds().join(', ')}.`);
  return await withStore(environment, async (store) => {
    if ((await findCouncil(store.database, slug)) !== null) throw new CommandError(`There is a council "${slug}" already.`, 1);
    const id = randomUUID();
    await createCouncil(store.database, { id, slug, name, isDemonstration: false });
    await setPolicy(store.database, id, loadPack(policy), 'system');
    say(`${name} is ready. Next: plumbline user add … --council ${slug}, then plumbline import.`);
    return 0;
  });
}
