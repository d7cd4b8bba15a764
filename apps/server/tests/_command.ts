import { CommandError, type Command } from '../src/cli/command.ts';
import { readEnvironment } from '../src/env.ts';

export interface Ran {
  readonly code: number;
  /** Everything that it said, line by line. */
  readonly said: readonly string[];
}

/** Runs a command on a data folder as the main program does. */
export async function runCommand(command: Command, dataFolder: string, ...words: readonly string[]): Promise<Ran> {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  const lines = (): string[] => written.join('').split('\n').slice(0, -1);
  try {
    const code = await command(words, readEnvironment({ PLUMBLINE_DATA: dataFolder }));
    return { code, said: lines() };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: error.exitCode, said: [...lines(), error.message] };
  } finally {
    process.stdout.write = write;
  }
}
