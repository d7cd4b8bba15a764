import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/**
 * The server that runs in a cluster folder, found by its pid file, or null. A pid file whose process is gone, or is by now
 * some other program, is what a power cut leaves behind; it is removed.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (Number.isInteger(pid) && pid > 0 && isPostgres(pid)) {
    return { pid, port: Number(lines[3] ?? 0), isReady: (lines[7] ?? '').trim() === 'ready' };
  }
  rmSync(file, { force: true });
  return null;
}

/** Waits until the server of a cluster folder is ready or gone. */
export async function settle(cluster: string, limitMs: number): Promise<Postmaster | null> {
  const until = performance.now() + limitMs;
  for (;;) {
    const found = findPostmaster(cluster);
    if (found === null || found.isReady || performance.now() > until) return found;
    await sleep(20);
  }
}

/** Waits until no server runs in a cluster folder. */
export async function waitUntilGone(cluster: string, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    if (findPostmaster(cluster) === null) return true;
    await sleep(20);
  }
  return false;
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform === 'win32') return true;
  return commandOf(pid).includes('postgres');
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
}
