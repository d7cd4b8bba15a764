import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const MODULE = path.join(import.meta.dirname, 'alone.mjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline alone '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another command of the same checkout: writes when it begins and when it is done. */
async function command(): Promise<void> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { alone } from ${JSON.stringify(MODULE)};
    const note = (word) => appendFileSync(${JSON.stringify(path.join(folder, 'notes'))}, word + '\\n');
    await alone('installing', async () => {
      note('begins');
      await new Promise((resolve) => setTimeout(resolve, 100));
      note('done');
    }, ${JSON.stringify(folder)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(0);
}

function notes(): string[] {
  return readFileSync(path.join(folder, 'notes'), 'utf8').trim().split('\n');
}

it('lets one command after the other do it', async () => {
  await Promise.all([command(), command(), command()]);
  expect(notes()).toEqual(['begins', 'done', 'begins', 'done', 'begins', 'done']);
  expect(readdirSync(folder)).toEqual(['notes']);
});

it('goes on after a command that was killed in the middle', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  writeFileSync(path.join(folder, 'installing.lock'), `${gone.pid} left-behind`);
  await command();
  expect(notes()).toEqual(['begins', 'done']);
});

it('goes on where another program has the number of the killed one by now', async () => {
  const file = path.join(folder, 'installing.lock');
  writeFileSync(file, `${process.pid} left-behind`);
  const longAgo = new Date(Date.now() - 10 * 60_000);
  utimesSync(file, longAgo, longAgo);
  await command();
  expect(notes()).toEqual(['begins', 'done']);
});
