import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCouncil } from '@plumbline/demo';
import { formatDay, londonDay, type LocalDate } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { DEMO_SEED, startForTests, type TestServer } from '@plumbline/server/testing';

/** Everything that journeys leave on the disk while they run. */
const HOME = path.join(tmpdir(), 'plumbline-journeys');

export interface JourneyServer extends TestServer {
  /** Everything that the council's record holds, as its systems would know it. */
  facts(): Facts;
}

/**
 * A whole Plumbline for one journey: its own database with one demonstration council, and a free port.
 * The council is made once in a run; each journey works on a copy of it, so that none sees what another did.
 */
export async function startJourneyServer(): Promise<JourneyServer> {
  mkdirSync(HOME, { recursive: true });
  chmodSync(HOME, 0o755);
  removeThoseOfEarlierRuns();
  const made = madeOnce();
  if (!existsSync(path.join(made, 'done'))) await makeOnce(made);
  const dataFolder = mkdtempSync(path.join(HOME, `${process.ppid}-copy-`));
  rmSync(dataFolder, { recursive: true });
  copyFolder(made, dataFolder);
  const server = await startForTests({ dataFolder });
  return {
    ...server,
    facts: () => makeCouncil({ seed: DEMO_SEED, packId: 'wirral', size: 'small', today: madeOn(made) }),
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The runner that starts all journeys is the parent of each: its number names what they share. */
function madeOnce(): string {
  return process.env['PLUMBLINE_JOURNEYS_MADE'] ?? path.join(HOME, `${process.ppid}-made`);
}

async function makeOnce(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const server = await startForTests({ dataFolder: folder });
  await server.stop();
  writeFileSync(path.join(folder, 'done'), formatDay(londonDay(Math.floor(Date.now() / 60_000))));
}

function madeOn(folder: string): LocalDate {
  return readFileSync(path.join(folder, 'done'), 'utf8') as LocalDate;
}

/** Owners and modes must come along: PostgreSQL runs as a user of its own where the tests run as root. */
function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

function removeThoseOfEarlierRuns(): void {
  for (const name of readdirSync(HOME)) {
    const runner = Number(/^(\d+)-/.exec(name)?.[1]);
    if (Number.isInteger(runner) && !isRunning(runner)) rmSync(path.join(HOME, name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
