import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { LaunchError, ROOT, run } from './run.mjs';

const PNPM = 'pnpm@12.21.0';
const LOCKFILE = path.join(ROOT, 'pnpm-lock.yaml');
const STAMP = path.join(ROOT, 'node_modules', '.plumbline-installed');
const MODULES = path.join(ROOT, 'node_modules', '.modules.yaml');

/** Installs what the lockfile names, unless that very lockfile is installed already. */
export async function ensureInstalled() {
  const hash = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  if (isInstalled(hash)) return;
  await alone('installing', () => install(hash));
}

async function install(hash) {
  if (isInstalled(hash)) return;
  console.log('Installing what Plumbline needs (the first time takes a minute or two) …');
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false', '--reporter=append-only'];
  const { code } = await run(npx, args);
  if (code !== 0)
    throw new LaunchError(
      'The installation did not finish. Check the network and the messages above, then run the command again.',
    );
  writeFileSync(STAMP, hash);
}

function isInstalled(hash) {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === hash;
  if (!existsSync(MODULES) || statSync(MODULES).mtimeMs < statSync(LOCKFILE).mtimeMs) return false;
  writeFileSync(STAMP, hash);
  return true;
}
