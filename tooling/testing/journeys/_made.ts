import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatDay, londonDay } from '@plumbline/domain/calendar';
import { startForTests } from '@plumbline/server/testing';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the council that every journey works on a copy of, and the day on which it was made. */
    made: { readonly folder: string; readonly on: string };
  }
}

let home: string | null = null;

/** A new folder for a server's data. PostgreSQL runs as a user of its own where the tests run as root, and must be able to reach it. */
export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-story-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Once before all journeys: makes the demonstration council that each of them copies. */
export async function setup(project: TestProject): Promise<void> {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-journeys-'));
  const folder = path.join(home, 'council');
  mkdirSync(folder);
  // PostgreSQL runs as a user of its own where the tests run as root, and must be able to reach its folder.
  for (const one of [home, folder]) chmodSync(one, 0o755);
  const on = formatDay(londonDay(Math.floor(Date.now() / 60_000)));
  const server = await startForTests({ dataFolder: folder });
  await server.stop();
  project.provide('made', { folder, on });
}

/** After the last: nothing stays on the disk. */
export function teardown(): void {
  if (home !== null) rmSync(home, { recursive: true, force: true });
}
