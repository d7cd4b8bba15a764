/**
 * From `plumbline start` to the first answers, on a data folder that has been used before: the embedded database, migrated,
 * with the four demonstration councils, all of them finished. Making that folder is not timed. Then the command is started and
 * stopped several times; each time `/api/health` and the page at `/` are asked for until they answer, and both answers are
 * checked. This is what `npm start` does once everything is installed and built. Each start takes seconds, so there are five.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_COUNCILS } from '@plumbline/demo';
import { startForTests } from '@plumbline/server/testing';
import { newFolder } from './bench-database.ts';
import { insist, printLoad, printSpread, spreadOf } from './measure.ts';

const RUNS = 5;
const TARGET = 5000;
const LONGEST = 600_000;
const ROOT = path.join(import.meta.dirname, '../../..');
const MAIN = path.join(ROOT, 'apps/server/src/cli/main.ts');

interface Answered {
  readonly health: number;
  readonly page: number;
}

const folder = newFolder();
try {
  await makeCouncils();
  printLoad();
  const answered: Answered[] = [];
  for (let i = 0; i < RUNS; i += 1) answered.push(await startOnce());
  for (const [what, key] of [
    ['/api/health', 'health'],
    ['the first page', 'page'],
  ] as const) {
    const spread = spreadOf(answered.map((one) => one[key]));
    printSpread(`start to ${what}`, spread, `  target 5 s, ratio ${(TARGET / spread.median).toFixed(1)}`);
  }
  printLoad();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Uses the folder for the first time, until the last of the councils is there. */
async function makeCouncils(): Promise<void> {
  const began = performance.now();
  const packIds = DEMO_COUNCILS.map((council) => council.packId);
  const server = await startForTests({ dataFolder: path.join(folder, 'data'), packIds });
  await server.stop();
  console.log(`made ready (not counted): ${packIds.length} councils, ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Starts the server, waits for both answers, and stops it as somebody at the keyboard would. */
async function startOnce(): Promise<Answered> {
  const port = await freePort();
  const environment = { ...process.env, PLUMBLINE_DATA: path.join(folder, 'data'), PLUMBLINE_PORT: String(port) };
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'start'], { cwd: ROOT, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const health = await answerOf(child, `http://127.0.0.1:${port}/api/health`);
    const healthAfter = performance.now() - began;
    const page = await answerOf(child, `http://127.0.0.1:${port}/`);
    const pageAfter = performance.now() - began;
    insist(health.includes('"ok"'), `The server says it is not well: ${health.slice(0, 200)}`);
    insist(page.includes('<div id="root"'), 'The first page is not the application: run npm start once, which builds it.');
    return { health: healthAfter, page: pageAfter };
  } finally {
    await stop(child);
  }
}

async function answerOf(child: ChildProcess, url: string): Promise<string> {
  const until = performance.now() + LONGEST;
  while (performance.now() < until) {
    insist(child.exitCode === null, `The server ended with ${child.exitCode}.`);
    const response = await fetch(url).catch(() => null);
    if (response !== null) return await response.text();
    await pause(20);
  }
  throw new Error(`${url} did not answer.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
