import { readEnvironment } from '../../env.ts';
import { CommandError, type Command } from '../command.ts';

export interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs a command as the main program does: what it says, and the code that it ends with. */
export async function runCommand(command: Command, dataFolder: string, words: readonly string[]): Promise<Ran> {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  try {
    const code = await command(words, readEnvironment({ PLUMBLINE_DATA: dataFolder }));
    return { code, said: written.join('') };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: error.exitCode, said: `${written.join('')}${error.message}` };
  } finally {
    process.stdout.write = write;
  }
}
