import { existsSync, writeFileSync } from 'node:fs';
import { contentHash } from '@plumbline/domain/policy';
import { writePackText } from '@plumbline/policies/text';
import type { Environment } from '../../env.ts';
import { CommandError, say, takeApart } from '../command.ts';
import { openPolicy } from './policy-folder.ts';

/**
 * `plumbline policy export`: a policy's folder as one YAML file, the same that the pages export and take in. The worked examples stay in the
 * folder. Never writes over anything.
 */
export async function exportPolicy(words: readonly string[], _environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { options: ['out'] });
  const [name] = plain;
  const out = named.get('out');
  if (name === undefined || plain.length > 1 || out === undefined)
    throw new CommandError(
      'Say one policy or folder, and the file to write: plumbline policy export westmoor --out westmoor.yaml.',
    );
  const { pack } = openPolicy(name);
  if (existsSync(out)) throw new CommandError(`${out} is there already. Nothing was written.`, 1);
  writeFileSync(out, writePackText(pack), { flag: 'wx' });
  say(
    `${pack.council}, version ${pack.version}, is in ${out}: ${pack.rules.length} rules, content ${contentHash(pack).slice(0, 12)}.`,
  );
  return 0;
}
