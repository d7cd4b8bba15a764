import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listShippedIds } from '@plumbline/policies';
import type { Environment } from '../../env.ts';
import { CommandError, say, takeApart } from '../command.ts';
import { openPolicy } from './policy-folder.ts';
import { starterFiles } from './policy-starter.ts';

/** `plumbline policy new`: a folder to begin with, blank or after another policy. Never writes over anything. */
export async function startPolicy(words: readonly string[], _environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { options: ['from', 'in'] });
  const [id] = plain;
  if (id === undefined || plain.length > 1 || !/^[a-z][a-z0-9-]*$/.test(id))
    throw new CommandError('Say one short name: small letters, digits and hyphens, such as westmoor.');
  if (listShippedIds().includes(id)) throw new CommandError(`There is a policy "${id}" already.`, 1);
  const folder = path.join(named.get('in') ?? '.', id);
  if (existsSync(folder)) throw new CommandError(`${folder} is there already. Nothing was written.`, 1);
  const from = named.get('from');
  if (from === undefined) writeStarter(id, folder);
  else copyFrom(from, id, folder);
  say(`The policy is in ${folder}. Change it, then run: plumbline policy check ${folder}`);
  return 0;
}

function writeStarter(id: string, folder: string): void {
  for (const [file, text] of Object.entries(starterFiles(id, councilOf(id)))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text, { flag: 'wx' });
  }
}

/** A copy of another policy, or of the national standard, as a draft of its own; rules keep their ids, so that the two can be compared. */
function copyFrom(from: string, id: string, folder: string): void {
  const { pack, parent, name } = openPolicy(from);
  mkdirSync(path.dirname(folder), { recursive: true });
  cpSync(path.join(parent, name), folder, { recursive: true, errorOnExist: true, force: false });
  const head = path.join(folder, 'pack.yaml');
  const begun = `Begun as a copy of “${pack.title}” (${pack.council}), version ${pack.version}.`;
  const text = readFileSync(head, 'utf8').replace(/^(#.*\n)+/, `# ${begun}\n`);
  const changed = changeLines(text, {
    id,
    council: councilOf(id),
    title: 'Supervision policy',
    version: '0.1.0',
    source: { dated: null, note: begun },
    state: 'draft',
    stateNote: `${begun} Nobody has agreed to it yet.`,
  });
  writeFileSync(head, changed);
}

/** Gives fields at the top of a YAML file other values; a value that runs over several lines goes as a whole. */
function changeLines(text: string, values: Readonly<Record<string, unknown>>): string {
  let changed = text;
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}: ${JSON.stringify(value)}`;
    const old = new RegExp(`^${name}:.*(\\n[ \\t]+.*)*`, 'm');
    changed = old.test(changed)
      ? changed.replace(old, () => line)
      : changed.replace(/^state:.*$/m, (state) => `${state}\n${line}`);
  }
  return changed;
}

function councilOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
