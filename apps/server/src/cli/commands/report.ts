import { existsSync, statSync } from 'node:fs';
import { readReport } from '@plumbline/database';
import type { Environment } from '../../env.ts';
import { reportFiles } from '../../reports/report-files.ts';
import { putFiles } from '../../reports/put-files.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';

/** `plumbline report`: writes what the views of reports show as CSV files, to be run by a schedule. */
export async function writeReport(words: readonly string[], environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { options: ['council', 'to'] });
  const folder = named.get('to');
  if (folder === undefined || plain.length > 0)
    throw new CommandError('Say the folder to write to: plumbline report --council marlhaven --to reports.');
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new CommandError(`${folder} is a file. Say a folder with --to.`);
  return await withStore(environment, async (store) => {
    const council = await chooseCouncil(store, named.get('council'));
    const files = reportFiles(council.name, await readReport(store.database, council.id));
    const changed = putFiles(folder, files);
    say(`${council.name}: ${files.length} files in ${folder}, ${changed} of them new or changed.`);
    return 0;
  });
}
