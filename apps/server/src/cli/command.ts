import { findCouncil, listCouncils, type Council } from '@plumbline/database';
import { openStore, type Store } from '../database/open-store.ts';
import type { Environment } from '../env.ts';

/** A command: what it is given after its name, and the exit code it ends with. */
export type Command = (words: readonly string[], environment: Environment) => Promise<number>;

/** Something that the person who typed the command can mend. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export interface Words {
  /** What is given without a name, in order. */
  readonly plain: readonly string[];
  /** `--name value` and `--name`, the latter as an empty text. */
  readonly named: ReadonlyMap<string, string>;
}

/** Takes apart what follows a command. Names that the command does not know are refused rather than ignored. */
export function takeApart(
  words: readonly string[],
  known: { readonly flags?: readonly string[]; readonly options?: readonly string[] },
): Words {
  const plain: string[] = [];
  const named = new Map<string, string>();
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (!word.startsWith('--')) {
      plain.push(word);
      continue;
    }
    const name = word.slice(2);
    if (known.flags?.includes(name) === true) named.set(name, '');
    else if (known.options?.includes(name) === true && words[i + 1] !== undefined) named.set(name, words[(i += 1)] ?? '');
    else
      throw new CommandError(
        known.options?.includes(name) === true ? `${word} needs a value after it.` : `There is no option ${word} here.`,
      );
  }
  return { plain, named };
}

/** Opens the database for one command and closes it again, whatever happens. */
export async function withStore<Result>(environment: Environment, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ environment, say });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The council that was named, or the only one there is. */
export async function chooseCouncil(store: Store, name: string | undefined): Promise<Council> {
  if (name !== undefined) {
    const found = await findCouncil(store.database, name);
    if (found === null) throw new CommandError(`There is no council "${name}". ${await namesOf(store)}`);
    return found;
  }
  const councils = await listCouncils(store.database);
  const [only] = councils;
  if (only === undefined) throw new CommandError('There is no council yet. Start Plumbline once, or load one.');
  if (councils.length > 1) throw new CommandError(`Say which council with --council. ${await namesOf(store)}`);
  return only;
}

async function namesOf(store: Store): Promise<string> {
  const councils = await listCouncils(store.database);
  return `There ${councils.length === 1 ? 'is' : 'are'}: ${councils.map((council) => council.slug).join(', ') || 'none'}.`;
}
