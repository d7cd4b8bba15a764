import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever holds the lock says so again and again; one of whom nothing was heard for so long is gone. */
const SAYS_SO_EVERY_MS = 5000;
const SILENT_FOR_MS = 45_000;

/**
 * Runs something while nobody else starts or stops the server of the same folder. The lock is a file with the holder's
 * process id; one whose holder is gone does not count, even where another program has its id by now.
 */
export async function withFolderLock<Result>(root: string, work: () => Promise<Result>): Promise<Result> {
  const file = path.join(root, 'starting.lock');
  const mine = `${process.pid} ${randomUUID()}`;
  while (!take(file, mine)) {
    const theirs = contentOf(file);
    if (theirs !== null && isAbandoned(file, theirs)) release(file, theirs);
    else await sleep(20);
  }
  const timer = setInterval(() => sayAgain(file), SAYS_SO_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    release(file, mine);
  }
}

function take(file: string, mine: string): boolean {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a lock, but never one that somebody else has taken since. */
function release(file: string, content: string): void {
  if (contentOf(file) === content) rmSync(file, { force: true });
}

function sayAgain(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It was taken away as abandoned, while this machine slept perhaps; there is nothing left to hold.
  }
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isAbandoned(file: string, content: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > SILENT_FOR_MS) return true;
    const pid = Number(content.split(' ')[0]);
    if (!(pid > 0)) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
