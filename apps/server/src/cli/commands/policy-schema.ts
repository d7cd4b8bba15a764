import { writeFileSync } from 'node:fs';
import { packJsonSchema } from '@plumbline/domain/policy';
import type { Environment } from '../../env.ts';
import { say, takeApart } from '../command.ts';

/** `plumbline policy schema`: the format of a policy as JSON Schema, for editors that check YAML as it is written. */
export async function writeSchema(words: readonly string[], _environment: Environment): Promise<number> {
  const file = takeApart(words, { options: ['out'] }).named.get('out');
  const text = `${JSON.stringify(packJsonSchema(), null, 2)}`;
  if (file === undefined) say(text);
  else {
    writeFileSync(file, `${text}\n`);
    say(`The schema is in ${file}.`);
  }
  return 0;
}
