import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const IS_WINDOWS = process.platform === 'win32';
const BIN = path.join(ROOT, 'node_modules', '.bin');

/** Something that the person at the keyboard can mend; shown as one sentence without a stack. */
export class LaunchError extends Error {
  name = 'LaunchError';
}

/** The pinned Node, which the installation brings. */
export function pinnedNode() {
  const candidates = IS_WINDOWS ? ['node.exe', 'node.cmd'] : ['node'];
  const found = candidates.map((name) => path.join(BIN, name)).find((file) => existsSync(file));
  if (found === undefined)
    throw new LaunchError(`The pinned Node is missing from ${BIN}. Delete the folder node_modules and try again.`);
  return found;
}

/**
 * How the server is run. Assessing a council makes hundreds of millions of short-lived objects: with room for more of them before
 * they are cleared away, few are kept for no reason, and a large import takes a tenth less time.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64'];

/** The environment of everything that is started: the pinned Node and the tools of the checkout first. */
export function environment(extra = {}) {
  return { ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/**
 * Runs a program to its end. `output: 'keep'` collects what it writes while also showing it. Signals that stop this process
 * are handed on, and the program is waited for.
 */
export function run(program, args, { cwd = ROOT, env = {}, output = 'show', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, {
      cwd,
      env: environment(env),
      stdio,
      shell: shell || (IS_WINDOWS && program.endsWith('.cmd')),
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        text += chunk;
        if (output === 'keep') process.stdout.write(chunk);
      });
    }
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.on('error', (error) => reject(new LaunchError(`${program} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code: code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1), text });
    });
  });
}
