import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

const FOLDER = path.join(ROOT, '.plumbline');
/** Whoever holds a lock says so again and again; one of whom nothing was heard for so long is gone. */
const SAYS_SO_EVERY_MS = 2000;
const SILENT_FOR_MS = 30_000;

/**
 * Does something in this checkout while no other command does the same: two that install or build into one folder at once
 * would spoil it for each other. Whoever waits must look again at whether there is anything left to do.
 */
export async function alone(name, work, folder = FOLDER) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = path.join(folder, `${name}.lock`);
  const mine = `${process.pid} ${randomUUID()}`;
  for (let waits = 0; !take(file, mine); waits += 1) {
    if (waits === 20) console.log(`Another command is ${name} in this checkout; waiting for it …`);
    const theirs = contentOf(file);
    if (theirs !== null && isAbandoned(file, theirs)) release(file, theirs);
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const timer = setInterval(() => sayAgain(file), SAYS_SO_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    release(file, mine);
  }
}

function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a lock, but never one that somebody else has taken since. */
function release(file, content) {
  if (contentOf(file) === content) rmSync(file, { force: true });
}

function sayAgain(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It was taken away as abandoned, while this machine slept perhaps; there is nothing left to hold.
  }
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isAbandoned(file, content) {
  try {
    if (Date.now() - statSync(file).mtimeMs > SILENT_FOR_MS) return true;
    const pid = Number(content.split(' ')[0]);
    if (!(pid > 0)) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
