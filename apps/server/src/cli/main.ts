import { EnvironmentError, readEnvironment } from '../env.ts';
import { COMMANDS, usage } from './commands.ts';
import { RefusalError } from '../refusal-error.ts';
import { CommandError } from './command.ts';

/** `plumbline <command>`: says in plain words what it does and what went wrong, and ends with 0, 1 (refused) or 2 (wrong use). */
async function main(words: readonly string[]): Promise<number> {
  const found = COMMANDS.find((command) => command.name.every((word, i) => words[i] === word));
  if (found === undefined) {
    process.stderr.write(usage(words));
    return words.length === 0 || words[0] === 'help' || words[0] === '--help' ? 0 : 2;
  }
  const run = await found.load();
  return await run(words.slice(found.name.length), readEnvironment());
}

// Whoever reads the answer, such as `head`, may stop reading before it is whole.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof CommandError || error instanceof EnvironmentError || error instanceof RefusalError;
  process.stderr.write(`${isExpected ? error.message : explain(error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}

/** The first line of what failed; the rest only for whoever asks for it. */
function explain(error: unknown): string {
  const isDebug = process.env['PLUMBLINE_LOG'] === 'debug';
  if (error instanceof Error)
    return isDebug ? (error.stack ?? error.message) : `${error.message}\n(Set PLUMBLINE_LOG=debug to see where this comes from.)`;
  return String(error);
}
