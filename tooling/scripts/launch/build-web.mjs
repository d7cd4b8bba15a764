import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { LaunchError, pinnedNode, ROOT, run } from './run.mjs';

const WEB = path.join(ROOT, 'apps', 'web');
const BUILT = path.join(WEB, 'dist', 'index.html');
const SOURCES = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'packages/domain/src',
  'packages/analytics/src',
  'pnpm-lock.yaml',
].map((name) => path.join(ROOT, name));

/** Builds the pages, unless they are newer than everything they are made of. */
export async function ensureWebBuilt() {
  if (isBuilt() || !existsSync(path.join(WEB, 'index.html'))) return;
  await alone('building', build);
}

async function build() {
  if (isBuilt()) return;
  console.log('Building the pages …');
  const vite = path.join(WEB, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code } = await run(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: WEB });
  if (code !== 0) throw new LaunchError('The pages could not be built; the messages above say why.');
}

function isBuilt() {
  if (!existsSync(BUILT)) return false;
  const builtAt = statSync(BUILT).mtimeMs;
  return !SOURCES.some((source) => isNewer(source, builtAt));
}

function isNewer(source, than) {
  if (!existsSync(source)) return false;
  const found = statSync(source);
  if (!found.isDirectory()) return found.mtimeMs > than;
  return readdirSync(source).some((name) => !/\.test\.tsx?$/.test(name) && isNewer(path.join(source, name), than));
}
